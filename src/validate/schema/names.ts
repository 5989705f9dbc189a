import { closest, distance } from "fastest-levenshtein";
import { type Diagnostic, type Place, problem } from "../../diagnostic/diagnostic.js";
import type { Code } from "../../diagnostic/diagnostic-codes.js";

/** Nothing where a name of the pack is known; else that there is no such thing, and what could have been meant. */
export function expectName(
  what: string,
  name: string,
  known: Iterable<string>,
  place: () => Place,
): readonly Diagnostic[] {
  const choices = [...new Set(known)];
  return choices.includes(name) ? [] : [unknownName("模板/未知", place(), what, name, choices)];
}

/** More names are no help. */
const MOST_NAMED = 26;

/** Something is named that does not exist: says what could have been meant. */
export function unknownName(
  code: Code,
  place: Place | undefined,
  what: string,
  name: string,
  known: Iterable<string>,
): Diagnostic {
  const choices = [...new Set(known)];
  return problem(
    code,
    `没有叫“${name}”的${what}`,
    place,
    ...meantWord(name, choices),
    `怎么改：换成可用的${what}${choices.length <= MOST_NAMED ? `：${choices.join("、")}` : ""}；多余的，删去这一处`,
  );
}

/** A note that asks whether another word was meant, where one is near. */
export function meantWord(word: string, candidates: Iterable<string>): readonly string[] {
  const near = nearest(word, candidates);
  return near === undefined ? [] : [`是不是想写“${near}”？`];
}

/**
 * The word of `candidates` that `word` was most likely meant to be: the one with the fewest letters changed, or else one
 * that begins with it or contains it; before all, the only one that is part of it. Undefined where all are too different.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const words = [...candidates];
  if (word.length < 2) return undefined;
  const [contained, another] = words.filter((each) => each.length > 1 && word.includes(each));
  if (contained !== undefined && another === undefined) return contained;
  const near = closest(word, words);
  const most = Math.max(1, Math.floor(word.length / 2));
  if (near !== undefined && distance(word, near) <= most) return near;
  return words.find((each) => each.startsWith(word)) ?? words.find((each) => each.includes(word));
}

/** Words in a Chinese sentence: “甲”“乙”. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join("");
}

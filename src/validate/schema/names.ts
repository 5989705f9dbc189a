import { distance } from "fastest-levenshtein";
import { type Code, type Diagnostic, type Place, problem } from "../../diagnostic.js";

/** Something is named that does not exist: says what could have been meant. */
export function unknownName(
  code: Code,
  place: Place | undefined,
  what: string,
  name: string,
  known: Iterable<string>,
): Diagnostic {
  const choices = [...new Set(known)];
  const hint = nearest(name, choices);
  return problem(
    code,
    `没有叫“${name}”的${what}`,
    place,
    ...(hint ? [`是不是想写“${hint}”？`] : []),
    ...(choices.length <= 20 ? [`可用的${what}：${choices.join("、")}`] : []),
  );
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
  let least = Math.max(1, Math.floor(word.length / 2)) + 1;
  let found: string | undefined;
  for (const candidate of words) {
    const far = distance(word, candidate);
    if (far >= least) continue;
    least = far;
    found = candidate;
  }
  return found ?? words.find((each) => each.startsWith(word)) ?? words.find((each) => each.includes(word));
}

/** Words in a Chinese sentence: “甲”“乙”. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join("");
}

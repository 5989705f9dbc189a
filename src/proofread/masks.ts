import { consolidated, ownName, projectsOf } from "../model/consolidation.js";
import { plainText } from "../text/fold.js";
import type { Proof, ReadPassage } from "./rule.js";

/** Stands for words that a rule passes over. It is for private use, so no report holds it. */
export const COVERED = "\uE003";

/** Covers the words given and the matches of the patterns in a text, which stays as long as it was. */
export function covering(words: Iterable<string>, ...patterns: readonly RegExp[]): (text: string) => string {
  const sought = byBeginning([...words].map(plainText));
  const known = new Map<string, string>();

  function covered(text: string): string {
    const found = wordsIn(text, sought).sort((a, b) => b.length - a.length);
    const withoutWords = found.reduce((rest, word) => rest.replaceAll(word, cover), text);
    // a word may begin in the midst of a match, as 年度考核 does in 2023年度考核
    const withoutMatches = patterns.reduce((rest, pattern) => rest.replace(pattern, cover), text);
    return withoutMatches === text ? withoutWords : bothCovered(withoutWords, withoutMatches);
  }

  // a rule asks for a text once for each of its patterns
  return (text) => {
    const result = known.get(text) ?? covered(text);
    known.set(text, result);
    return result;
  };
}

/**
 * Words by the code of their first character, and those by their lengths: texts are long, and most hold none of thousands
 * of names.
 */
type Words = ReadonlyMap<number, readonly WordsOfLength[]>;

interface WordsOfLength {
  readonly length: number;
  readonly words: Set<string>;
}

function wordsIn(text: string, known: Words): string[] {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    const beginning = known.get(text.charCodeAt(at));
    // an empty list instead would cost as much for every character of the report as a list of words
    if (!beginning) continue;
    for (const { length, words } of beginning) {
      const word = text.slice(at, at + length);
      if (words.has(word)) found.add(word);
    }
  }
  return [...found];
}

function byBeginning(words: Iterable<string>): Words {
  const known = new Map<number, WordsOfLength[]>();
  for (const word of words) {
    if (word === "") continue;
    const lengths = known.get(word.charCodeAt(0)) ?? [];
    known.set(word.charCodeAt(0), lengths);
    const same = lengths.find(({ length }) => length === word.length);
    if (same) same.words.add(word);
    else lengths.push({ length: word.length, words: new Set([word]) });
  }
  return known;
}

function cover(match: string): string {
  return COVERED.repeat(match.length);
}

/** A text with what is covered in one of its copies or the other. */
function bothCovered(one: string, other: string): string {
  return Array.from({ length: one.length }, (_, at) => (other[at] === COVERED ? COVERED : one[at])).join("");
}

/** Whether what stands there in a text is covered. */
export function isCovered(text: string, at: number): boolean {
  return text[at] === COVERED;
}

/** Proper names, which are printed as they were given. */
export function properNames({ budget }: Proof): readonly string[] {
  const names = [
    ...budget.unit.subordinates,
    ...consolidated(budget).flatMap((each) => [
      each.unit.name,
      ownName(each),
      ...each.unit.offices,
      ...each.projects.map((project) => project.name),
      ...each.transfers.map((transfer) => transfer.name),
    ]),
  ];
  return names.map(({ text }) => text);
}

/** The pack's citations of laws and documents. */
export function citedWords({ pack }: Proof): readonly string[] {
  return pack.citations.map((citation) => citation.text);
}

/** The cells that show nothing but what the officer was given: a name, or an indicator with its value. */
export function givenCells(proof: Proof): readonly ReadPassage[] {
  const targets = projectsOf(proof.budget).flatMap((project) => project.targets);
  const given = new Set([
    ...properNames(proof),
    ...targets.flatMap(({ indicator, value }) => [indicator.text, value.text]),
  ]);
  return proof.passages.filter(({ kind, original }) => kind === "cell" && given.has(original.text));
}

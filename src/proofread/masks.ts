import { consolidated, projectsOf } from "../model/consolidation.js";
import type { Passage } from "./passages.js";
import type { Proof } from "./rule.js";

/** Stands for words that a rule passes over. It is for private use, so no report holds it. */
const COVERED = "\uE003";

/** `text`, as long as before, with the words given and the matches of the patterns covered. */
export function covered(text: string, words: Iterable<string>, ...patterns: readonly RegExp[]): string {
  const byLength = wordsIn(text, words).sort((a, b) => b.length - a.length);
  const withoutWords = byLength.reduce((rest, word) => rest.replaceAll(word, cover), text);
  return patterns.reduce((rest, pattern) => rest.replace(pattern, cover), withoutWords);
}

const lengths = new WeakMap<Iterable<string>, ReadonlyMap<number, ReadonlySet<string>>>();

/** Those of the words that the text holds. A department has thousands of names, and most texts hold none of them. */
function wordsIn(text: string, words: Iterable<string>): string[] {
  const known = lengths.get(words) ?? byLengths(words);
  lengths.set(words, known);
  const found = new Set<string>();
  for (const [length, ofLength] of known) {
    for (let at = 0; at + length <= text.length; at++) {
      const word = text.slice(at, at + length);
      if (ofLength.has(word)) found.add(word);
    }
  }
  return [...found];
}

function byLengths(words: Iterable<string>): ReadonlyMap<number, ReadonlySet<string>> {
  const known = new Map<number, Set<string>>();
  for (const word of words) {
    if (word !== "") known.set(word.length, (known.get(word.length) ?? new Set()).add(word));
  }
  return known;
}

function cover(match: string): string {
  return COVERED.repeat(match.length);
}

/** Proper names, which are printed as they were given. */
export function properNames({ budget }: Proof): readonly string[] {
  return [
    ...budget.unit.subordinates,
    ...consolidated(budget).flatMap(({ unit, projects, transfers }) => [
      unit.name,
      ...unit.offices,
      ...projects.map((project) => project.name),
      ...transfers.map((transfer) => transfer.name),
    ]),
  ];
}

/** The pack's citations of laws and documents. */
export function citedWords({ pack }: Proof): readonly string[] {
  return pack.citations.map((citation) => citation.text);
}

/** The cells that show nothing but what the officer was given: a name, or an indicator with its value. */
export function givenCells(proof: Proof): readonly Passage[] {
  const targets = projectsOf(proof.budget).flatMap((project) => project.targets);
  const given = new Set([
    ...properNames(proof),
    ...targets.flatMap(({ indicator, value }) => [indicator, value]),
  ]);
  return proof.passages.filter(({ kind, text }) => kind === "cell" && given.has(text));
}

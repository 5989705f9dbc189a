import { consolidated, ownName, projectsOf } from "../model/consolidation.js";
import type { Span } from "../model/source.js";
import { plainText } from "../text/fold.js";
import type { Proof, ReadPassage } from "./rule.js";

/** Stands for words that a rule passes over. It is for private use, so no report holds it. */
export const COVERED = "\uE003";

/** Covers the words given and the matches of the patterns in a text, which stays as long as it was. */
export function covering(words: Iterable<string>, ...patterns: readonly RegExp[]): (text: string) => string {
  const sought = byBeginning([...words].map(plainText));
  const known = new Map<string, string>();

  function covered(text: string): string {
    const withoutMatches = patterns.reduce((rest, pattern) => rest.replace(pattern, cover), text);
    // a word may begin in the midst of a match, as 年度考核 does in 2023年度考核
    return withCovered(withoutMatches, wordsIn(text, sought));
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

/** Where the words stand in a text, in order of place: of those that begin together the longest. */
function wordsIn(text: string, known: Words): readonly Span[] {
  const found: Span[] = [];
  for (let from = 0; from < text.length; from++) {
    const beginning = known.get(text.charCodeAt(from));
    // an empty list instead would cost as much for every character of the report as a list of words
    if (!beginning) continue;
    let longest = 0;
    for (const { length, words } of beginning) {
      if (length <= longest || from + length > text.length) continue;
      if (words.has(text.slice(from, from + length))) longest = length;
    }
    if (longest > 0) found.push({ from, to: from + longest });
  }
  return found;
}

/** A text with stretches of it covered, which are in order of place and may overlap. */
export function withCovered(text: string, stretches: readonly Span[]): string {
  if (stretches.length === 0) return text;
  const pieces: string[] = [];
  let end = 0;
  for (const { from, to } of stretches) {
    if (to <= end) continue;
    const begin = Math.max(from, end);
    pieces.push(text.slice(end, begin), COVERED.repeat(to - begin));
    end = to;
  }
  return pieces.join("") + text.slice(end);
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

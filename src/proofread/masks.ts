import type { Passage } from "../model/passage.js";
import type { Proof } from "./rule.js";

/** Stands for words that a rule passes over. It is for private use, so no report holds it. */
const COVERED = "\uE003";

/** Covers the words given and the matches of the patterns in a text, which stays as long as it was. */
export function covering(words: Iterable<string>, ...patterns: readonly RegExp[]): (text: string) => string {
  const byLength = [...new Set(words)].filter((word) => word !== "").sort((a, b) => b.length - a.length);
  return (text) => {
    const withoutWords = byLength.reduce(
      (rest, word) => (rest.includes(word) ? rest.replaceAll(word, cover) : rest),
      text,
    );
    return patterns.reduce((rest, pattern) => rest.replace(pattern, cover), withoutWords);
  };
}

function cover(match: string): string {
  return COVERED.repeat(match.length);
}

/** Proper names, which are printed as they were given. */
export function properNames({ budget }: Proof): readonly string[] {
  const { unit, projects, transfers } = budget;
  return [
    unit.name,
    ...unit.offices,
    ...unit.subordinates,
    ...projects.map((project) => project.name),
    ...transfers.map((transfer) => transfer.name),
  ];
}

/** The pack's citations of laws and documents. */
export function citedWords({ pack }: Proof): readonly string[] {
  return pack.citations.map((citation) => citation.text);
}

/** The cells that show nothing but what the officer was given: a name, or an indicator with its value. */
export function givenCells(proof: Proof): readonly Passage[] {
  const targets = proof.budget.projects.flatMap((project) => project.targets);
  const given = new Set([
    ...properNames(proof),
    ...targets.flatMap(({ indicator, value }) => [indicator, value]),
  ]);
  return proof.passages.filter(({ kind, text }) => kind === "cell" && given.has(text));
}

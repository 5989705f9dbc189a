import type { Correction, SentenceCorrection } from "../model/correction.js";
import type { Report } from "../model/report.js";
import { tablesOf } from "../model/walk.js";
import { likenessBy } from "../text/dice.js";
import { type Pair, pairAnywhere } from "./pairs.js";
import { type Section, sectionsOf } from "./sections.js";
import { compareSentences } from "./sentence-pairs.js";
import { compareTables } from "./tables.js";

/** Every sentence and cell of `after` that reads otherwise than in `before`, and those that are gone, in order. */
export function compareReports(before: Report, after: Report): readonly Correction[] {
  return [
    ...together(sectionsOf(before), sectionsOf(after), ({ key }) => key).flatMap(compareSections),
    ...together(tablesOf(before), tablesOf(after), ({ title }) => title.text).flatMap(compareTables),
  ];
}

/** What has the same or a similar name is the same, in whatever order. */
function together<T extends object>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (each: T) => string,
): readonly Pair<T>[] {
  return pairAnywhere(before, after, nameOf, likenessBy(nameOf));
}

/** A place is told by the headings of the document that readers have. */
function compareSections({ before, after }: Pair<Section>): readonly SentenceCorrection[] {
  const { under } = before ?? after ?? { under: [] };
  const pairs = compareSentences(before?.sentences ?? [], after?.sentences ?? []);
  return pairs.map((pair) => ({ kind: "sentence", under, ...pair }));
}

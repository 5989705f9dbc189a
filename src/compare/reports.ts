import type { Correction, SentenceCorrection, Spot } from "../model/correction.js";
import type { Report } from "../model/report.js";
import { tablesOf } from "../model/walk.js";
import { likenessBy } from "../text/dice.js";
import { eachBehind, type Pair, pairAnywhere } from "./pairs.js";
import { type Section, sectionsOf } from "./sections.js";
import { compareSentences } from "./sentence-pairs.js";
import { compareTables, lastSpot } from "./tables.js";

/** Every sentence and cell of `after` that reads otherwise than in `before`, and those that are gone, in order. */
export function compareReports(before: Report, after: Report): readonly Correction[] {
  const sections = together(sectionsOf(before), sectionsOf(after), ({ key }) => key);
  const tables = together(tablesOf(before), tablesOf(after), ({ title }) => title.text);
  const ofSection = ({ sentences }: Section) => sentences.at(-1)?.spots.at(-1);
  const start = sections.findLast((pair) => pair.after)?.after;
  return [
    ...eachBehind(sections, ofSection, undefined, compareSections),
    ...eachBehind(tables, lastSpot, start && ofSection(start), compareTables),
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
function compareSections(
  { before, after }: Pair<Section>,
  behind: Spot | undefined,
): readonly SentenceCorrection[] {
  const { under } = before ?? after ?? { under: [] };
  const pairs = compareSentences(before?.sentences ?? [], after?.sentences ?? [], behind);
  return pairs.map((pair) => ({ kind: "sentence", under, ...pair }));
}

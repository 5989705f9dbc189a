import type { Correction, SentenceCorrection } from "../model/correction.js";
import type { Report, Table } from "../model/report.js";
import { likeness } from "./likeness.js";
import { type Pair, pairUp } from "./pairs.js";
import { type Section, sectionsOf } from "./sentences.js";
import { compareTables } from "./tables.js";
import { changedSpots } from "./words.js";

/** Every sentence and cell of `after` that reads otherwise than in `before`, and those that are gone, in order. */
export function compareReports(before: Report, after: Report): readonly Correction[] {
  const sections = pairUp(sectionsOf(before), sectionsOf(after), ({ key }) => key, alikeSections);
  const tables = pairUp(
    tablesOf(before),
    tablesOf(after),
    ({ number }) => number,
    (one, other) => likeness(one.title, other.title),
  );
  return [
    ...sections.flatMap(compareSections),
    ...tables.flatMap((pair) => compareTables(pair.before, pair.after)),
  ];
}

function alikeSections(one: Section, other: Section): number {
  return likeness(one.key, other.key);
}

function compareSections({ before, after }: Pair<Section>): readonly SentenceCorrection[] {
  const pairs = pairUp(
    before?.sentences ?? [],
    after?.sentences ?? [],
    ({ text }) => text,
    (one, other) => likeness(one.text, other.text),
  );
  const under = (after ?? before)?.under ?? "";
  return pairs
    .filter((pair) => pair.before?.text !== pair.after?.text)
    .map((pair) => ({
      kind: "sentence",
      under,
      before: pair.before,
      after: pair.after && { ...pair.after, spots: changedSpots(pair.before, pair.after) },
    }));
}

function tablesOf(report: Report): readonly Table[] {
  return report.parts.flatMap((part) => part.blocks).filter((block) => block.kind === "table");
}

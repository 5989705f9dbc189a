import type { Version } from "../model/correction.js";
import type { Column, Table } from "../model/report.js";
import type { Pair } from "./pairs.js";
import { linesOf, sentencesOf } from "./sections.js";
import { compareSentences } from "./sentence-pairs.js";

/** What stands around the cells of a table and reads otherwise than before: above its head, in it, and below the rows. */
export function compareCaptions(
  before: Table | undefined,
  after: Table | undefined,
): readonly Pair<Version>[] {
  const compare = (versions: (table: Table) => readonly Version[]): readonly Pair<Version>[] =>
    compareSentences(before ? versions(before) : [], after ? versions(after) : []);
  return [
    ...compare(linesOf),
    ...compare(({ columns }) => columns.flatMap(headsIn)),
    ...compare(({ notes }) => notes.flatMap(sentencesOf)),
  ];
}

function headsIn(column: Column): readonly Version[] {
  return [{ text: column.header, spots: [{ element: column }] }, ...column.children.flatMap(headsIn)];
}

import type { Version } from "../model/correction.js";
import type { Table } from "../model/report.js";
import { headsIn } from "../model/walk.js";
import type { Pair } from "./pairs.js";
import { compareSentences } from "./sentence-pairs.js";
import { linesOf, sentencesOf } from "./sentences.js";

/** What stands around the cells of a table and reads otherwise than before: above its head, in it, and below the rows. */
export function compareCaptions(
  before: Table | undefined,
  after: Table | undefined,
): readonly Pair<Version>[] {
  const compare = (versions: (table: Table) => readonly Version[]): readonly Pair<Version>[] =>
    compareSentences(before ? versions(before) : [], after ? versions(after) : []);
  return [
    ...compare(linesOf),
    ...compare(({ columns }) =>
      headsIn(columns).map((element) => ({ text: element.header, spots: [{ element }] })),
    ),
    ...compare(({ notes }) => notes.flatMap(sentencesOf)),
  ];
}

import type { Correction, Spot, Version } from "../model/correction.js";
import { cellText } from "../model/printed.js";
import type { Cell, Row, Table } from "../model/report.js";
import { headsIn, headsOver } from "../model/walk.js";
import { inPlace, likenessBy } from "../text/dice.js";
import { eachBehind, type Pair, pairKnown } from "./pairs.js";
import { linesOf, sentencesOf } from "./sections.js";
import { type ChangedSentence, compareSentences } from "./sentence-pairs.js";
import {
  alikeAnywhere,
  alikeRows,
  cellRowName,
  type IndexedColumn,
  type IndexedRow,
  indexTable,
  isCovered,
  rowName,
  type TableIndex,
} from "./table-index.js";

/** A table at both times, known by its number and title in the document that readers have. */
interface Comparison {
  readonly names: { readonly number: string; readonly title: string };
  readonly before: TableIndex;
  readonly after: TableIndex;
  readonly columns: readonly Pair<IndexedColumn>[];
  readonly rows: readonly Pair<IndexedRow>[];
}

/**
 * What of a table reads otherwise than before; a table that is new or gone is told by its words and its rows. One that is
 * gone has stood `behind`.
 */
export function compareTables(
  { before, after }: Pair<Table>,
  behind: Spot | undefined,
): readonly Correction[] {
  const [old, now] = [indexTable(before), indexTable(after)];
  const either = before ?? after;
  const names = { number: either?.number.text ?? "", title: either?.title.text ?? "" };
  const alikeColumns = inPlace(likenessBy<IndexedColumn>(({ words }) => words));
  const columns = pairKnown(old.columns, now.columns, alikeColumns, () => 0);
  const rows = pairKnown(old.rows, now.rows, alikeRows, alikeAnywhere);
  const start = after ? headSpots(after).at(-1) : behind;
  const comparison = { names, before: old, after: now, columns, rows };
  return [
    ...compareCaptions(before, after, start).map((pair) => ({ kind: "caption" as const, ...names, ...pair })),
    ...eachBehind(
      rows,
      ({ row }) => spotIn(row),
      start,
      (pair, above) => compareRows(pair, comparison, above),
    ),
  ];
}

function headSpots({ columns }: Table): readonly Spot[] {
  return headsIn(columns).map((element) => ({ element }));
}

/** Where a table ends: with its notes, its last row, or its head. */
export function lastSpot(table: Table): Spot | undefined {
  const note = table.notes.flatMap(sentencesOf).at(-1);
  const row = table.rows.at(-1);
  return note?.spots.at(-1) ?? (row && spotIn(row)) ?? headSpots(table).at(-1);
}

/** A cell of a row that ends with it, if there is one. */
function spotIn({ cells }: Row): Spot | undefined {
  const own = cells.filter((cell) => cell.kind !== "covered");
  const element = own.find(({ rows }) => rows === 1) ?? own[0];
  return element && { element };
}

/** What stands around the cells of a table and reads otherwise than before: above its head, in it, and below the rows. */
function compareCaptions(
  before: Table | undefined,
  after: Table | undefined,
  start: Spot | undefined,
): readonly ChangedSentence[] {
  const compare = (
    versions: (table: Table) => readonly Version[],
    from = start,
  ): readonly ChangedSentence[] =>
    compareSentences(before ? versions(before) : [], after ? versions(after) : [], from);
  const notes = (table: Table): readonly Version[] => table.notes.flatMap(sentencesOf);
  return [
    ...compare(linesOf),
    ...compare(({ columns }) =>
      headsIn(columns).map((element) => ({ text: element.header.text, spots: [{ element }] })),
    ),
    ...compare(notes, after && lastSpot({ ...after, notes: [] })),
  ];
}

function compareRows(
  pair: Pair<IndexedRow>,
  comparison: Comparison,
  above: Spot | undefined,
): readonly Correction[] {
  const { before, after } = pair;
  if (!before || !after) return wholeRow(pair, comparison, above);
  const cells = comparison.columns.flatMap((column) => compareCells(column, before, after, comparison));
  return cells.length === 0 && pair.moved ? orderOf(before, after, comparison, above) : cells;
}

/** The cells of one column in a row that is at both times; where the column is at one time only, so are they. */
function compareCells(
  { before: oldColumn, after: column }: Pair<IndexedColumn>,
  before: IndexedRow,
  after: IndexedRow,
  { names, ...tables }: Comparison,
): readonly Correction[] {
  const [old, now] = [cellIn(before, oldColumn), cellIn(after, column)];
  const either = oldColumn ?? column;
  if (!either || textOf(old) === textOf(now)) return [];
  if (column ? isCovered(after, column) : isCovered(before, either)) return [];
  const row = oldColumn ? cellRowName(before, oldColumn, tables.before) : [];
  const rowNow = column ? cellRowName(after, column, tables.after) : rowName(after, tables.after);
  const beside = column ? undefined : spotIn(after.row);
  return [
    {
      kind: "cell",
      ...names,
      row: row.length > 0 ? row : rowNow,
      column: headsOver(either).join("·"),
      before: old && versionOf([old]),
      after: now && versionOf([now]),
      ...(beside && { place: beside }),
    },
  ];
}

function cellIn({ cells }: IndexedRow, column: IndexedColumn | undefined): Cell | undefined {
  return column && cells[column.index];
}

function textOf(cell: Cell | undefined): string {
  return cell ? cellText(cell) : "";
}

function versionOf(cells: readonly Cell[]): Version {
  return { text: cells.map(cellText).join(" "), spots: cells.map((element) => ({ element })) };
}

/** A row without any text is nothing to miss. */
function wholeRow(
  { before, after }: Pair<IndexedRow>,
  { names, ...tables }: Comparison,
  above: Spot | undefined,
): readonly Correction[] {
  const [old, now] = [before && printedIn(before), after && printedIn(after)];
  const row = before ? rowName(before, tables.before) : after ? rowName(after, tables.after) : [];
  if (!old?.text && !now?.text) return [];
  return [{ kind: "row", ...names, row, before: old, after: now, ...(!now && above && { place: above }) }];
}

/** What a row prints itself. */
function printedIn({ row }: IndexedRow): Version {
  return versionOf(row.cells.filter((cell) => cellText(cell) !== ""));
}

/** What moves together with the row above it has not moved by itself. */
function orderOf(
  before: IndexedRow,
  after: IndexedRow,
  comparison: Comparison,
  place: Spot | undefined,
): readonly Correction[] {
  const { names, rows, ...tables } = comparison;
  const [above, aboveNow] = [tables.before.rows[before.index - 1], tables.after.rows[after.index - 1]];
  if (rows.some((pair) => pair.before === above && pair.after === aboveNow)) return [];
  const name = (row: IndexedRow | undefined, table: TableIndex): string =>
    row ? rowName(row, table).join(" ") : "";
  const [first] = versionOf(before.cells).spots;
  return [
    {
      kind: "order",
      ...names,
      row: rowName(before, tables.before),
      before: { text: name(above, tables.before), spots: first ? [first] : [] },
      after: { text: name(aboveNow, tables.after), spots: [] },
      ...(place && { place }),
    },
  ];
}

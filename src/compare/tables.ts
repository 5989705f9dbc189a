import type { CellCorrection, Correction, SentenceCorrection } from "../model/correction.js";
import { cellText } from "../model/printed.js";
import type { Cell, Column, Row, Table } from "../model/report.js";
import { likeness } from "./likeness.js";
import { pairUp } from "./pairs.js";
import { wordsAround } from "./sentences.js";
import { changedSpots } from "./words.js";

/** What of a table reads otherwise than before; a table that is new or gone is told by its title and its rows. */
export function compareTables(before: Table | undefined, after: Table | undefined): readonly Correction[] {
  const table = after ?? before;
  if (!table) return [];
  const names = { number: table.number, title: table.title };
  const rows = pairUp(
    rowsOf(before),
    rowsOf(after),
    (row) => row.key,
    (one, other) => likeness(one.key, other.key),
  );
  return [
    ...aroundOf(before, after, `${names.number} ${names.title}`),
    ...rows.flatMap((pair): readonly CellCorrection[] =>
      pair.before && pair.after
        ? compareCells(pair.before, pair.after, names)
        : [wholeRow(pair.before, pair.after, names)],
    ),
  ];
}

function aroundOf(
  before: Table | undefined,
  after: Table | undefined,
  under: string,
): readonly SentenceCorrection[] {
  const pairs = pairUp(
    before ? wordsAround(before) : [],
    after ? wordsAround(after) : [],
    ({ text }) => text,
    (one, other) => likeness(one.text, other.text),
  );
  return pairs
    .filter((pair) => pair.before?.text !== pair.after?.text)
    .map((pair) => ({
      kind: "sentence",
      under,
      before: pair.before,
      after: pair.after && { ...pair.after, spots: changedSpots(pair.before, pair.after) },
    }));
}

/** A row with the words that tell it from others, those of cells above that span it included. */
interface NamedRow {
  readonly key: string;
  readonly cells: readonly NamedCell[];
}

interface NamedCell {
  readonly cell: Cell;
  readonly column: string;
  /** the words at the left of it */
  readonly row: string;
}

function rowsOf(table: Table | undefined): readonly NamedRow[] {
  if (!table) return [];
  const columns = table.columns.flatMap((column) => columnNames(column, []));
  const above: string[] = [];
  const words = table.rows.map(({ cells }) => {
    for (const [index, cell] of cells.entries()) {
      if (cell.kind !== "covered") above[index] = cell.kind === "text" ? cell.text : "";
    }
    return [...above];
  });
  const counts = occurrences(words.flat());
  return table.rows.map((row, index) => {
    const own = words[index] ?? [];
    return { key: keyOf(row, own), cells: namedCells(row, columns, own, counts) };
  });
}

function occurrences(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function columnNames(column: Column, path: readonly string[]): readonly string[] {
  const names = [...path, column.header];
  return column.children.length === 0
    ? [names.join("·")]
    : column.children.flatMap((child) => columnNames(child, names));
}

function keyOf({ cells }: Row, words: readonly string[]): string {
  return cells
    .map((cell, index) => (cell.kind === "figure" || cell.kind === "empty" ? "" : words[index]))
    .join("\t");
}

function namedCells(
  { cells }: Row,
  columns: readonly string[],
  words: readonly string[],
  counts: ReadonlyMap<string, number>,
): readonly NamedCell[] {
  return cells.map((cell, index) => {
    const left = words.slice(0, index).filter((word) => word !== "" && !/^\d+$/.test(word));
    const only = left.findLast((word) => counts.get(word) === 1);
    return { cell, column: columns[index] ?? "", row: only ?? left.slice(-2).join(" ") };
  });
}

function compareCells(
  before: NamedRow,
  after: NamedRow,
  names: Pick<CellCorrection, "number" | "title">,
): readonly CellCorrection[] {
  const known = new Map(before.cells.map((each) => [each.column, each]));
  return after.cells.flatMap(({ cell, column, row }, index) => {
    const beside = before.cells[index];
    const old = (beside?.column === column ? beside : known.get(column))?.cell;
    if (cell.kind === "covered" || (old && cellText(old) === cellText(cell))) return [];
    return [
      {
        kind: "cell",
        ...names,
        row: row || nameOf(after),
        column,
        before: old && { text: cellText(old), spots: [{ element: old }] },
        after: { text: cellText(cell), spots: [{ element: cell }] },
      },
    ];
  });
}

function wholeRow(
  before: NamedRow | undefined,
  after: NamedRow | undefined,
  names: Pick<CellCorrection, "number" | "title">,
): CellCorrection {
  const version = (row: NamedRow | undefined) => {
    const cells = row?.cells.filter(({ cell }) => cellText(cell) !== "") ?? [];
    const text = cells.map(({ cell }) => cellText(cell)).join(" ");
    return row && { text, spots: cells.map(({ cell }) => ({ element: cell })) };
  };
  const row = after ?? before;
  return {
    kind: "cell",
    ...names,
    row: row ? nameOf(row) : "",
    column: undefined,
    before: version(before),
    after: version(after),
  };
}

/** The words of a row that are no code. */
function nameOf({ key }: NamedRow): string {
  const words = key.split("\t").filter((word) => word !== "");
  return words.find((word) => !/^\d+$/.test(word)) ?? words.join("");
}

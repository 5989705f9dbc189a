import { cellText } from "../model/printed.js";
import type { Cell, Row, Table } from "../model/report.js";
import { areOfOneList, isCode, namingColumns, wordIn } from "../model/table-words.js";
import { headsOver, type Leaf, leavesOf, seenCells } from "../model/walk.js";
import { type Likeness, likenessBy } from "../text/dice.js";
import { EVIDENCE } from "../text/thresholds.js";

/** A table as it is looked up: every column by its heads, every row by what it is about and its words. */
export interface TableIndex {
  readonly columns: readonly IndexedColumn[];
  readonly rows: readonly IndexedRow[];
  /** the columns with names in them, the surest first */
  readonly naming: readonly IndexedColumn[];
}

export interface IndexedColumn extends Leaf {
  /** its heads, as one text */
  readonly words: string;
  /** what it shows, where no other column does */
  readonly subject: string;
  /** how often each word stands in it */
  readonly counts: ReadonlyMap<string, number>;
  /** the codes in it */
  readonly codes: ReadonlySet<string>;
}

export interface IndexedRow {
  readonly index: number;
  readonly row: Row;
  /** by column; in place of a covered cell the one that covers it */
  readonly cells: readonly Cell[];
  /** what it is about; nothing where it does not say it */
  readonly subject: string;
  /** the words that tell it from other rows, in one */
  readonly words: string;
  /** the names among those of its own cells, and of the cells above that cover some of its places */
  readonly own: string;
  readonly carried: string;
  readonly figures: string;
}

export function indexTable(table: Table | undefined): TableIndex {
  if (!table) return { columns: [], rows: [], naming: [] };
  const seen = seenCells(table);
  const leaves = leavesOf(table.columns);
  const columns = leaves.map((leaf) => indexedColumn(leaf, leaves, table));
  const rows = table.rows.map((row, index) =>
    indexedRow(row, index, seen[index] ?? [], columns, seen.length),
  );
  return { columns, rows, naming: namingColumns(columns) };
}

function indexedColumn(leaf: Leaf, leaves: readonly Leaf[], { rows }: Table): IndexedColumn {
  const [counts, codes] = [new Map<string, number>(), new Set<string>()];
  for (const row of rows) {
    const word = wordIn(row.cells[leaf.index]);
    if (word === "") continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (isCode(word, leaf, row)) codes.add(word);
  }
  const isOnly = leaves.every((each) => each === leaf || shownBy(each) !== shownBy(leaf));
  const subject = isOnly ? shownBy(leaf) : "";
  return { ...leaf, words: headsOver(leaf).join("\t"), subject, counts, codes };
}

function shownBy({ column: { side, shows } }: Leaf): string {
  return JSON.stringify([side, shows]);
}

/** Whether the place of a row in a column belongs to a cell of an earlier row. */
export function isCovered({ row }: IndexedRow, { index }: Leaf): boolean {
  return row.cells[index]?.kind === "covered";
}

/** The name that a row has in a column; codes are none. */
function nameIn({ row, cells }: IndexedRow, column: Leaf): string {
  const word = wordIn(cells[column.index]);
  return isCode(word, column, row) ? "" : word;
}

function indexedRow(
  row: Row,
  index: number,
  cells: readonly Cell[],
  columns: readonly IndexedColumn[],
  count: number,
): IndexedRow {
  const words = columns.flatMap((column) => {
    const word = wordIn(cells[column.index]);
    const { kind } = row.cells[column.index] ?? { kind: "covered" };
    const isName = !isCode(word, column, row);
    return tells(word, column.counts, count) ? [{ word, isName, isOwn: kind !== "covered" }] : [];
  });
  const join = (part: typeof words): string => part.map(({ word }) => word).join("\t");
  return {
    index,
    row,
    cells,
    subject: subjectOf(row),
    words: join(words),
    own: join(words.filter(({ isName, isOwn }) => isName && isOwn)),
    carried: join(words.filter(({ isName, isOwn }) => isName && !isOwn)),
    figures: row.cells.flatMap((cell) => (cell.kind === "figure" ? [cellText(cell)] : [])).join("\t"),
  };
}

function subjectOf({ subjects }: Row): string {
  return subjects.every(({ role }) => role === "empty") ? "" : JSON.stringify(subjects);
}

/**
 * A word that most rows have in a column tells none of them from the others. This is counted, as it is so of these rows
 * only: 特定目标类 tells a project from others where there are few of the kind.
 */
function tells(word: string, counts: IndexedColumn["counts"], rows: number): boolean {
  return word !== "" && (counts.get(word) ?? 0) * 2 <= rows;
}

const own = likenessBy<IndexedRow>((row) => row.own);
const carried = likenessBy<IndexedRow>((row) => row.carried);

/** How alike rows are between others that are equal: in their words, or else in all their figures. */
export const alikeRows: Likeness<IndexedRow> = (one, other) => {
  const likeness = own(one, other);
  const words = one.carried + other.carried === "" ? likeness : (likeness + carried(one, other)) / 2;
  const haveSameFigures = one.figures !== "" && one.figures === other.figures;
  return Math.max(words, haveSameFigures ? EVIDENCE.sameFigures : 0);
};

/** How alike they are wherever they stand: a row of another project is another row. */
export const alikeAnywhere: Likeness<IndexedRow> = (one, other) =>
  Math.min(alikeRows(one, other), carried(one, other));

/** What a row is called: its word in the column that names rows, with its codes where others have the same. */
export function rowName(row: IndexedRow, table: TableIndex): readonly string[] {
  const column = table.naming.find((each) => nameIn(row, each) !== "");
  if (!column) return [codesIn(row, table, table.columns.length)].filter((word) => word !== "");
  const word = nameIn(row, column);
  const isOnly = (column.counts.get(word) ?? 0) <= 1;
  const codes = isOnly ? "" : codesIn(row, table, column.index);
  return [codes === "" ? word : `${codes} ${word}`];
}

/** What the row of a cell is called: on one of several sides by its name there, within a project also by the indicator. */
export function cellRowName(row: IndexedRow, column: IndexedColumn, table: TableIndex): readonly string[] {
  const hasSides = table.columns.some((each) => each.column.side > 0);
  const isIndicator = column.column.shows.kind === "indicator";
  if (!hasSides && !isIndicator) return rowName(row, table);
  const [naming = column] = namingColumns(table.columns.filter((each) => areOfOneList(each, column)));
  const name = nameIn(row, naming) || nameIn(row, column);
  if (name === "") return rowName(row, table);
  return isIndicator ? [...rowName(row, table), name] : [name];
}

/** A code that is the same in every row says nothing of this one. */
function codesIn({ row, cells }: IndexedRow, { columns }: TableIndex, end: number): string {
  return columns
    .slice(0, end)
    .filter(({ codes }) => codes.size > 1)
    .map((column) => ({ column, word: wordIn(cells[column.index]) }))
    .flatMap(({ column, word }) => (isCode(word, column, row) ? [word] : []))
    .join("");
}

import { cellText } from "../model/printed.js";
import type { Cell, Row, Table } from "../model/report.js";
import { isCode, namingColumns, wordIn } from "../model/table-words.js";
import { headsOver, type Leaf, leavesOf, seenCells } from "../model/walk.js";
import { type Likeness, likenessBy } from "../text/dice.js";
import { EVIDENCE } from "../text/thresholds.js";

/** A table as it is looked up: every column by its heads, every row by what it is about and its words. */
export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** the columns with names in them, the surest first */
  readonly naming: readonly GridColumn[];
}

export interface GridColumn extends Leaf {
  /** its heads, as one text */
  readonly words: string;
  /** what it shows, where no other column does */
  readonly subject: string;
  /** how often each word stands in it */
  readonly counts: ReadonlyMap<string, number>;
  /** the codes in it */
  readonly codes: ReadonlySet<string>;
}

export interface GridRow {
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

export function gridOf(table: Table | undefined): Grid {
  if (!table) return { columns: [], rows: [], naming: [] };
  const seen = seenCells(table);
  const leaves = leavesOf(table.columns);
  const columns = leaves.map((leaf) => gridColumn(leaf, leaves, table));
  const rows = table.rows.map((row, index) => gridRow(row, index, seen[index] ?? [], columns, seen.length));
  return { columns, rows, naming: namingColumns(columns) };
}

function gridColumn(leaf: Leaf, leaves: readonly Leaf[], { rows }: Table): GridColumn {
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
export function isCovered({ row }: GridRow, { index }: Leaf): boolean {
  return row.cells[index]?.kind === "covered";
}

/** The name that a row has in a column; codes are none. */
export function nameIn({ row, cells }: GridRow, column: Leaf): string {
  const word = wordIn(cells[column.index]);
  return isCode(word, column, row) ? "" : word;
}

function gridRow(
  row: Row,
  index: number,
  cells: readonly Cell[],
  columns: readonly GridColumn[],
  count: number,
): GridRow {
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
function tells(word: string, counts: GridColumn["counts"], rows: number): boolean {
  return word !== "" && (counts.get(word) ?? 0) * 2 <= rows;
}

const own = likenessBy<GridRow>((row) => row.own);
const carried = likenessBy<GridRow>((row) => row.carried);

/** How alike rows are between others that are equal: in their words, or else in all their figures. */
export const alikeRows: Likeness<GridRow> = (one, other) => {
  const likeness = own(one, other);
  const words = one.carried + other.carried === "" ? likeness : (likeness + carried(one, other)) / 2;
  const haveSameFigures = one.figures !== "" && one.figures === other.figures;
  return Math.max(words, haveSameFigures ? EVIDENCE.sameFigures : 0);
};

/** How alike they are wherever they stand: a row of another project is another row. */
export const alikeAnywhere: Likeness<GridRow> = (one, other) =>
  Math.min(alikeRows(one, other), carried(one, other));

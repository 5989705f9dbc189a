import { NO_CODE } from "../model/budget.js";
import { cellText } from "../model/printed.js";
import type { Cell, Column, Row, Table } from "../model/report.js";
import { type Likeness, likenessBy } from "../text/dice.js";
import { EVIDENCE } from "../text/thresholds.js";

/** A table as it is looked up: every column by its heads, every row by its words. */
export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** the columns with names in them, that which tells most rows apart first */
  readonly naming: readonly GridColumn[];
}

export interface GridColumn {
  readonly index: number;
  /** the heads from the outermost to its own */
  readonly path: readonly string[];
  /** how often each word stands in it */
  readonly counts: ReadonlyMap<string, number>;
}

export interface GridRow {
  readonly index: number;
  /** by column; in place of a covered cell the one that covers it */
  readonly cells: readonly Cell[];
  /** whether a cell of an earlier row stands there */
  readonly covered: readonly boolean[];
  /** the words that tell it from other rows, in one */
  readonly key: string;
  /** those of its own cells, and those of the cells above that cover some of its places */
  readonly own: string;
  readonly carried: string;
  readonly codes: string;
  readonly figures: string;
}

export function gridOf(table: Table | undefined): Grid {
  if (!table) return { columns: [], rows: [], naming: [] };
  const columns = table.columns
    .flatMap((column) => pathsTo(column, []))
    .map((path, index) => {
      return { index, path, counts: countsOf(table.rows.map(({ cells }) => wordIn(cells[index]))) };
    });
  const above: Cell[] = [];
  const rows = table.rows.map((row, index) => {
    for (const [place, cell] of row.cells.entries()) if (cell.kind !== "covered") above[place] = cell;
    return gridRow(row, index, [...above], columns, table.rows.length);
  });
  return { columns, rows, naming: namingColumns(columns, rows) };
}

/** Cells that span rows name them all, so they come first; then what is headed as a name, and what tells most rows apart. */
function namingColumns(columns: readonly GridColumn[], rows: readonly GridRow[]): readonly GridColumn[] {
  const rank = ({ index, path, counts }: GridColumn): readonly number[] => [
    Number(rows.some(({ covered }) => covered[index])),
    Number(/名称/u.test(path.at(-1) ?? "")),
    [...counts.keys()].filter(isName).length,
  ];
  return columns.toSorted((a, b) => byRank(rank(b), rank(a)));
}

function byRank(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((each, place) => each !== other[place]);
  return index === -1 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}

function pathsTo({ header, children }: Column, above: readonly string[]): readonly (readonly string[])[] {
  const path = [...above, header];
  return children.length === 0 ? [path] : children.flatMap((child) => pathsTo(child, path));
}

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** What a cell says in words; figures are none. */
export function wordIn(cell: Cell | undefined): string {
  return cell?.kind === "text" ? cell.text : "";
}

export function isCode(word: string): boolean {
  return /^[\d ]+$/.test(word) || word === NO_CODE;
}

export function isName(word: string): boolean {
  return word !== "" && !isCode(word);
}

function gridRow(
  { cells }: Row,
  index: number,
  printed: readonly Cell[],
  columns: readonly GridColumn[],
  count: number,
): GridRow {
  const covered = cells.map(({ kind }) => kind === "covered");
  const words = columns.flatMap(({ index: place, counts }) => {
    const word = wordIn(printed[place]);
    return tells(word, counts, count) ? [{ word, own: !covered[place] }] : [];
  });
  const join = (part: typeof words): string => part.map(({ word }) => word).join("\t");
  const names = words.filter(({ word }) => !isCode(word));
  return {
    index,
    cells: printed,
    covered,
    key: join(words),
    own: join(names.filter(({ own }) => own)),
    carried: join(names.filter(({ own }) => !own)),
    codes: join(words.filter(({ word, own }) => own && isCode(word))),
    figures: cells.flatMap((cell) => (cell.kind === "figure" ? [cellText(cell)] : [])).join("\t"),
  };
}

/** A word that most rows have in a column tells none of them from the others. */
export function tells(word: string, counts: GridColumn["counts"], rows: number): boolean {
  return word !== "" && (counts.get(word) ?? 0) * 2 <= rows;
}

const own = likenessBy<GridRow>((row) => row.own);
const carried = likenessBy<GridRow>((row) => row.carried);

/** How alike rows are between others that are equal: in their words, or else in their codes or all their figures. */
export const alikeRows: Likeness<GridRow> = (one, other) => {
  const words =
    one.carried + other.carried === "" ? [own(one, other)] : [own(one, other), carried(one, other)];
  return Math.max(
    words.reduce((sum, each) => sum + each, 0) / words.length,
    one.codes !== "" && one.codes === other.codes ? EVIDENCE.sameCodes : 0,
    one.figures !== "" && one.figures === other.figures ? EVIDENCE.sameFigures : 0,
  );
};

/** How alike they are wherever they stand: a row of another project is another row. */
export const alikeAnywhere: Likeness<GridRow> = (one, other) =>
  Math.min(alikeRows(one, other), carried(one, other));

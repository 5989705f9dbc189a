import { cellText } from "../../model/printed.js";
import type { Cell, Column, Table } from "../../model/report.js";
import { compact } from "../../text/fold.js";

/** A leaf column of a table with the words that tell it from the others. */
export interface Leaf {
  readonly index: number;
  /** its own head, with the one above it where another column has the same */
  readonly name: string;
  readonly holdsFigures: boolean;
  /** whether a list of its own begins here: the rows of the lists beside each other have nothing to do with each other */
  readonly beginsList: boolean;
}

/** A cell that must show something, or nothing where its kind is "empty". */
export interface ExpectedCell {
  readonly leaf: Leaf;
  readonly cell: Cell;
  /** as it is printed, without blanks */
  readonly text: string;
}

/** A line of one of the lists that a table consists of. */
export interface Entry {
  readonly table: Table;
  readonly row: number;
  /** which of the lists */
  readonly list: number;
  /** all its words, without blanks */
  readonly label: string;
  /** the column of its name */
  readonly nameColumn: number;
  readonly words: readonly ExpectedCell[];
  readonly figures: readonly ExpectedCell[];
}

/** A table as lists of entries: those of a balance stand beside each other, the others have one. */
export interface TableForm {
  readonly table: Table;
  readonly leaves: readonly Leaf[];
  readonly heads: readonly string[];
  /** row by row */
  readonly entries: readonly Entry[];
}

export function formOf(table: Table): TableForm {
  const leaves = leavesOf(table);
  const starts = leaves.filter((leaf) => leaf.beginsList).map((leaf) => leaf.index);
  const names = nameColumns(table, leaves, starts);
  const entries = table.rows.flatMap((row, rowIndex) =>
    starts.flatMap((start, list) => {
      const cells = leaves
        .slice(start, starts[list + 1])
        .map((leaf) => expectedCell(leaf, row.cells[leaf.index] ?? { kind: "covered" }));
      return entryOf({ table, row: rowIndex, list, nameColumn: names[list] ?? start }, cells);
    }),
  );
  return { table, leaves, heads: headsOf(table.columns), entries };
}

function expectedCell(leaf: Leaf, cell: Cell): ExpectedCell {
  return { leaf, cell, text: compact(cellText(cell)) };
}

function entryOf(
  place: Pick<Entry, "table" | "row" | "list" | "nameColumn">,
  cells: readonly ExpectedCell[],
): readonly Entry[] {
  const words = cells.filter(({ leaf, cell }) => !leaf.holdsFigures && cell.kind !== "covered");
  const figures = cells.filter(({ leaf, cell }) => leaf.holdsFigures && cell.kind !== "covered");
  if ([...words, ...figures].every(({ text }) => text === "")) return [];
  return [{ ...place, label: words.map(({ text }) => text).join(""), words, figures }];
}

/** What a reader would call an entry: its codes, and the name that tells it from the others. */
export function nameOf({ words, nameColumn }: Pick<Entry, "words" | "nameColumn">): string {
  const shown = words.filter(({ text }) => text !== "");
  const isCode = ({ text }: ExpectedCell): boolean => /^\d+$/u.test(text);
  const name = shown.find(({ leaf }) => leaf.index === nameColumn) ?? shown.find((cell) => !isCode(cell));
  const end = shown.findIndex((cell) => !isCode(cell));
  const codes = shown.slice(0, end < 0 ? undefined : end).map(({ text }) => text);
  return [codes.join(""), name && !isCode(name) ? name.text : ""].filter((text) => text !== "").join(" ");
}

/** Of a list's columns of names, the one with most of them: 项目名称, not 类型 or 项目单位. */
function nameColumns({ rows }: Table, leaves: readonly Leaf[], lists: readonly number[]): readonly number[] {
  return lists.map((start, list) => {
    const columns = leaves.slice(start, lists[list + 1]).map(({ index }) => index);
    const counts = columns.map((column) => new Set(rows.flatMap((row) => nameIn(row.cells[column]))).size);
    return columns[counts.indexOf(Math.max(...counts))] ?? start;
  });
}

function nameIn(cell: Cell | undefined): readonly string[] {
  return cell?.kind === "text" && !/^\d+$/u.test(cell.text) ? [cell.text] : [];
}

interface Path {
  readonly column: Column;
  readonly above: readonly Column[];
}

function leavesOf({ columns, rows }: Table): readonly Leaf[] {
  const paths = columns.flatMap((column) => pathsOf(column, []));
  const holdsFigures = paths.map(
    ({ column }, index) =>
      rows.some((row) => row.cells[index]?.kind === "figure") ||
      (column.align === "right" && !rows.some((row) => row.cells[index]?.kind === "text")),
  );
  const firstFigure = holdsFigures.indexOf(true);
  return paths.map(({ column, above }, index) => ({
    index,
    name: nameOfPath({ column, above }, paths),
    holdsFigures: holdsFigures[index] ?? false,
    beginsList: index === 0 || beginsList(index, paths, holdsFigures, firstFigure),
  }));
}

function pathsOf(column: Column, above: readonly Column[]): readonly Path[] {
  if (column.children.length === 0) return [{ column, above }];
  return column.children.flatMap((child) => pathsOf(child, [...above, column]));
}

/** Behind figures words begin a list, and so do the first words of each group behind that. */
function beginsList(
  index: number,
  paths: readonly Path[],
  holdsFigures: readonly boolean[],
  firstFigure: number,
): boolean {
  if (holdsFigures[index] || firstFigure < 0 || index < firstFigure) return false;
  const parent = paths[index]?.above.at(-1);
  return holdsFigures[index - 1] === true || parent !== paths[index - 1]?.above.at(-1);
}

function nameOfPath({ column, above }: Path, all: readonly Path[]): string {
  const same = all.filter((path) => path.column.header.text === column.header.text);
  const parent = above.at(-1);
  return same.length > 1 && parent ? `${parent.header.text}·${column.header.text}` : column.header.text;
}

function headsOf(columns: readonly Column[]): readonly string[] {
  return columns.flatMap((column) => [compact(column.header.text), ...headsOf(column.children)]);
}

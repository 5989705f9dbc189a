import { eastAsianWidth } from "get-east-asian-width";
import { cellText } from "../../model/printed.js";
import type { Cell, Table } from "../../model/report.js";
import { columnsOf, leavesOf } from "../../model/walk.js";
import { sum } from "../layout/lengths.js";

/** In characters of Latin type, as workbooks count widths. */
const NARROWEST = 6;
/** How wide columns of words may be, the widest first with which a table can be read on paper. */
const WIDEST = [36, 28, 22, 16, 12] as const;
const READABLE = 140;
/** Air at the sides of a cell. */
const SIDES = 2;
/** Other type than ours is a little wider. */
const SPARE = 1.1;
/** Rows may be no higher than so many lines. */
const MOST_LINES = 24;
/** Of a line of type of 10 pt, in pt. */
export const LINE = 15;

/** How wide a text is, in characters of Latin type. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}

/** How many lines a text takes in a cell. */
export function linesIn(text: string, width: number): number {
  return sum(
    text
      .split("\n")
      .map((line) => Math.max(1, Math.ceil((widthOf(line) * SPARE) / Math.max(1, width - SIDES)))),
  );
}

/** How wide each column of a table is: figures are whole, words go on several lines. */
export function columnWidths(table: Table): readonly number[] {
  const tried = WIDEST.map((most) => widthsUpTo(most, table));
  return tried.find((widths) => sum(widths) <= READABLE) ?? tried.at(-1) ?? [];
}

function widthsUpTo(most: number, { columns, rows }: Table): readonly number[] {
  return leavesOf(columns).map(({ column, index }) => {
    const cells = rows.flatMap(({ cells }) => cells[index] ?? []).filter((cell) => columnsOf(cell) === 1);
    const figures = widest(cells.filter(({ kind }) => kind === "figure"));
    const words = widest(cells.filter(({ kind }) => kind === "text"));
    const whole = column.shows.kind === "code" ? Math.max(figures, words) : figures;
    return Math.ceil(
      Math.max(
        NARROWEST,
        whole * SPARE + SIDES,
        Math.min(most, words * SPARE + SIDES),
        Math.min(most / 3, widthOf(column.header.text)) + SIDES,
        (words * SPARE) / MOST_LINES + SIDES,
      ),
    );
  });
}

function widest(cells: readonly Cell[]): number {
  return cells.reduce((width, cell) => Math.max(width, ...cellText(cell).split("\n").map(widthOf)), 0);
}

/** How high each row of a table is, in pt, so that every text in it can be seen, also one that goes over several rows. */
export function rowHeights({ rows }: Table, widths: readonly number[]): readonly number[] {
  const heights = rows.map(() => LINE);
  for (const [at, { cells }] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell.kind === "covered") continue;
      const wanted = linesIn(cellText(cell), sum(widths.slice(column, column + columnsOf(cell)))) * LINE;
      const own = heights.slice(at, at + cell.rows);
      const lacking = wanted - sum(own);
      if (lacking <= 0) continue;
      for (const index of own.keys()) heights[at + index] = (own[index] ?? LINE) + lacking / own.length;
    }
  }
  return heights.map(Math.ceil);
}

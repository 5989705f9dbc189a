import { cellText } from "../../model/printed.js";
import type { Table } from "../../model/report.js";
import { columnsOf, leavesOf } from "../../model/walk.js";
import { breakEvenly, breakLines } from "../layout/line-breaking.js";
import type { GridPlace, SetCell } from "../layout/page.js";
import { measureIn, typeIn } from "../layout/set-line.js";
import { type SourceText, textOf } from "../layout/source-text.js";
import { cellBoxes, headBoxes } from "./cell-boxes.js";
import { type CellLook, cellLook } from "./cell-look.js";
import type { HeadGrid } from "./table-head.js";
import {
  type CellType,
  type RowSpan,
  roomIn,
  rowHeight,
  stretchForSpans,
  type TableType,
} from "./table-measures.js";

/** A cell whose text is broken into lines; it may span rows and columns. */
export interface BrokenCell extends GridPlace, Pick<SetCell, "of" | "repeated"> {
  readonly look: CellLook;
  readonly lines: readonly SourceText[];
}

/** Rows, head or body, as high as the cells that span no others need. */
export interface BrokenRows {
  /** in pt, from the middle of one rule to the middle of the next */
  readonly heights: readonly number[];
  readonly cells: readonly BrokenCell[];
}

/** Breaks the head's words into lines and makes its rows high enough for them. */
export function breakHead(head: HeadGrid, { type, widths }: TableType): BrokenRows {
  const measure = measureIn(type);
  const cells = head.cells.map(({ text, ...cell }): BrokenCell => {
    const room = roomIn(widths.slice(cell.column, cell.column + cell.columns));
    const lines = breakEvenly(textOf(cell.of, text), measure, room, headBoxes(text));
    return { ...cell, repeated: false, look: HEAD, lines };
  });
  const heights = stretchForSpans(rowHeights(head.rows, cells, type), spansOf(cells), type);
  return { heights, cells };
}

const HEAD: CellLook = { font: undefined, align: "center", indent: 0 };

/** Breaks the cells of a table's rows into lines. Rows are as high as their own cells; spans are not yet counted. */
export function breakBody(table: Table, { type, widths }: TableType): BrokenRows {
  const leaves = leavesOf(table.columns);
  const cells = table.rows.flatMap((tableRow, row) =>
    leaves.flatMap(({ column: leaf, index: column }): BrokenCell[] => {
      const cell = tableRow.cells[column];
      if (!cell || cell.kind === "covered") return [];
      const look = cellLook(table, tableRow, leaf, cell);
      const text = textOf(cell, cellText(cell));
      const columns = columnsOf(cell);
      const room = roomIn(widths.slice(column, column + columns)) - look.indent * type.style.size;
      const boxes = cellBoxes(text.text, leaf);
      const measure = measureIn(typeIn(type, look.font));
      const lines = cell.kind === "figure" ? [text] : breakLines(text, measure, room, { boxes });
      return [{ of: cell, repeated: false, row, column, rows: cell.rows, columns, look, lines }];
    }),
  );
  return { heights: rowHeights(table.rows.length, cells, type), cells };
}

/** How many lines the longest of each row's own cells has. */
export function longestPerRow(count: number, cells: readonly BrokenCell[]): number[] {
  const lines = new Array<number>(count).fill(1);
  for (const cell of cells) {
    if (cell.rows === 1) lines[cell.row] = Math.max(lines[cell.row] ?? 1, cell.lines.length);
  }
  return lines;
}

/** The heights of rows that hold their own cells; spans are not counted. */
export function rowHeights(count: number, cells: readonly BrokenCell[], type: CellType): number[] {
  return longestPerRow(count, cells).map((each) => rowHeight(each, type));
}

/** What rows are raised for. */
export function spansOf(cells: readonly BrokenCell[]): readonly RowSpan[] {
  return cells.map(({ row, rows, lines }) => ({ row, rows, lines: lines.length }));
}

import { sum } from "../layout/lengths.js";
import { RULE } from "../layout/page.js";
import type { Type } from "../layout/set-line.js";

/** Between a rule and the type beside it, in pt. */
export const SIDE = 2.5;

/** The type of a table's cells, with the air above and below it in each row, in pt. */
export interface CellType extends Type {
  readonly air: number;
}

/** How a table's cells are set. */
export interface TableType {
  readonly type: CellType;
  /** of the columns, from the middle of one rule to the middle of the next, in pt */
  readonly widths: readonly number[];
}

/** The width that cells spanning `widths` leave for text, in pt. */
export function roomIn(widths: readonly number[]): number {
  return sum(widths) - 2 * SIDE - RULE;
}

/** The height of a row that holds `lines` lines, in pt. */
export function rowHeight(lines: number, { style, air }: CellType): number {
  return Math.max(1, lines) * style.pitch + 2 * air + RULE;
}

/** Rows that a text goes over, and on how many lines it does. */
export interface RowSpan {
  readonly row: number;
  readonly rows: number;
  readonly lines: number;
}

/** The heights of rows, those of a span raised alike where together they are too low for its text. */
export function stretchForSpans(
  heights: readonly number[],
  spans: Iterable<RowSpan>,
  type: CellType,
): readonly number[] {
  const stretched = [...heights];
  for (const { row, rows, lines } of spans) {
    const lacking = (rowHeight(lines, type) - sum(stretched.slice(row, row + rows))) / rows;
    if (lacking <= 0) continue;
    for (let each = row; each < row + rows; each++) stretched[each] = (stretched[each] ?? 0) + lacking;
  }
  return stretched;
}

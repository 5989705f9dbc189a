import type { Cell, Table } from "../model/report.js";
import { cellText } from "./figures.js";
import type { Measure } from "./lines.js";
import type { HeadGrid } from "./table-head.js";
import { textUnits } from "./units.js";

/** What a column asks for, without padding. */
export interface Demand {
  /** below it a figure would break; never less than a character */
  readonly least: number;
  /** below it words would be cut or heads stand in one character a line */
  readonly fair: number;
  /** at it nothing would be broken */
  readonly wish: number;
}

/** Widths in em: how much of a head, a word and a text a column should hold at least. */
const FAIR_HEAD = 3;
const FAIR_WORD = 6;
const FAIR_TEXT = 4;
/** A text of more than so many lines makes its column wider, up to a limit. */
const FAIR_LINES = 8;
const FAIR_LONG_TEXT = 12;

/** What a column may wish for at most, in em, so that one long text does not starve the others. */
const LONGEST_WISH = 40;

/** What each column of a table asks for, in the unit of `measure`, where a character is 1 wide. */
export function columnDemands(table: Table, head: HeadGrid, measure: Measure): Demand[] {
  const demands = head.aligns.map(() => ({ least: 1, fair: 1, wish: 1 }));
  for (const row of table.rows) {
    for (const [column, cell] of row.cells.entries()) raise(demands[column], cellDemand(cell, measure));
  }
  for (const { text, column, columns } of head.cells) {
    const natural = measure(text);
    if (columns === 1) raise(demands[column], headDemand(natural));
    else widen(demands.slice(column, column + columns), Math.min(natural, FAIR_HEAD));
  }
  return demands;
}

type Growing = { -readonly [K in keyof Demand]: Demand[K] };

function cellDemand(cell: Cell, measure: Measure): Demand {
  const text = cellText(cell);
  const natural = measure(text);
  if (cell.kind === "figure") return { least: natural, fair: natural, wish: natural };
  const words = textUnits(text).map((word) => measure(word.trimEnd()));
  const longest = Math.min(FAIR_WORD, Math.max(0, ...words));
  const long = Math.min(natural / FAIR_LINES, FAIR_LONG_TEXT);
  const fair = Math.max(longest, long, Math.min(natural, FAIR_TEXT));
  return { least: 1, fair, wish: Math.min(natural, LONGEST_WISH) };
}

function headDemand(natural: number): Demand {
  return { least: 1, fair: Math.min(natural, FAIR_HEAD), wish: natural };
}

function raise(demand: Growing | undefined, by: Demand): void {
  if (!demand) return;
  demand.least = Math.max(demand.least, by.least);
  demand.fair = Math.max(demand.fair, by.fair, by.least);
  demand.wish = Math.max(demand.wish, by.wish, demand.fair);
}

/** Gives columns under a common head what they lack together to hold it. */
function widen(demands: readonly Growing[], needed: number): void {
  const lacking = (needed - demands.reduce((sum, each) => sum + each.fair, 0)) / demands.length;
  if (lacking <= 0) return;
  for (const demand of demands) {
    demand.fair += lacking;
    demand.wish = Math.max(demand.wish, demand.fair);
  }
}

/**
 * Divides `width` among columns: first what each needs at least, then what is fair, then up to its wish, then in
 * proportion to the wishes. Undefined where not even the least fits.
 */
export function divideWidth(demands: readonly Demand[], width: number): number[] | undefined {
  const least = demands.map((each) => each.least);
  const fair = demands.map((each) => each.fair);
  const wish = demands.map((each) => each.wish);
  if (total(least) > width) return undefined;
  if (total(fair) > width) return between(least, fair, width);
  if (total(wish) > width) return between(fair, wish, width);
  return wish.map((each) => (each * width) / total(wish));
}

/** Whether all columns can have their fair width. */
export function fitsFairly(demands: readonly Demand[], width: number): boolean {
  return total(demands.map((each) => each.fair)) <= width;
}

function between(small: readonly number[], large: readonly number[], width: number): number[] {
  const share = (width - total(small)) / (total(large) - total(small));
  return small.map((each, column) => each + ((large[column] ?? each) - each) * share);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

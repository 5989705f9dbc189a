import { cellText } from "../../model/printed.js";
import type { Cell, Table } from "../../model/report.js";
import { boxesOf } from "../layout/break-opportunities.js";
import { sum } from "../layout/lengths.js";
import type { MeasureText } from "../layout/line-breaking.js";
import type { HeadGrid } from "./table-head.js";

/** What a column asks for, without padding. */
export interface Demand {
  /** below it a figure would break; never less than a character */
  readonly least: number;
  /** below it a number among words would break, such as a code or an indicator's value */
  readonly numbers: number;
  /** below it words would be cut or heads stand in one character a line */
  readonly fair: number;
  /** at it no text below the head would be broken */
  readonly whole: number;
  /** at it nothing would be broken */
  readonly wish: number;
}

/** Widths are given out in this order, each to all columns before the next to any. */
const STAGES = ["least", "numbers", "fair", "whole", "wish"] as const;

/** Widths in em: how much of a head, a word and a text a column should hold at least. */
const FAIR_HEAD = 3;
const FAIR_WORD = 6;
/** A code of 21 digits stays on one line. */
const LONGEST_NUMBER = 11;
const FAIR_TEXT = 4;
/** A text of more than so many lines makes its column wider, up to a limit. */
const FAIR_LINES = 8;
const FAIR_LONG_TEXT = 12;

/** What a column may wish for at most, in em, so that one long text or head does not starve the others. */
const LONGEST_WISH = 40;
const LONGEST_HEAD_WISH = 12;

/** What each column of a table asks for, in the unit of `measure`, where a character is 1 wide. */
export function columnDemands(table: Table, head: HeadGrid, measure: MeasureText): Demand[] {
  const demands = Array.from({ length: head.columns }, () => {
    return { least: 1, numbers: 1, fair: 1, whole: 1, wish: 1 };
  });
  for (const row of table.rows) {
    row.cells.forEach((cell, column) => {
      raise(demands[column], cellDemand(cell, measure));
    });
  }
  for (const { text, column, columns } of head.cells) {
    const natural = measure(text);
    if (columns === 1) raise(demands[column], headDemand(natural));
    else widen(demands.slice(column, column + columns), Math.min(natural, FAIR_HEAD));
  }
  return demands;
}

type Growing = { -readonly [K in keyof Demand]: Demand[K] };

function cellDemand(cell: Cell, measure: MeasureText): Demand {
  const text = cellText(cell);
  const natural = measure(text);
  if (cell.kind === "figure")
    return { least: natural, numbers: natural, fair: natural, whole: natural, wish: natural };
  let longest = 0;
  let numbers = 1;
  for (const box of boxesOf(text)) {
    const width = measure(box.text.trimEnd());
    longest = Math.max(longest, Math.min(width, FAIR_WORD));
    if (/\d/.test(box.text)) numbers = Math.max(numbers, Math.min(width, LONGEST_NUMBER));
  }
  const long = Math.min(natural / FAIR_LINES, FAIR_LONG_TEXT);
  const fair = Math.max(numbers, longest, long, Math.min(natural, FAIR_TEXT));
  const whole = Math.min(natural, LONGEST_WISH);
  return { least: 1, numbers, fair, whole, wish: whole };
}

function headDemand(natural: number): Demand {
  return {
    least: 1,
    numbers: 1,
    fair: Math.min(natural, FAIR_HEAD),
    whole: 1,
    wish: Math.min(natural, LONGEST_HEAD_WISH),
  };
}

function raise(demand: Growing | undefined, by: Demand): void {
  if (!demand) return;
  let smaller = 0;
  for (const stage of STAGES) {
    demand[stage] = Math.max(demand[stage], by[stage], smaller);
    smaller = demand[stage];
  }
}

/** Gives columns under a common head what they lack together to hold it. */
function widen(demands: readonly Growing[], needed: number): void {
  const lacking = (needed - sum(demands.map((each) => each.fair))) / demands.length;
  if (lacking <= 0) return;
  for (const demand of demands) raise(demand, { ...demand, fair: demand.fair + lacking });
}

/**
 * Divides `width` among columns, stage by stage as far as it goes, and what is left in proportion to the wishes.
 * Undefined where not even the least fits.
 */
export function divideWidth(demands: readonly Demand[], width: number): number[] | undefined {
  let given: number[] | undefined;
  for (const stage of STAGES) {
    const asked = demands.map((each) => each[stage]);
    if (sum(asked) > width) return given && between(given, asked, width);
    given = asked;
  }
  return given?.map((each) => (each * width) / sum(given));
}

/** Whether all columns can have their fair width. */
export function fitsFairly(demands: readonly Demand[], width: number): boolean {
  return sum(demands.map((each) => each.fair)) <= width;
}

function between(small: readonly number[], large: readonly number[], width: number): number[] {
  const share = (width - sum(small)) / (sum(large) - sum(small));
  return small.map((each, column) => each + ((large[column] ?? each) - each) * share);
}

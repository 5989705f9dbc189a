import type { LineStep } from "../layout/line-breaking.js";
import { HEAD_ROW, type SteppedText, type TableNeeds } from "./table-columns.js";

/** Columns that are equally wide, by their places in the table. */
export type AlikeColumns = readonly number[];

/** A text, or several of columns that are alike, in one row; and which of their steps their width has reached. */
interface Stepping {
  readonly row: RowLines;
  readonly steps: readonly LineStep[];
  at: number;
}

/** How many lines a row has: of its longest text, and of the longest besides that one. */
interface RowLines {
  /** what a line of it counts for */
  readonly weight: number;
  first: number;
  second: number;
}

interface Group {
  readonly count: number;
  readonly texts: readonly Stepping[];
  width: number;
}

/** A line less of a row counts for so much more than one of a text that has others of as many lines beside it. */
const ROW = 8;
/** The head is printed once for about so many rows. */
const ROWS_ON_PAGE = 25;

/**
 * Divides a width among columns, in parts of an em, so that their rows have few lines: by marginal analysis (Fox, Discrete
 * Optimization via Marginal Analysis, 1966). All begin with what is fair, and again and again the column has more that wins
 * most for its width, up to where one of its texts takes a line less. Undefined where what is fair does not fit.
 */
export function divideWidth(
  { columns, texts }: TableNeeds,
  alike: readonly AlikeColumns[],
  rows: number,
  width: number,
): readonly number[] | undefined {
  const lines = new Map<number, RowLines>();
  const groups = alike.map((members): Group => {
    const fair = Math.max(...members.map((column) => columns[column]?.fair ?? 0));
    return { count: members.length, width: fair, texts: steppings(members, texts, lines, rows) };
  });
  let left = groups.reduce((rest, group) => rest - group.width * group.count, width);
  if (left < 0) return undefined;
  for (const group of groups) moveOn(group);
  for (;;) {
    countLines(lines.values(), groups);
    const raise = bestRaise(groups, left);
    if (!raise) break;
    left -= raise.cost;
    raise.group.width += raise.cost / raise.group.count;
    moveOn(raise.group);
  }
  const widths: number[] = [];
  for (const [index, members] of alike.entries())
    for (const column of members) widths[column] = groups[index]?.width ?? 0;
  return widths;
}

/** The texts of columns that are alike, those in one row as one, which takes as many lines as the longest of them. */
function steppings(
  members: AlikeColumns,
  texts: readonly SteppedText[],
  lines: Map<number, RowLines>,
  rows: number,
): readonly Stepping[] {
  const byRow = new Map<number, readonly LineStep[]>();
  for (const { column, columns, row, rows: over, steps } of texts) {
    // no column by itself decides how many lines a text takes that goes over several
    if (columns > 1 || !members.includes(column)) continue;
    const own = over === 1 ? steps : spanning(steps, over);
    // texts that go over several rows are as rows of their own behind all others
    const key = over === 1 ? row : rows + row;
    const known = byRow.get(key);
    byRow.set(key, known ? longer(known, own) : own);
  }
  return [...byRow].map(([key, steps]) => {
    const weight = key === HEAD_ROW ? 1 + Math.floor(rows / ROWS_ON_PAGE) : 1;
    const row = lines.get(key) ?? { weight, first: 1, second: 1 };
    lines.set(key, row);
    return { row, steps, at: 0 };
  });
}

/** The lines of a text over several rows count beyond one for each of these. */
function spanning(steps: readonly LineStep[], rows: number): readonly LineStep[] {
  return steps.map(({ width, lines }) => ({ width, lines: Math.max(1, lines - rows + 1) }));
}

/** The steps of two texts, of which the longer counts. */
function longer(one: readonly LineStep[], other: readonly LineStep[]): readonly LineStep[] {
  const widths = [...new Set([...one, ...other].map(({ width }) => width))].sort((a, b) => a - b);
  return widths.map((width) => ({ width, lines: Math.max(linesOn(one, width), linesOn(other, width)) }));
}

/** How many lines a text takes on a width; on less than it was tried on, as many as there. */
export function linesOn(steps: readonly LineStep[], width: number): number {
  let lines = steps[0]?.lines ?? 1;
  for (const step of steps) {
    if (step.width > width) break;
    lines = step.lines;
  }
  return lines;
}

/** Moves the texts of a group to the steps that its width reaches. */
function moveOn({ texts, width }: Group): void {
  for (const text of texts) {
    while ((text.steps[text.at + 1]?.width ?? Number.POSITIVE_INFINITY) <= width) text.at++;
  }
}

function countLines(rows: Iterable<RowLines>, groups: readonly Group[]): void {
  for (const row of rows) {
    row.first = 1;
    row.second = 1;
  }
  for (const { texts } of groups) {
    for (const text of texts) {
      const { row } = text;
      const lines = linesNow(text);
      if (lines > row.first) {
        row.second = row.first;
        row.first = lines;
      } else if (lines > row.second) row.second = lines;
    }
  }
}

function linesNow({ steps, at }: Stepping): number {
  return steps[at]?.lines ?? 1;
}

interface Raise {
  readonly group: Group;
  readonly cost: number;
  readonly gain: number;
}

/** Of all groups and widths that `left` can pay the one that wins most for its cost; none that wins nothing. */
function bestRaise(groups: readonly Group[], left: number): Raise | undefined {
  let best: Raise | undefined;
  for (const group of groups) {
    const gains = gainsOf(group, Math.floor(left / group.count));
    let gain = 0;
    for (const [more, added = 0] of gains.entries()) {
      if (added === 0) continue;
      gain += added;
      const cost = more * group.count;
      if (!best || gain * best.cost > best.gain * cost) best = { group, cost, gain };
    }
  }
  return best;
}

/** What a group wins by each width more, beyond what it wins by less. */
function gainsOf({ texts, width }: Group, most: number): Int32Array {
  const gains = new Int32Array(Math.max(0, most) + 1);
  for (const text of texts) {
    const now = linesNow(text);
    let before = 0;
    for (let at = text.at + 1; at < text.steps.length; at++) {
      const step = text.steps[at];
      if (!step || step.width - width > most) break;
      const gain = gainOf(text.row, now, step.lines);
      gains[step.width - width] = (gains[step.width - width] ?? 0) + gain - before;
      before = gain;
    }
  }
  return gains;
}

function gainOf({ weight, first, second }: RowLines, now: number, then: number): number {
  const ofRow = now === first ? first - Math.max(second, then) : 0;
  return weight * (ROW * ofRow + now - then);
}

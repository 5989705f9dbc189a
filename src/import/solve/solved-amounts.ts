import type { FenRange } from "./asked.js";
import type { Equation } from "./equations.js";
import { cheapest, type LinearColumn, type LinearRow } from "./linear-program.js";
import type { Unknown } from "./unknowns.js";

/** What printed amounts are a hundred times of where they are in 万元 with two decimals: the program counts in it. */
const STEP = 10_000;
/** Less than this, in steps, is what a solver leaves of nothing. */
const NEXT_TO_NOTHING = 1e-6;
/** The least amount that is printed as a number of steps is half a step less; a solver may be a little below. */
const HALF_FEN = 0.5 / STEP;
/** What it costs to print a cell otherwise than it is given, against the dearest line. */
const BREACH = 1_000;
/** Up to so many steps a line may be nothing but what the roundings of others leave, and then it is dear. */
const LEFT_BY_ROUNDING = 5;
const ANOTHER_LINE = 100;

/** What lines could come to, in whole 分, each unknown one of them. */
export type Amounts = readonly number[];

/**
 * Amounts that print every cell again: the cheapest lines first, then for those the amounts nearest to whole hundreds of
 * 元, as most of what is budgeted is. Where no ledger prints all cells, one that prints as many as it can.
 */
export async function amountsOf(
  unknowns: readonly Unknown[],
  bounds: readonly FenRange[],
  cells: readonly Equation[],
  others: readonly Equation[],
): Promise<Amounts> {
  const columns = columnsOf(unknowns, bounds);
  const first = await roughAmounts(columns, cells, others);
  const dearer = columns.map((column, number) => {
    const isSmall = (first[number] ?? 0) <= LEFT_BY_ROUNDING;
    return isSmall ? { ...column, cost: column.cost + ANOTHER_LINE } : column;
  });
  const rough = await roughAmounts(dearer, cells, others);
  const support = rough.flatMap((amount, number) => (amount > NEXT_TO_NOTHING ? [number] : []));
  const base = rough.map((amount) => Math.round(amount + HALF_FEN) * STEP);
  const steps = await nearestHundreds(support, base, [...cells, ...others]);
  const precise = new Map(support.map((number, index) => [number, steps?.[index]]));
  return rough.map((amount, number) =>
    precise.has(number) ? (precise.get(number) ?? Math.round(amount * STEP)) : 0,
  );
}

/** Where no amounts print all cells, those that miss them by least. */
async function roughAmounts(
  columns: readonly LinearColumn[],
  cells: readonly Equation[],
  others: readonly Equation[],
): Promise<readonly number[]> {
  const rows = [...cells, ...others].map(rowOf);
  return (await cheapest({ columns, rows })) ?? (await leastBreaches(columns, rows));
}

/** Each row may be missed, for a price. */
async function leastBreaches(
  columns: readonly LinearColumn[],
  rows: readonly LinearRow[],
): Promise<readonly number[]> {
  const count = columns.length;
  const free = { cost: BREACH, low: 0, high: Number.POSITIVE_INFINITY };
  const breachable = rows.map((row, index): LinearRow => {
    const over = count + 2 * index;
    return { ...row, plus: [...row.plus, over + 1], minus: [...row.minus, over] };
  });
  const breaches = rows.flatMap(() => [free, free]);
  const found = await cheapest({ columns: [...columns, ...breaches], rows: breachable });
  return found?.slice(0, count) ?? columns.map(() => 0);
}

function columnsOf(unknowns: readonly Unknown[], bounds: readonly FenRange[]) {
  return unknowns.map(({ price }, number) => {
    const { low = 0, high = 0 } = bounds[number] ?? {};
    return { cost: price, low: low / STEP, high: high / STEP };
  });
}

function rowOf({ low, high, terms, less }: Equation): LinearRow {
  return { low: low / STEP, high: stepsOf(high), plus: terms, minus: less };
}

function stepsOf(fen: number): number {
  return fen >= Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : fen / STEP;
}

/** The amounts of these lines in 分, as near to their bases as all equations allow; undefined where they do not allow any. */
async function nearestHundreds(
  support: readonly number[],
  base: readonly number[],
  equations: readonly Equation[],
): Promise<readonly number[] | undefined> {
  const position = new Map(support.map((number, index) => [number, index]));
  const rows = equations.flatMap((equation) => offsetRow(equation, position, base) ?? []);
  const columns = support.flatMap((number) => [
    { cost: base[number] ? 1 : ANOTHER_LINE, low: 0, high: Number.POSITIVE_INFINITY },
    { cost: 1, low: 0, high: (base[number] ?? 0) / STEP },
  ]);
  const found = await cheapest({ columns, rows });
  return (
    found &&
    support.map((number, index) => {
      const offset = (found[2 * index] ?? 0) - (found[2 * index + 1] ?? 0);
      return (base[number] ?? 0) + Math.round(offset * STEP);
    })
  );
}

/** An equation of how much more and less than their bases some lines are; undefined where it is of none of them. */
function offsetRow(
  { low, high, terms, less, side }: Equation,
  position: ReadonlyMap<number, number>,
  base: readonly number[],
): LinearRow | undefined {
  const isKept = (number: number): boolean => position.has(number);
  const [plus, minus] = [terms.filter(isKept), less.filter(isKept)];
  if (plus.length + minus.length === 0) return undefined;
  const sum = (some: readonly number[]): number => some.reduce((all, number) => all + (base[number] ?? 0), 0);
  const based = sum(plus) - sum(minus);
  // each line is rounded to the 分 afterwards, which must not lead out of what a cell prints
  const margin = side ? Math.min(Math.floor((high - low) / 4), plus.length) : 0;
  const more = (some: readonly number[]): number[] => some.map((number) => 2 * (position.get(number) ?? 0));
  const fewer = (some: readonly number[]): number[] => more(some).map((column) => column + 1);
  return {
    low: (low + margin - based) / STEP,
    high: high >= Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : (high - margin - based) / STEP,
    plus: [...more(plus), ...fewer(minus)],
    minus: [...more(minus), ...fewer(plus)],
  };
}

import type { PrintedCell } from "../printed/printed-cell.js";
import { asked, type FenRange } from "./asked.js";
import { boundsOf } from "./bounds.js";
import { cellEquations, differences, type Equation, fundEquations, projectEquations } from "./equations.js";
import { projectFunctions } from "./project-functions.js";
import { type Question, questionsOf } from "./questions.js";
import { type Amounts, amountsOf } from "./solved-amounts.js";
import { linesOf, type SolvedLine } from "./solved-lines.js";
import { judge } from "./sureness.js";
import { type Known, type Unknown, unknownsOf } from "./unknowns.js";

/** A ledger that prints the tables again, and how much of it is known. */
export interface Solution {
  readonly lines: readonly SolvedLine[];
  /** the amounts that were to be printed again, and those of them that are not as they were given */
  readonly cells: readonly PrintedCell[];
  readonly missed: readonly PrintedCell[];
  /** the amounts that say nothing of the ledger's money, or not in a way that lines could follow */
  readonly unread: readonly PrintedCell[];
  /** what only the officer knows, what most depends on it first */
  readonly questions: readonly Question[];
}

/** A ledger for the printed amounts of one unit and year, but for those to be left alone, as they contradict each other. */
export async function solvePrinted(
  cells: readonly PrintedCell[],
  known: Known,
  alone: ReadonlySet<PrintedCell> = new Set(),
): Promise<Solution> {
  const kept = cells.filter((cell) => !alone.has(cell));
  const all = kept.flatMap((cell) => asked(cell) ?? []);
  const read = new Set(all.map(({ cell }) => cell));
  const given = {
    cells: kept.filter((cell) => read.has(cell)),
    unread: kept.filter((cell) => !read.has(cell)),
  };
  const unknowns = unknownsOf(all, known);
  if (!unknowns) return { ...given, lines: [], missed: given.cells, questions: [] };
  const printed = cellEquations(all, unknowns);
  const first = await attempt(unknowns, printed);
  const contradicting = missedOf(printed, first.amounts);
  // what no ledger prints together with the rest must not blur what the rest says
  const agreeing = printed.filter((_, cell) => !contradicting.has(cell));
  const { bounds, sure, amounts } = contradicting.size > 0 ? await attempt(unknowns, agreeing) : first;
  const missed = missedOf(printed, amounts);
  const isDoubted = (cell: number): boolean => missed.has(cell) && all[cell]?.side !== "neither";
  const doubted = new Set([...unknowns.keys()].filter((number) => unknowns[number]?.cells.some(isDoubted)));
  const situation = { unknowns, bounds, cells: agreeing, amounts, doubted };
  const lines = linesOf(situation, judge(situation), sure);
  return {
    ...given,
    lines,
    missed: [...missed].flatMap((cell) => all[cell]?.cell ?? []),
    questions: questionsOf(lines),
  };
}

/** What the unknown amounts could come to, and between which bounds they must be. */
interface Attempt {
  readonly amounts: Amounts;
  readonly bounds: readonly FenRange[];
  /** the lines of projects whose function is known by their amount */
  readonly sure: ReadonlySet<number>;
}

async function attempt(unknowns: readonly Unknown[], printed: readonly Equation[]): Promise<Attempt> {
  const { bounds, others } = consistent(unknowns, printed);
  const assigned = assign(unknowns, bounds, printed, others);
  const amounts = await amountsOf(unknowns, assigned.bounds, printed, others);
  return { amounts, bounds, sure: assigned.sure };
}

interface Consistent {
  readonly bounds: readonly FenRange[];
  /** what holds besides the cells */
  readonly others: readonly Equation[];
}

/** What the cells say together with what holds of every budget, as far as that does not contradict them. */
function consistent(unknowns: readonly Unknown[], printed: readonly Equation[]): Consistent {
  const links = projectEquations(unknowns);
  const funds = fundEquations(unknowns);
  const most = printed.reduce((all, { high }) => Math.max(all, high), 0);
  const unbounded = unknowns.map((): FenRange => ({ low: 0, high: most }));
  const cells = [...printed, ...differences(printed)];
  for (const others of [[...links, ...funds], links]) {
    const equations = [...cells, ...others];
    const bounds = boundsOf(unbounded, equations);
    if (bounds) return { bounds: withoutRoundings(bounds, printed, equations), others };
  }
  return { bounds: unbounded, others: links };
}

/** Lines that could come to no more than two roundings are none, if all can be printed without them. */
function withoutRoundings(
  bounds: readonly FenRange[],
  printed: readonly Equation[],
  equations: readonly Equation[],
): readonly FenRange[] {
  const least = 2 * printed.reduce((all, { low, high }) => Math.max(all, high - low), 0);
  const without = bounds.map(({ low, high }) => ({ low, high: low === 0 && high <= least ? 0 : high }));
  return boundsOf(without, equations) ?? bounds;
}

type Assigned = Pick<Attempt, "bounds" | "sure">;

/** The bounds where each project's money is under the function that its amount leaves for it. */
function assign(
  unknowns: readonly Unknown[],
  bounds: readonly FenRange[],
  printed: readonly Equation[],
  others: readonly Equation[],
): Assigned {
  const cells = [...printed, ...differences(printed)];
  let assigned: Assigned = { bounds, sure: new Set() };
  for (const { chosen, isSure } of projectFunctions(unknowns, bounds, cells)) {
    const taken = new Set(chosen);
    const kinds = new Set(chosen.map((number) => unknowns[number]?.dimensions.类别));
    const narrowed = assigned.bounds.map((range, number): FenRange => {
      const unknown = unknowns[number];
      const isLeft = unknown?.ofProject && kinds.has(unknown.dimensions.类别) && !taken.has(number);
      return isLeft ? { low: 0, high: 0 } : range;
    });
    const again = boundsOf(narrowed, [...cells, ...others]);
    if (again) assigned = { bounds: again, sure: new Set([...assigned.sure, ...(isSure ? chosen : [])]) };
  }
  return assigned;
}

/** The printed amounts that the lines do not come to, by number. */
function missedOf(printed: readonly Equation[], amounts: Amounts): ReadonlySet<number> {
  return new Set(
    printed.flatMap(({ terms, low, high }, cell) => {
      const sum = terms.reduce((total, term) => total + (amounts[term] ?? 0), 0);
      return sum < low || sum > high ? [cell] : [];
    }),
  );
}

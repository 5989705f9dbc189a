import type { FenRange } from "./asked.js";
import type { Equation } from "./equations.js";

/** How often the equations are gone through at most: each time they may say a little more. */
const ROUNDS = 40;

/**
 * Between which amounts each unknown must be, as far as one equation at a time says it (bounds propagation); none of them
 * is ever outside of them. Undefined where the equations contradict each other.
 */
export function boundsOf(
  unbounded: readonly FenRange[],
  equations: readonly Equation[],
): readonly FenRange[] | undefined {
  const low = unbounded.map((each) => each.low);
  const high = unbounded.map((each) => each.high);
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    for (const each of equations) changed = narrow(each, low, high) || changed;
    if (low.some((least, number) => least > (high[number] ?? 0))) return undefined;
    if (!changed) break;
  }
  return low.map((least, number) => ({ low: least, high: high[number] ?? 0 }));
}

/** Narrows what an equation is about by all else in it. */
function narrow(equation: Equation, low: number[], high: number[]): boolean {
  const { terms, less } = equation;
  const least = sumOf(terms, low) - sumOf(less, high);
  const most = sumOf(terms, high) - sumOf(less, low);
  if (least >= equation.low && most <= equation.high) return false;
  let changed = false;
  for (const [numbers, from, to] of [
    [terms, equation.low - most, equation.high - least],
    [less, least - equation.high, most - equation.low],
  ] as const)
    for (const number of numbers) {
      const [before, after] = [low[number] ?? 0, high[number] ?? 0];
      low[number] = Math.max(before, after + from);
      high[number] = Math.min(after, before + to);
      changed ||= low[number] !== before || high[number] !== after;
    }
  return changed;
}

function sumOf(numbers: readonly number[], amounts: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += amounts[number] ?? 0;
  return sum;
}

import { folded } from "./fold.js";

/** Longer texts are compared by what they begin with. */
const MOST = 2000;

/** How alike two texts read, from 0 to 1, whatever their numbers are. */
export function likeness(one: string, other: string): number {
  const withoutNumbers = (text: string): string => text.replace(/\d[\d.,，]*/gu, "0");
  return sharedPairs(withoutNumbers(one), withoutNumbers(other));
}

/** How many pairs of neighbouring characters two texts share, in parts of all. */
export function sharedPairs(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  let shared = 0;
  for (const [pair, count] of a.counts) shared += Math.min(count, b.counts.get(pair) ?? 0);
  return (2 * shared) / (a.total + b.total);
}

function pairsOf(text: string): { readonly counts: ReadonlyMap<string, number>; readonly total: number } {
  const counts = new Map<string, number>();
  const read = `^${folded(text.slice(0, MOST))}$`;
  for (let index = 0; index + 1 < read.length; index++) {
    const pair = read.slice(index, index + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: read.length - 1 };
}

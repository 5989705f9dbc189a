import { diffArrays } from "diff";

/** The index of something in both of two sequences. */
export type Common = readonly [first: number, second: number];

/** Sequences that differ in more places have hardly anything in common, whatever its order. */
const MOST_EDITS = 1000;

/**
 * A longest common subsequence, found by Myers's algorithm, whose time grows with what differs; undefined where that is too
 * much. What only one sequence has is put aside beforehand.
 */
export function commonSubsequence(
  first: readonly string[],
  second: readonly string[],
): readonly Common[] | undefined {
  const [old, now] = [sharedIn(first, second), sharedIn(second, first)];
  const keys = [old.map((index) => first[index]), now.map((index) => second[index])] as const;
  let [from, to] = [0, 0];
  return diffArrays(...keys, { maxEditLength: MOST_EDITS })?.flatMap(({ added, removed, count }) => {
    const [start, beside] = [from, to];
    if (!added) from += count;
    if (!removed) to += count;
    if (added || removed) return [];
    return old.slice(start, from).map((index, step): Common => [index, now[beside + step] ?? 0]);
  });
}

function sharedIn(own: readonly string[], other: readonly string[]): readonly number[] {
  const known = new Set(other);
  return [...own.keys()].filter((index) => known.has(own[index] ?? ""));
}

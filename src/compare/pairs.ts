import { diffArrays } from "diff";
import { LEAST, type Likeness } from "../text/dice.js";

/** Something of before beside what has come of it; one of the two may be missing. */
export interface Pair<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
  /** whether it stands in another order to what was about it */
  readonly moved?: boolean;
}

/** What is as alike as this is the same thing wherever it stands. */
const SAME = 0.75;

/** Longer stretches are not held against each other one by one, so that the time is bounded. */
const MOST = 200;
/** Lists that differ in more places have hardly anything in common, whatever its order. */
const MOST_EDITS = 1000;

/**
 * Two lists side by side, in the order of the later: what is equal by `key` first, then, between equal ones, what is
 * most alike, and what has nothing to stand beside alone.
 */
export function pairUp<T>(
  before: readonly T[],
  after: readonly T[],
  key: (each: T) => string,
  likeness: Likeness<T>,
): readonly Pair<T>[] {
  const anchors = anchorsOf(before.map(key), after.map(key));
  if (!anchors) return apart(before, after);
  const pairs: Pair<T>[] = [];
  let [from, to] = [0, 0];
  for (const { old, now } of [...anchors, { old: before.length, now: after.length }]) {
    pairs.push(...pairAlike(before.slice(from, old), after.slice(to, now), likeness));
    if (old < before.length) pairs.push({ before: before[old], after: after[now] });
    [from, to] = [old + 1, now + 1];
  }
  return pairs;
}

function apart<T>(before: readonly T[], after: readonly T[]): readonly Pair<T>[] {
  return [
    ...before.map((each) => ({ before: each, after: undefined })),
    ...after.map((each) => ({ before: undefined, after: each })),
  ];
}

/** The index of something in both lists. */
interface Anchor {
  readonly old: number;
  readonly now: number;
}

/** What is equal in both lists and in the same order; what only one list has is put aside beforehand. */
function anchorsOf(before: readonly string[], after: readonly string[]): readonly Anchor[] | undefined {
  const [ofBefore, ofAfter] = [new Set(before), new Set(after)];
  const old = [...before.keys()].filter((index) => ofAfter.has(before[index] ?? ""));
  const now = [...after.keys()].filter((index) => ofBefore.has(after[index] ?? ""));
  const keys = [old.map((index) => before[index]), now.map((index) => after[index])] as const;
  let [from, to] = [0, 0];
  return diffArrays(...keys, { maxEditLength: MOST_EDITS })?.flatMap(({ added, removed, count }) => {
    const [first, second] = [from, to];
    if (!added) from += count;
    if (!removed) to += count;
    if (added || removed) return [];
    return old.slice(first, from).map((index, step) => ({ old: index, now: now[second + step] ?? 0 }));
  });
}

/** The pairs of highest likeness in all, without crossing; what is left stands alone. */
function pairAlike<T>(gone: readonly T[], added: readonly T[], likeness: Likeness<T>): readonly Pair<T>[] {
  if (gone.length > MOST || added.length > MOST) return pairByOrder(gone, added, likeness);
  const alike = gone.map((one) => added.map((other) => likeness(one, other)));
  const best = bestTotals(alike, gone.length, added.length);
  const pairs: Pair<T>[] = [];
  for (let [i, j] = [0, 0]; i < gone.length || j < added.length; ) {
    const total = best[i]?.[j] ?? 0;
    if (i < gone.length && j < added.length && pairing(alike, best, i, j) === total) {
      pairs.push({ before: gone[i++], after: added[j++] });
    } else if (i < gone.length && (j === added.length || best[i + 1]?.[j] === total)) {
      pairs.push({ before: gone[i++], after: undefined });
    } else pairs.push({ before: undefined, after: added[j++] });
  }
  return pairs;
}

/** The first beside the first, where as many have come as have gone and they are alike. */
function pairByOrder<T>(gone: readonly T[], added: readonly T[], likeness: Likeness<T>): readonly Pair<T>[] {
  if (gone.length !== added.length) return apart(gone, added);
  return gone.flatMap((before, index) => {
    const after = added.slice(index, index + 1);
    const areAlike = after.every((each) => likeness(before, each) >= LEAST);
    return areAlike ? [{ before, after: after[0] }] : apart([before], after);
  });
}

type Totals = readonly (readonly number[])[];

/** For each two beginnings, the highest total of likeness from there to the ends. */
function bestTotals(alike: Totals, rows: number, columns: number): Totals {
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const row = best[i];
      const apart = Math.max(best[i + 1]?.[j] ?? 0, row?.[j + 1] ?? 0);
      if (row) row[j] = Math.max(apart, pairing(alike, best, i, j) ?? 0);
    }
  }
  return best;
}

/** The total when the two at `i` and `j` stand together; undefined where they are not alike. */
function pairing(alike: Totals, best: Totals, i: number, j: number): number | undefined {
  const likeness = alike[i]?.[j] ?? 0;
  return likeness >= LEAST ? likeness + (best[i + 1]?.[j + 1] ?? 0) : undefined;
}

/** The same pairs, but what has gone at one place and come at another is one thing that has moved. */
export function rejoin<T extends object>(
  pairs: readonly Pair<T>[],
  key: (each: T) => string,
  likeness: Likeness<T>,
): readonly Pair<T>[] {
  const gone = pairs.flatMap(({ before, after }) => (before && !after ? [before] : []));
  const added = pairs.flatMap(({ before, after }) => (after && !before ? [after] : []));
  const equal = new Map(equalOnes(gone, added, key));
  const taken = new Set(equal.values());
  const [old, now] = [gone.filter((each) => !taken.has(each)), added.filter((each) => !equal.has(each))];
  const from = new Map([...equal, ...alikeOnes(old, now, likeness)]);
  const joined = new Set(from.values());
  return pairs.flatMap((pair): readonly Pair<T>[] => {
    if (pair.before && pair.after) return [pair];
    const before = pair.after && from.get(pair.after);
    if (before) return [{ before, after: pair.after, moved: true }];
    return pair.before && joined.has(pair.before) ? [] : [pair];
  });
}

type Joined<T> = readonly (readonly [after: T, before: T])[];

function equalOnes<T>(gone: readonly T[], added: readonly T[], key: (each: T) => string): Joined<T> {
  const waiting = new Map<string, T[]>();
  for (const each of gone) waiting.set(key(each), [...(waiting.get(key(each)) ?? []), each]);
  return added.flatMap((after) => {
    const before = waiting.get(key(after))?.shift();
    return before === undefined ? [] : [[after, before] as const];
  });
}

/** The most alike first, each once. */
function alikeOnes<T>(gone: readonly T[], added: readonly T[], likeness: Likeness<T>): Joined<T> {
  if (gone.length > MOST || added.length > MOST) return [];
  const candidates = added
    .flatMap((after) => gone.map((before) => ({ after, before, alike: likeness(before, after) })))
    .filter(({ alike }) => alike >= SAME)
    .sort((a, b) => b.alike - a.alike);
  const taken = new Set<T>();
  return candidates.flatMap(({ after, before }) => {
    if (taken.has(after) || taken.has(before)) return [];
    taken.add(after).add(before);
    return [[after, before] as const];
  });
}

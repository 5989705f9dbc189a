import { diffArrays } from "diff";

/** Something of before beside what has come of it; one of the two may be missing. */
export interface Pair<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/**
 * Two lists side by side, in the order of the later: what is equal by `key` first, then, between equal ones, what is
 * most alike by `likeness` (0 to 1, at least `least`), and what has nothing to stand beside alone.
 */
export function pairUp<T>(
  before: readonly T[],
  after: readonly T[],
  key: (each: T) => string,
  likeness: (one: T, other: T) => number,
): readonly Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let [done, made] = [0, 0];
  let gone: readonly T[] = [];
  let added: readonly T[] = [];
  const settle = (): void => {
    pairs.push(...pairAlike(gone, added, likeness));
    [gone, added] = [[], []];
  };
  for (const { removed, added: isNew, count } of diffArrays(before.map(key), after.map(key))) {
    if (removed) {
      gone = [...gone, ...before.slice(done, done + count)];
      done += count;
    } else if (isNew) {
      added = [...added, ...after.slice(made, made + count)];
      made += count;
    } else {
      settle();
      for (let index = 0; index < count; index++) {
        pairs.push({ before: before[done + index], after: after[made + index] });
      }
      done += count;
      made += count;
    }
  }
  settle();
  return pairs;
}

/** What is less alike is not the same thing changed, but another. */
const LEAST = 0.3;
/** Longer stretches are paired by their order only: a whole other document is not compared sentence by sentence. */
const MOST = 400;

/** The pairs of highest likeness in all, without crossing; what is left stands alone. */
function pairAlike<T>(
  gone: readonly T[],
  added: readonly T[],
  likeness: (one: T, other: T) => number,
): readonly Pair<T>[] {
  if (gone.length > MOST || added.length > MOST) {
    return Array.from({ length: Math.max(gone.length, added.length) }, (_, index) => ({
      before: gone[index],
      after: added[index],
    }));
  }
  const alike = gone.map((one) => added.map((other) => likeness(one, other)));
  const best = bestTotals(alike, gone.length, added.length);
  const pairs: Pair<T>[] = [];
  for (let [i, j] = [0, 0]; i < gone.length || j < added.length; ) {
    const together = pairing(alike, best, i, j);
    if (together !== undefined && together >= (best[i]?.[j] ?? 0))
      pairs.push({ before: gone[i++], after: added[j++] });
    else if (i < gone.length && (best[i + 1]?.[j] ?? 0) >= (best[i]?.[j] ?? 0))
      pairs.push({ before: gone[i++], after: undefined });
    else pairs.push({ before: undefined, after: added[j++] });
  }
  return pairs;
}

/** For each two beginnings, the highest total of likeness from there to the ends. */
function bestTotals(
  alike: readonly (readonly number[])[],
  rows: number,
  columns: number,
): readonly number[][] {
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const row = best[i];
      const alone = Math.max(best[i + 1]?.[j] ?? 0, row?.[j + 1] ?? 0);
      if (row) row[j] = Math.max(alone, pairing(alike, best, i, j) ?? 0);
    }
  }
  return best;
}

/** The total when the two at `i` and `j` stand together; undefined where they are not alike. */
function pairing(
  alike: readonly (readonly number[])[],
  best: readonly (readonly number[])[],
  i: number,
  j: number,
): number | undefined {
  const likeness = alike[i]?.[j] ?? 0;
  return likeness >= LEAST ? likeness + (best[i + 1]?.[j + 1] ?? 0) : undefined;
}

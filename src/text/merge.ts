import { type Common, commonSubsequence } from "./common-subsequence.js";

/** A stretch of one's own sequence, and what comes in its place. */
export interface Replaced {
  readonly from: number;
  readonly to: number;
  readonly by: readonly string[];
}

/** What another has changed meanwhile, as it is to be done to one's own sequence; and what both have changed, each otherwise. */
export interface Merged {
  readonly edits: readonly Replaced[];
  readonly clashes: readonly Replaced[];
}

/** A stretch of the base, and the stretch that has come in its place. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly isOwn: boolean;
}

/** Merges two descendants of `base` (diff3). Changes that touch each other clash, unless they come to the same. */
export function mergeThree(
  base: readonly string[],
  own: readonly string[],
  other: readonly string[],
): Merged {
  const hunks = [...hunksOf(base, own, true), ...hunksOf(base, other, false)];
  const edits: Replaced[] = [];
  const clashes: Replaced[] = [];
  // by how much a place of the base has moved in each descendant
  const moved = { own: 0, other: 0 };
  for (const group of touching(hunks)) {
    const [from, to] = [group[0]?.from ?? 0, Math.max(...group.map((each) => each.to))];
    const [start, beside] = [from + moved.own, from + moved.other];
    for (const each of group)
      moved[each.isOwn ? "own" : "other"] += each.end - each.start - (each.to - each.from);
    const [end, besideEnd] = [to + moved.own, to + moved.other];
    const by = other.slice(beside, besideEnd);
    if (group.every(({ isOwn }) => isOwn) || isSame(own.slice(start, end), by)) continue;
    (group.some(({ isOwn }) => isOwn) ? clashes : edits).push({ from: start, to: end, by });
  }
  return { edits, clashes };
}

function hunksOf(base: readonly string[], now: readonly string[], isOwn: boolean): readonly Hunk[] {
  const end: Common = [base.length, now.length];
  const hunks: Hunk[] = [];
  let [from, start] = [0, 0];
  // where too much differs all of it is one change
  for (const [to, beside] of [...(commonSubsequence(base, now) ?? []), end]) {
    if (to > from || beside > start) hunks.push({ from, to, start, end: beside, isOwn });
    [from, start] = [to + 1, beside + 1];
  }
  return hunks;
}

/** Hunks in order, those together that overlap or stand side by side in the base. */
function touching(hunks: readonly Hunk[]): readonly (readonly Hunk[])[] {
  const groups: Hunk[][] = [];
  let reach = -1;
  for (const each of hunks.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = groups.at(-1);
    if (last && each.from <= reach) last.push(each);
    else groups.push([each]);
    reach = Math.max(reach, each.to);
  }
  return groups;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}

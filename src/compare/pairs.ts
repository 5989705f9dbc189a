import { align, ONE_TO_ONE } from "../text/align.js";
import { bestFirst } from "../text/best-first.js";
import { commonSubsequence } from "../text/common-subsequence.js";
import type { Likeness } from "../text/dice.js";
import { ALIKE } from "../text/thresholds.js";

/** Something of before beside what has come of it; one of the two may be missing. */
export interface Pair<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
  /** whether it stands in another order to what was about it */
  readonly moved?: boolean;
}

/** Longer stretches are not held against each other one by one, so that the time is bounded. */
const MOST = 200;

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
  const anchors = commonSubsequence(before.map(key), after.map(key));
  if (!anchors) return apart(before, after);
  const pairs: Pair<T>[] = [];
  let [from, to] = [0, 0];
  for (const [old, now] of [...anchors, [before.length, after.length] as const]) {
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

/** The pairs of highest likeness in all, without crossing; what is left stands alone. */
function pairAlike<T>(gone: readonly T[], added: readonly T[], likeness: Likeness<T>): readonly Pair<T>[] {
  if (gone.length > MOST || added.length > MOST) return pairByOrder(gone, added, likeness);
  const steps = align(gone, added, ONE_TO_ONE, ([before], [after]) => {
    if (before === undefined || after === undefined) return 0;
    const alike = likeness(before, after);
    return alike >= ALIKE.inPlace ? alike : Number.NEGATIVE_INFINITY;
  });
  return steps.map(({ first: [before], second: [after] }) => ({ before, after }));
}

/** The first beside the first, where as many have come as have gone and they are alike. */
function pairByOrder<T>(gone: readonly T[], added: readonly T[], likeness: Likeness<T>): readonly Pair<T>[] {
  if (gone.length !== added.length) return apart(gone, added);
  return gone.flatMap((before, index) => {
    const after = added.slice(index, index + 1);
    const areAlike = after.every((each) => likeness(before, each) >= ALIKE.inPlace);
    return areAlike ? [{ before, after: after[0] }] : apart([before], after);
  });
}

/** The same, but what has gone at one place and come at another is one thing that has moved: how alike, `elsewhere` says. */
export function pairAnywhere<T extends object>(
  before: readonly T[],
  after: readonly T[],
  key: (each: T) => string,
  likeness: Likeness<T>,
  elsewhere = likeness,
): readonly Pair<T>[] {
  const pairs = pairUp(before, after, key, likeness);
  const gone = pairs.flatMap((pair) => (pair.before && !pair.after ? [pair.before] : []));
  const added = pairs.flatMap((pair) => (pair.after && !pair.before ? [pair.after] : []));
  const equal = new Map(equalOnes(gone, added, key));
  const taken = new Set(equal.values());
  const [old, now] = [gone.filter((each) => !taken.has(each)), added.filter((each) => !equal.has(each))];
  const from = new Map([...equal, ...alikeOnes(old, now, elsewhere)]);
  const joined = new Set(from.values());
  return pairs.flatMap((pair): readonly Pair<T>[] => {
    if (pair.before && pair.after) return [pair];
    const moved = pair.after && from.get(pair.after);
    if (moved) return [{ before: moved, after: pair.after, moved: true }];
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

function alikeOnes<T>(gone: readonly T[], added: readonly T[], likeness: Likeness<T>): Joined<T> {
  if (gone.length > MOST || added.length > MOST) return [];
  const candidates = added.flatMap((first) =>
    gone.map((second) => ({ first, second, worth: likeness(second, first) })),
  );
  return [...bestFirst(candidates.filter(({ worth }) => worth >= ALIKE.moved))];
}

/** Something with what it is about, which is empty where it does not say it, and its words. */
interface Known {
  readonly subject: string;
  readonly words: string;
}

/**
 * Things are known by what they are about, before words are asked: a project that was renamed is the same project, and one
 * of the same name need not be. Several things may be parts of the same.
 */
export function pairKnown<T extends Known>(
  before: readonly T[],
  after: readonly T[],
  alike: Likeness<T>,
  elsewhere: Likeness<T>,
): readonly Pair<T>[] {
  const old = new Set(before.map(({ subject }) => subject));
  const both = after.filter(({ subject }) => subject !== "" && old.has(subject));
  const kept = new Set(both.map(({ subject }) => subject));
  const key = ({ subject, words }: T): string => (kept.has(subject) ? `${subject}\n${words}` : words);
  const known = (byWords: Likeness<T>): Likeness<T> => {
    return (one, other) => {
      if (kept.has(one.subject) && one.subject === other.subject) return 1 + byWords(one, other);
      return kept.has(one.subject) || kept.has(other.subject) ? 0 : byWords(one, other);
    };
  };
  return pairAnywhere(before, after, key, known(alike), known(elsewhere));
}

/** Compares pairs one behind the other: each is told where the one before it ends, where what is gone has stood. */
export function eachBehind<T, Place, Found>(
  pairs: readonly Pair<T>[],
  endOf: (after: T) => Place | undefined,
  start: Place | undefined,
  compare: (pair: Pair<T>, behind: Place | undefined) => readonly Found[],
): readonly Found[] {
  let behind = start;
  return pairs.flatMap((pair) => {
    const found = compare(pair, behind);
    behind = (pair.after && endOf(pair.after)) ?? behind;
    return found;
  });
}

import type { Likeness } from "../text/dice.js";

/** How things of two times are held against each other. */
export interface Matching<T> {
  /** the same for things that are the same and have the same words */
  readonly key: (each: T) => string;
  /** the likeness of things that are the same, and by words that of those that only one time has */
  readonly likeness: (byWords: Likeness<T>) => Likeness<T>;
}

/**
 * Things are known by what they are, before words are asked: a project that was renamed is the same project, and one of
 * the same name need not be. `whatOf` is empty where nothing is known; several things may be parts of the same.
 */
export function matchingBy<T>(
  before: readonly T[],
  after: readonly T[],
  whatOf: (each: T) => string,
  wordsOf: (each: T) => string,
): Matching<T> {
  const old = new Set(before.map(whatOf));
  const kept = new Set(after.map(whatOf).filter((what) => what !== "" && old.has(what)));
  return {
    key: (each) => (kept.has(whatOf(each)) ? `${whatOf(each)}\n${wordsOf(each)}` : wordsOf(each)),
    likeness: (byWords) => (one, other) => {
      const [what, otherWhat] = [whatOf(one), whatOf(other)];
      if (kept.has(what) && what === otherWhat) return 1 + byWords(one, other);
      return kept.has(what) || kept.has(otherWhat) ? 0 : byWords(one, other);
    },
  };
}

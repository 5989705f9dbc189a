import { foldMarks, foldNumbers } from "./fold.js";
import { ALIKE } from "./thresholds.js";

/** How alike two things are, from 0 to 1. */
export type Likeness<T> = (one: T, other: T) => number;

/**
 * Dice's coefficient of two texts: twice the pairs of neighbouring characters that they share, of all they have. Words
 * that were moved or put in cost only the pairs at their ends, and a text is read once, not once for each character of the
 * other as by an edit distance.
 */
export function dice(one: string, other: string): number {
  return shared(profileOf(one), profileOf(other));
}

/** The same, whatever the numbers are. */
export function likeness(one: string, other: string): number {
  return dice(foldNumbers(one), foldNumbers(other));
}

/** The likeness of things by their texts, each of which is read once. */
export function likenessBy<T extends object>(textOf: (each: T) => string): Likeness<T> {
  const known = new WeakMap<T, Profile>();
  const profile = (each: T): Profile => {
    const found = known.get(each) ?? profileOf(foldNumbers(textOf(each)));
    known.set(each, found);
    return found;
  };
  return (one, other) => shared(profile(one), profile(other));
}

/** The same likeness, for things of which any may have taken the place of any other. */
export function inPlace<T>(likeness: Likeness<T>): Likeness<T> {
  return (one, other) => ALIKE.inPlace + (1 - ALIKE.inPlace) * likeness(one, other);
}

/** The pairs of neighbouring characters of a text, with how often each occurs. */
interface Profile {
  readonly pairs: ReadonlyMap<string, number>;
  readonly count: number;
}

/** Longer texts are compared by what they begin with. */
const LONGEST = 2000;
/** Where a text begins and ends counts too, so that single characters are alike only to themselves. */
const [BEGIN, END] = ["\u0002", "\u0003"];

function profileOf(text: string): Profile {
  const characters = [BEGIN, ...foldMarks(text.slice(0, LONGEST)), END];
  const pairs = new Map<string, number>();
  for (const [index, character] of characters.slice(1).entries()) {
    const pair = `${characters[index]}${character}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { pairs, count: characters.length - 1 };
}

function shared(one: Profile, other: Profile): number {
  const [small, large] = one.pairs.size < other.pairs.size ? [one, other] : [other, one];
  let count = 0;
  for (const [pair, times] of small.pairs) count += Math.min(times, large.pairs.get(pair) ?? 0);
  return (2 * count) / (one.count + other.count);
}

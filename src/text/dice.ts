/** The pairs of neighbouring characters of a text, with how often each occurs. */
interface Profile {
  readonly pairs: ReadonlyMap<string, number>;
  readonly count: number;
}

/** How alike two things are, from 0 to 1. */
export type Likeness<T> = (one: T, other: T) => number;

/**
 * Compares things by their texts: twice the pairs of neighbouring characters they share, of all they have. Figures are
 * all alike: a sentence with another number in it is the same sentence. Each thing is looked at once.
 */
export function likenessBy<T extends object>(textOf: (each: T) => string): Likeness<T> {
  const known = new WeakMap<T, Profile>();
  const profile = (each: T): Profile => {
    const found = known.get(each) ?? profileOf(textOf(each));
    known.set(each, found);
    return found;
  };
  return (one, other) => shared(profile(one), profile(other));
}

/** What is less alike is not the same thing changed, but another. */
export const LEAST = 0.3;

/** The same likeness, for things of which any may have taken the place of any other. */
export function inPlace<T>(likeness: Likeness<T>): Likeness<T> {
  return (one, other) => LEAST + (1 - LEAST) * likeness(one, other);
}

/** Where a text begins and ends counts too, so that single characters are alike only to themselves. */
const [BEGIN, END] = ["\u0002", "\u0003"];

function profileOf(text: string): Profile {
  const characters = [BEGIN, ...text.replace(/[\d.,%]+/g, "#"), END];
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

/** Two things that may be one, and how much speaks for it. */
export interface Candidate<A, B> {
  readonly first: A;
  readonly second: B;
  readonly worth: number;
}

/** Greedy matching: the best candidates first, each thing once, in whatever order they stand. */
export function bestFirst<A, B>(candidates: readonly Candidate<A, B>[]): ReadonlyMap<A, B> {
  const matches = new Map<A, B>();
  const taken = new Set<B>();
  for (const { first, second } of candidates.toSorted((a, b) => b.worth - a.worth)) {
    if (matches.has(first) || taken.has(second)) continue;
    matches.set(first, second);
    taken.add(second);
  }
  return matches;
}

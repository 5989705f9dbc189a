import { align, ONE_TO_ONE } from "../../text/align.js";
import { bestFirst } from "../../text/best-first.js";

/**
 * Which things of two lists are one, by what speaks for it, nothing where it is none: those that stand in the same order in
 * both as long as that goes, then the others, the best first.
 */
export function paired<A, B>(
  first: readonly A[],
  second: readonly B[],
  worth: (one: A, other: B) => number,
): ReadonlyMap<A, B> {
  const worths = new Map(
    first.map((one) => [one, new Map(second.map((other) => [other, worth(one, other)]))]),
  );
  const known = (one: A, other: B): number => worths.get(one)?.get(other) ?? 0;
  const pairs = new Map<A, B>();
  const taken = new Set<B>();
  const steps = align(first, second, ONE_TO_ONE, ([one], [other]) => (one && other ? known(one, other) : 0));
  for (const step of steps) {
    const [[one], [other]] = [step.first, step.second];
    if (!one || !other || known(one, other) === 0) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  const left = first.filter((one) => !pairs.has(one));
  const open = second.filter((other) => !taken.has(other));
  const candidates = left.flatMap((one) =>
    open.flatMap((other) => {
      const own = known(one, other);
      return own > 0 ? [{ first: one, second: other, worth: own }] : [];
    }),
  );
  return new Map([...pairs, ...bestFirst(candidates)]);
}

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Find, heaviestChain, occurrences, outOfOrder } from "../../src/text/heaviest-chain.js";

const finds = fc.array(
  fc.record({ key: fc.nat({ max: 4 }), start: fc.nat({ max: 9 }), length: fc.integer({ min: 1, max: 4 }) }),
  { maxLength: 8 },
);

function weightOf(chain: readonly Find[]): number {
  return chain.reduce((sum, { start, end }) => sum + end - start, 0);
}

function isChain(chain: readonly Find[]): boolean {
  return chain.every((find, at) => {
    const before = chain[at - 1];
    return !before || (before.key < find.key && before.end <= find.start);
  });
}

function subsets<T>([first, ...rest]: readonly T[]): readonly (readonly T[])[] {
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((some) => [some, [first, ...some]]);
}

describe("the heaviest increasing subsequence", () => {
  test("is a chain, and no chain is heavier", () => {
    fc.assert(
      fc.property(finds, (drawn) => {
        const all = drawn.map(({ key, start, length }): Find => ({ key, start, end: start + length }));
        const chain = heaviestChain(all);
        expect(isChain(chain)).toBe(true);
        const ordered = all.toSorted((a, b) => a.start - b.start || a.end - b.end);
        expect(weightOf(chain)).toBe(Math.max(...subsets(ordered).filter(isChain).map(weightOf)));
      }),
    );
  });

  test("leaves the fewest out of order, and all others rise", () => {
    const order = fc.shuffledSubarray([...Array(7).keys()]);
    fc.assert(
      fc.property(order, (numbers) => {
        const moved = outOfOrder(numbers);
        const kept = numbers.filter((_, at) => !moved.includes(at));
        const rises = (some: readonly number[]): boolean =>
          some.every((each, at) => at === 0 || (some[at - 1] ?? 0) < each);
        expect(rises(kept)).toBe(true);
        expect(kept).toHaveLength(
          Math.max(
            ...subsets(numbers)
              .filter(rises)
              .map(({ length }) => length),
          ),
        );
      }),
    );
  });

  test("leaves out the first of two that have changed places", () => {
    expect(outOfOrder([0, 2, 1, 3])).toEqual([1]);
  });

  test("is of occurrences that are these very characters, and of not too many", () => {
    expect(occurrences(["乙", "", "甲乙"], "甲乙乙")).toEqual([
      { key: 0, start: 1, end: 2 },
      { key: 0, start: 2, end: 3 },
      { key: 2, start: 0, end: 2 },
    ]);
    expect(occurrences(["甲"], "甲".repeat(1000))).toHaveLength(64);
  });
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { align, type Move, ONE_TO_ONE } from "../../src/text/align.js";

const ALONE: readonly Move[] = [
  [1, 0],
  [0, 1],
];
const MOVES: readonly Move[] = [...ONE_TO_ONE, [2, 1], [1, 2]];

/** What two items, or two and one, are worth beside each other: looked up, so that any may be worth any. */
const worths = fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 200, maxLength: 200 });
const sizes = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }));

type Worth = (first: readonly number[], second: readonly number[]) => number;

function worthBy(values: readonly number[]): Worth {
  return (some, others) => {
    const [[first], [second]] = [some, others];
    if (first === undefined || second === undefined) return 0;
    return values[first * 36 + second * 6 + some.length * 2 + others.length] ?? 0;
  };
}

/** The most that any way of taking all of both is worth, all of them tried. */
function most(first: readonly number[], second: readonly number[], worth: Worth): number {
  if (first.length + second.length === 0) return 0;
  const open = MOVES.filter(([a, b]) => a <= first.length && b <= second.length);
  return Math.max(
    ...open.map(
      ([a, b]) => worth(first.slice(0, a), second.slice(0, b)) + most(first.slice(a), second.slice(b), worth),
    ),
  );
}

function upTo(length: number): readonly number[] {
  return [...Array(length).keys()];
}

describe("two sequences are aligned", () => {
  test("with the highest score of all ways to do it", () => {
    fc.assert(
      fc.property(sizes, worths, ([rows, columns], values) => {
        const [first, second, worth] = [upTo(rows), upTo(columns), worthBy(values)];
        const steps = align(first, second, MOVES, worth);
        const total = steps.reduce((sum, step) => sum + worth(step.first, step.second), 0);
        expect(total).toBe(most(first, second, worth));
      }),
    );
  });

  test("each item once, in order", () => {
    fc.assert(
      fc.property(sizes, worths, ([rows, columns], values) => {
        const steps = align(upTo(rows), upTo(columns), MOVES, worthBy(values));
        expect(steps.flatMap(({ first }) => first)).toEqual(upTo(rows));
        expect(steps.flatMap(({ second }) => second)).toEqual(upTo(columns));
      }),
    );
  });

  test("of equal scores by the move that is named first", () => {
    const steps = (order: readonly Move[]) => align(["甲"], ["乙"], order, () => 0);
    expect(steps(ONE_TO_ONE)).toEqual([{ first: ["甲"], second: ["乙"] }]);
    expect(steps([...ALONE, [1, 1]])).toEqual([
      { first: ["甲"], second: [] },
      { first: [], second: ["乙"] },
    ]);
  });

  test("not at all if they are too long: each stands alone, and nothing is compared", () => {
    const steps = align(upTo(1000), upTo(1000), ONE_TO_ONE, () => {
      throw new Error("compared");
    });
    expect(steps).toHaveLength(2000);
    expect(steps.every(({ first, second }) => first.length + second.length === 1)).toBe(true);
  });
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { align, type Move } from "../../src/text/align.js";

const ALONE: readonly Move[] = [
  [1, 0],
  [0, 1],
];
const MOVES: readonly Move[] = [[1, 1], ...ALONE, [2, 1], [1, 2]];

/** What two items, or two and one, are worth beside each other: looked up, so that any may be worth any. */
const worths = fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 200, maxLength: 200 });
const sizes = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }));

type Worth = (first: number, second: number, move: Move) => number;

function worthBy(values: readonly number[]): Worth {
  return (first, second, [a, b]) => (a * b === 0 ? 0 : (values[first * 36 + second * 6 + a * 2 + b] ?? 0));
}

/** The most that any way from there to the ends is worth, all of them tried. */
function most(at: Move, ends: Move, worth: Worth): number {
  if (at[0] === ends[0] && at[1] === ends[1]) return 0;
  const next = MOVES.map((move) => ({ move, to: [at[0] + move[0], at[1] + move[1]] as Move }));
  const open = next.filter(({ to }) => to[0] <= ends[0] && to[1] <= ends[1]);
  return Math.max(...open.map(({ move, to }) => worth(at[0], at[1], move) + most(to, ends, worth)));
}

describe("两列配对", () => {
  test("总分是所有走法里最高的", () => {
    fc.assert(
      fc.property(sizes, worths, ([first, second], values) => {
        const worth = worthBy(values);
        const steps = align(first, second, MOVES, worth);
        const total = steps.reduce((sum, step) => sum + worth(step.first, step.second, step.move), 0);
        expect(total).toBe(most([0, 0], [first, second], worth));
      }),
    );
  });

  test("每一项恰好用一次，次序不变", () => {
    fc.assert(
      fc.property(sizes, worths, ([first, second], values) => {
        let [i, j] = [0, 0];
        for (const step of align(first, second, MOVES, worthBy(values))) {
          expect([step.first, step.second]).toEqual([i, j]);
          i += step.move[0];
          j += step.move[1];
        }
        expect([i, j]).toEqual([first, second]);
      }),
    );
  });

  test("分数相同的，取排在前面的走法", () => {
    const moves = (order: readonly Move[]) => align(1, 1, order, () => 0).map(({ move }) => move);
    expect(moves([[1, 1], ...ALONE])).toEqual([[1, 1]]);
    expect(moves([...ALONE, [1, 1]])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test("太长的不配，各自单独，也不去比", () => {
    const steps = align(1000, 1000, [[1, 1], ...ALONE], () => {
      throw new Error("compared");
    });
    expect(steps).toHaveLength(2000);
    expect(steps.every(({ move: [a, b] }) => a + b === 1)).toBe(true);
  });
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { commonSubsequence } from "../../src/text/common-subsequence.js";

const letters = fc.array(fc.constantFrom("甲", "乙", "丙"), { maxLength: 8 });

/** The length of the longest common subsequence by its definition. */
function longest(one: readonly string[], other: readonly string[]): number {
  const [a, ...rest] = one;
  const [b, ...others] = other;
  if (a === undefined || b === undefined) return 0;
  return a === b ? 1 + longest(rest, others) : Math.max(longest(rest, other), longest(one, others));
}

describe("the longest common subsequence", () => {
  test("is as long as by its definition, in order on both sides, and equal item by item", () => {
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        const common = commonSubsequence(one, other) ?? [];
        expect(common).toHaveLength(longest(one, other));
        for (const [at, [first, second]] of common.entries()) {
          expect(one[first]).toBe(other[second]);
          const [before, above] = common[at - 1] ?? [-1, -1];
          expect(first).toBeGreaterThan(before);
          expect(second).toBeGreaterThan(above);
        }
      }),
    );
  });

  test("is found among however many items that one side alone has", () => {
    const strange = Array.from({ length: 5000 }, (_, index) => `新${index}`);
    expect(commonSubsequence(["甲", "乙"], ["甲", ...strange, "乙"])).toEqual([
      [0, 0],
      [1, 5001],
    ]);
  });

  test("is not looked for in long sequences of quite another order", () => {
    const many = Array.from({ length: 5000 }, (_, index) => `${index}`);
    expect(commonSubsequence(many, many.toReversed())).toBeUndefined();
  });
});

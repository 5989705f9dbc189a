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

describe("最长公共子序列", () => {
  test("与照定义找的一样长，两边都是子序列，字都相同", () => {
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

  test("只有一边有的，多少都不妨碍", () => {
    const strange = Array.from({ length: 5000 }, (_, index) => `新${index}`);
    expect(commonSubsequence(["甲", "乙"], ["甲", ...strange, "乙"])).toEqual([
      [0, 0],
      [1, 5001],
    ]);
  });

  test("次序完全不同的长列不找", () => {
    const many = Array.from({ length: 5000 }, (_, index) => `${index}`);
    expect(commonSubsequence(many, many.toReversed())).toBeUndefined();
  });
});

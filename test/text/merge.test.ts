import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { mergeThree, type Replaced } from "../../src/text/merge.js";

const BASE = ["一", "二", "三", "四", "五"];

/** The sequence with stretches of it replaced. */
function replaced(own: readonly string[], edits: readonly Replaced[]): readonly string[] {
  const done = [...own];
  for (const { from, to, by } of edits.toReversed()) done.splice(from, to - from, ...by);
  return done;
}

/** What one's own sequence becomes, and how many clashes are left. */
function merged(own: readonly string[], other: readonly string[]) {
  const { edits, clashes } = mergeThree(BASE, own, other);
  return [replaced(own, edits).join(""), clashes.length];
}

describe("two who change the same sequence", () => {
  test("each elsewhere: both changes are in it", () => {
    expect(merged(["零", "一", "二", "三", "四", "五"], ["一", "二", "三", "四"])).toEqual(["零一二三四", 0]);
    expect(merged(["一", "贰", "三", "四", "五"], ["一", "二", "三", "肆", "五", "六"])).toEqual([
      "一贰三肆五六",
      0,
    ]);
  });

  test("in the same way: it is done once", () => {
    expect(merged(["一", "贰", "三", "四", "五"], ["一", "贰", "三", "四", "五"])).toEqual(["一贰三四五", 0]);
  });

  test("otherwise, or side by side: they clash, and one's own stays", () => {
    expect(merged(["一", "贰", "三", "四", "五"], ["一", "两", "三", "四", "五"])).toEqual(["一贰三四五", 1]);
    expect(merged(["一", "贰", "三", "四", "五"], ["一", "二", "叁", "四", "五"])).toEqual(["一贰三四五", 1]);
    expect(merged([], ["一", "二", "叁", "四", "五"])).toEqual(["", 1]);
  });
});

test("with all that the other has done, also where both have, it is the other's where one's own is unchanged", () => {
  const lines = fc.array(fc.constantFrom("甲", "乙", "丙", "丁"), { maxLength: 12 });
  fc.assert(
    fc.property(lines, lines, lines, (base, own, other) => {
      const { edits, clashes } = mergeThree(base, base, other);
      expect(clashes).toEqual([]);
      expect(replaced(base, edits)).toEqual(other);
      expect(mergeThree(base, own, base)).toEqual({ edits: [], clashes: [] });
      // whichever of the two asks, the same places are in dispute
      expect(mergeThree(base, own, other).clashes.length).toBe(mergeThree(base, other, own).clashes.length);
      const one = mergeThree(base, own, other);
      const two = mergeThree(base, other, own);
      if (one.clashes.length === 0) expect(replaced(own, one.edits)).toEqual(replaced(other, two.edits));
    }),
  );
});

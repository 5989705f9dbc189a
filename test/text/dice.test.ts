import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { dice, inPlace, likeness, likenessBy } from "../../src/text/dice.js";

const text = fc.string({ unit: fc.constantFrom("收", "入", "支", "出", "（", "("), maxLength: 12 });

describe("Dice's coefficient", () => {
  test("is between 0 and 1, the same from either side, and 1 of a text with itself", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const alike = dice(one, other);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(dice(other, one)).toBe(alike);
        expect(dice(one, one)).toBe(1);
      }),
    );
  });

  test("is twice the bigrams in common over all of both, with those at the beginning and the end", () => {
    expect(dice("收入总体", "支出总体")).toBe((2 * 2) / (5 + 5));
    expect(dice("甲", "乙")).toBe(0);
    expect(dice("收入预算总体情况说明", "支出预算总体情况说明")).toBeCloseTo(0.73, 2);
  });

  test("takes full-width and half-width punctuation for one; likeness all numbers, too", () => {
    expect(dice("甲（乙）", "甲(乙)")).toBe(1);
    expect(likeness("收入1,001.90万元，占5%", "收入2.00万元，占11.45%")).toBe(1);
    expect(dice("收入1万元", "收入2万元")).toBeLessThan(1);
  });

  test("compares things by their words as it does words", () => {
    const by = likenessBy<{ readonly name: string }>(({ name }) => name);
    expect(by({ name: "甲乙1" }, { name: "甲丙2" })).toBe(likeness("甲乙1", "甲丙2"));
    expect(inPlace(by)({ name: "甲" }, { name: "乙" })).toBeCloseTo(0.3);
  });

  test("looks at the beginning only of what is very long", () => {
    const long = "收入支出".repeat(1000);
    expect(dice(long, `${long}别的`)).toBe(1);
  });
});

import { describe, expect, test } from "@jest/globals";
import { amountIn, unitIn } from "../../../src/import/printed/amounts.js";
import type { MoneyUnit } from "../../../src/money/money.js";

const CASES: readonly (readonly [
  text: string,
  number: string | undefined,
  unit: MoneyUnit,
  range: string,
])[] = [
  ["201.90", undefined, "万元", "2018950.00 2019049.99"],
  ["1,001.90", undefined, "万元", "10018950.00 10019049.99"],
  ["-2.50", undefined, "万元", "-25049.99 -24950.00"],
  ["△2.50", undefined, "万元", "-25049.99 -24950.00"],
  ["(2.50)", undefined, "万元", "-25049.99 -24950.00"],
  ["0.00", undefined, "万元", "-49.99 49.99"],
  ["2018980.55", undefined, "元", "2018980.55 2018980.55"],
  ["2,018,981", undefined, "元", "2018980.50 2018981.49"],
  ["2018.9", undefined, "千元", "2018850.00 2018949.99"],
  ["２０１．９０", undefined, "万元", "2018950.00 2019049.99"],
  // a workbook may store more than it shows, less only because it drops noughts
  ["201.90", "201.898", "万元", "2018975.00 2018984.99"],
  ["201.90", "201.9", "万元", "2018950.00 2019049.99"],
  ["201.90", "3.14159", "万元", "2018950.00 2019049.99"],
  ["", undefined, "万元", "0.00 0.00"],
  ["—", undefined, "万元", "0.00 0.00"],
];

test.each(CASES)("“%s”, stored as %s, in %s is from %s", (text, number, unit, range) => {
  const found = amountIn({ text, ...(number !== undefined && { number }) }, unit);
  expect(found && `${found.low.toFixed(2)} ${found.high.toFixed(2)}`).toBe(range);
});

test.each(["见附件", "1.2.3", "12,34.00", "1,00", "10%"])("“%s” is no amount", (text) => {
  expect(amountIn({ text }, "万元")).toBeUndefined();
});

describe("what amounts are counted in", () => {
  test.each([
    [["单位名称：某局 单位：万元"], "万元"],
    [["金额单位: 元"], "元"],
    [["单位：人民币 千元"], "千元"],
    [["项目金额（万元）"], "万元"],
    [["编制单位：元坝区财政局"], undefined],
    [["2023年收入表"], undefined],
  ] as const)("%j: %s", (words, unit) => {
    expect(unitIn(words)).toBe(unit);
  });
});

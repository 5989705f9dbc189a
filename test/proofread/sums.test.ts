import { expect, test } from "@jest/globals";
import type { Sum } from "../../src/model/report.js";
import { cell, column, row, table } from "../render/sample.js";
import { codesOf } from "./words.js";

/** What is found in a table in which `total` is said to be the sum of `parts`. */
function codesOfSum(total: string, ...parts: string[]): readonly string[] {
  const sum: Sum = { named: "栏", where: "合计", total: cell(total), parts: parts.map((part) => cell(part)) };
  const sheet = table("收入", [column("项目"), column("金额")], [row("合计", "1.00")]);
  return codesOf([{ ...sheet, sums: [sum] }]);
}

test.each([
  ["3.00", "1.00", "2.00"],
  ["3.01", "1.00", "2.00"],
  ["201.90", "201.89"],
  ["2.01", "1.00", "1.00"],
  ["1.00", "0.33", "0.33", "0.33"],
  ["0.00", "0.00"],
  ["0.01", "0.00", "0.00"],
])("%s may be the sum of %s, %s: each printed number stands for half a unit either side", (...amounts) => {
  const [total = "", ...parts] = amounts.filter((amount) => typeof amount === "string");
  expect(codesOfSum(total, ...parts)).toEqual([]);
});

test.each([
  ["3.02", "1.00", "2.00"],
  ["383.26", "191.63", ""],
  ["1595.00", "800.00", ""],
  ["", "0.01", ""],
])("%s cannot be the sum of %s and %s; an empty cell is exactly nothing", (total, ...parts) => {
  expect(codesOfSum(total, ...parts)).toEqual(["校对/表内合计"]);
});

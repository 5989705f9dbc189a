import { expect, test } from "@jest/globals";
import { shownSum } from "../../src/check/sums.js";
import type { WrittenAmount } from "../../src/model/ledger.js";
import { quantity } from "../../src/money/money.js";

function amounts(count: number): readonly WrittenAmount[] {
  return Array.from({ length: count }, (_, index) => ({
    amount: quantity(`${index + 1}000.5`),
    label: `第${index + 1}笔`,
    place: { file: "data/1/2023.yaml", line: index + 10, column: 1, length: 1, excerpt: "" },
  }));
}

test("a sum shows each line with its amount, its place and its name", () => {
  expect(shownSum(amounts(2))).toBe("1,000.50（第 10 行 第1笔） + 2,000.50（第 11 行 第2笔）");
  expect(shownSum([])).toBe("0.00");
});

test("six lines are shown, of more the middle is left out", () => {
  expect(shownSum(amounts(6)).split(" + ")).toHaveLength(6);
  const terms = shownSum(amounts(9)).split(" + ");
  expect(terms.map((term) => term.replace(/.*行 |）$/g, ""))).toEqual([
    "第1笔",
    "第2笔",
    "第3笔",
    "…（中间 3 笔）…",
    "第7笔",
    "第8笔",
    "第9笔",
  ]);
});

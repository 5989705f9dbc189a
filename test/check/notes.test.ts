import { expect, test } from "@jest/globals";
import { foundFrom, shownSum } from "../../src/check/notes.js";
import type { WrittenAmount } from "../../src/model/ledger.js";
import { quantity } from "../../src/money/money.js";

function amounts(count: number): readonly WrittenAmount[] {
  return Array.from({ length: count }, (_, index) => ({
    amount: quantity(`${index + 1}000.5`),
    label: `第${index + 1}笔`,
    place: { file: "data/1/2023.yaml", line: index + 10, column: 1, length: 1, excerpt: "" },
  }));
}

const home = foundFrom("data/1/2023.yaml");
const shown = (lines: readonly WrittenAmount[]): string => shownSum("合计", lines)(home);

test("a sum shows each line with its amount, its place and its name", () => {
  expect(shown(amounts(2))).toBe("合计 = 1,000.50（第 10 行 第1笔） + 2,000.50（第 11 行 第2笔）");
  expect(shown([])).toBe("合计 = 0.00");
});

test("six lines are shown, of more the middle is left out", () => {
  expect(shown(amounts(6)).split(" + ")).toHaveLength(6);
  const terms = shown(amounts(9)).split(" + ");
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

test("a line of another file names the file", () => {
  expect(shownSum("合计", amounts(1))(foundFrom("data/2/2023.yaml"))).toBe(
    "合计 = 1,000.50（data/1/2023.yaml 第 10 行 第1笔）",
  );
});

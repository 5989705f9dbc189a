import { expect, test } from "@jest/globals";
import { lineRanges } from "../../src/cli/gap-list.js";
import { printRenewal } from "../../src/cli/renewal.js";
import type { LocatedChange, Renewal } from "../../src/renew/renewal.js";

const FILE = "data/403008/2024.yaml";
const NOTHING: Renewal = {
  from: "data/403008/2023.yaml",
  file: FILE,
  unit: "403008",
  year: 2024,
  carried: ["版式"],
  changes: [],
};
const where = { key: "单位", section: "单位", part: "主要职责", kind: "主要职责", whole: "单位的主要职责" };
const place = { file: FILE, line: 7, column: 9, length: 4, excerpt: "" };

function printed(...changes: readonly LocatedChange[]): string {
  return printRenewal({ ...NOTHING, changes });
}

test("groups without members are not printed", () => {
  expect(printed()).not.toContain(" 0 处");
  expect(printed()).toContain("已新建 data/403008/2024.yaml");
});

test("of a long text only what is around the year is printed, the year included", () => {
  const [before, behind] = ["甲".repeat(100), "乙".repeat(100)];
  const doubt = printed({ kind: "doubt", text: `${before}2023${behind}`, why: "2023 没有改", where, place });
  expect(doubt).toContain(`：…${"甲".repeat(20)}2023${"乙".repeat(36)}…（2023 没有改）`);
  const [old, now] = [`${before}2023年底`, `${before}2024年底`];
  const moved = printed({ kind: "moved", old, now, remark: "", where, place });
  expect(moved).toContain(`：…${"甲".repeat(54)}2023年底 → …${"甲".repeat(54)}2024年底\n`);
});

test("characters that a terminal would obey are not printed", () => {
  expect(printed({ kind: "doubt", text: "\u001B[2J", why: "甲", where, place })).not.toContain("\u001B");
});

test.each([
  [[], ""],
  [[5], "5"],
  [[5, 6, 7, 9, 11, 12], "5-7、9、11-12"],
  [[5, 5, 5, 6], "5-6"],
])("lines %j are written as %s", (lines, expected) => expect(lineRanges(lines)).toBe(expected));

import { expect, test } from "@jest/globals";
import { type Edit, printed } from "./edited-format.js";

const UNIT_ABOVE: Edit = ["pack.yaml", "tableRight: 单位：万元", 'tableRight: "单位：{{金额单位}}"'];

test("tables in 元, texts in 万元 with commas: both say so, and belong together", async () => {
  const money = "money: { prose: { separators: true }, tables: { unit: 元 } }\nwords:";
  const text = await printed(["pack.yaml", "words:", money], UNIT_ABOVE);
  expect(text).toContain("收入总计1,001.90万元");
  expect(text).toContain("单位：元");
  expect(text).toMatch(/收入总计\s*\|\s*10,018,980\.00/);
});

test("a table of its own unit and decimals, and a figure of its own in a text", async () => {
  const text = await printed(
    UNIT_ABOVE,
    ["tables/01-balance.yaml", "layout: balance", "money: { unit: 千元, decimals: 1 }\nlayout: balance"],
    ["narrative/overview.hbs", "{{万元 收入总计}}", "{{元 收入总计 小数=0}}"],
  );
  expect(text).toContain("单位：千元");
  expect(text).toMatch(/收入总计\s*\|\s*10,019\.0/);
  expect(text).toContain("收入总计10018980元");
});

test.each<readonly [string, string, Edit]>([
  [
    "a table in 元 below 单位：万元",
    "里的数以元计，表上方写的是“单位：万元”",
    ["tables/01-balance.yaml", "layout: balance", "money: { unit: 元 }\nlayout: balance"],
  ],
  [
    "decimals that are none",
    "小数的位数要写 0 到 6 的一个数",
    ["narrative/overview.hbs", "{{万元 收入总计}}", "{{万元 收入总计 小数=9}}"],
  ],
  [
    "a unit that is none",
    "换成可以写的一个：元、千元、万元",
    ["pack.yaml", "words:", "money: { tables: { unit: 亿 } }\nwords:"],
  ],
])("%s is told", async (_, says, edit) => {
  expect(await printed(edit)).toContain(says);
});

import { expect, test } from "@jest/globals";
import type { Account, Query, Selection, Where } from "../../src/model/ledger.js";
import { compareRegions, type Region, regionOf } from "../../src/model/query.js";

const asks = (account: Account | readonly Account[], ...conditions: readonly Where[]): Selection => ({
  accounts: [account].flat(),
  conditions,
});
const spent = (...conditions: readonly Where[]): Query => [asks("支出", ...conditions)];

function comparison(one: Query, other: Query) {
  const [a, b] = [one, other].map((query): Region | undefined => regionOf(query));
  if (!a || !b) throw new Error("selects nothing");
  return compareRegions(a, b);
}

function isEqual(one: Query, other: Query): boolean {
  const found = comparison(one, other);
  return found.narrower.length + found.wider.length === 0;
}

test.each<readonly [string, Query, Query]>([
  [
    "conditions in any order",
    spent({ 财政拨款: "是" }, { 年份来源: "本年" }),
    spent({ 年份来源: "本年", 财政拨款: "是" }),
  ],
  [
    "one value, or a list of it",
    spent({ 类别: ["资本性支出", "资本性支出"] }),
    spent({ 类别: "资本性支出" }),
  ],
  ["the same condition twice", spent({ 财政拨款: "是" }, { 财政拨款: "是" }), spent({ 财政拨款: "是" })],
  [
    "what two conditions on one dimension have in common",
    spent({ 类别: ["资本性支出", "其他运转类"] }, { 支出性质: "基本支出" }),
    spent({ 类别: "资本性支出" }),
  ],
  ["all values there are", spent({ 财政拨款: ["否", "是"] }), spent()],
  [
    "personnel, by its kinds",
    spent({ 经费性质: "人员经费" }),
    spent({ 类别: ["对个人和家庭的补助", "工资福利支出"] }),
  ],
  [
    "basic expenditure, by its natures",
    spent({ 支出性质: "基本支出" }),
    spent({ 经费性质: ["人员经费", "公用经费"] }),
  ],
  [
    "a category within an item",
    spent({ 功能类: "208" }, { 功能科目: "2080505" }),
    spent({ 功能科目: "2080505" }),
  ],
  ["items beside their own category", spent({ 经济科目: ["302", "30201"] }), spent({ 经济类: "302" })],
  [
    "evaluated projects are projects",
    spent({ 绩效评价: "是" }, { 支出性质: "项目支出" }),
    spent({ 绩效评价: "是" }),
  ],
  ["projects evaluated or not", spent({ 绩效评价: ["是", "否"] }), spent({ 支出性质: "项目支出" })],
  [
    "accounts without such a dimension",
    [asks(["支出", "年终结转"], { 年份来源: "本年" })],
    spent({ 年份来源: "本年" }),
  ],
  ["a total of two accounts", [asks("支出"), asks("年终结转")], [asks(["年终结转", "支出"])]],
  [
    "a total by economic items",
    [asks("支出", { 经济科目: "30212" }), asks("支出", { 经济科目: "30217" })],
    spent({ 经济科目: ["30217", "30212"] }),
  ],
  [
    "a total of all kinds",
    [asks("支出", { 支出性质: "基本支出" }), asks("支出", { 支出性质: "项目支出" })],
    spent(),
  ],
])("queries that select the same lines of every ledger are equal: %s", (_, one, other) => {
  expect(isEqual(one, other)).toBe(true);
  expect(isEqual(other, one)).toBe(true);
});

test.each<readonly [string, Query, Query]>([
  ["other accounts", spent(), [asks("收入")]],
  ["one condition more", spent({ 财政拨款: "是" }), spent()],
  ["other values", spent({ 财政拨款: "是" }), spent({ 财政拨款: "否" })],
  ["this year's only", spent({ 支出性质: "项目支出", 年份来源: "本年" }), spent({ 支出性质: "项目支出" })],
  ["a category and one of its items", spent({ 功能类: "208" }), spent({ 功能科目: "2080505" })],
  ["of two classifications", spent({ 经济类: "302" }), spent({ 政府经济类: "302" })],
  ["what is said of no line, beside all", spent({ 功能科目: ["", "2080505"] }), spent()],
  ["one unit's", spent({ 单位: "403008" }), spent()],
  ["large projects", [{ ...asks("支出"), projectsFrom: "门槛" }], spent({ 支出性质: "项目支出" })],
])("queries that may select other lines are not equal: %s", (_, one, other) => {
  expect(isEqual(one, other)).toBe(false);
});

test.each<readonly [string, Query]>([
  ["conditions that exclude each other", spent({ 财政拨款: "是" }, { 财政拨款: "否" })],
  ["a dimension that no account has", [asks("年终结转", { 功能类: "208" })]],
  ["a total that counts lines twice", [asks("支出"), asks("支出", { 财政拨款: "是" })]],
  ["a total of the same twice", [asks("支出"), asks("支出")]],
  ["a total of overlapping codes", [asks("支出", { 功能类: "208" }), asks("支出", { 功能科目: "2080505" })]],
  [
    "a total that differs in two dimensions",
    [
      asks("支出", { 财政拨款: "是", 年份来源: "本年" }),
      asks("支出", { 财政拨款: "否", 年份来源: "上年结转" }),
    ],
  ],
  [
    "large projects beside larger ones",
    [
      { ...asks("支出"), projectsFrom: "门槛" },
      { ...asks("支出"), projectsFrom: "高门槛" },
    ],
  ],
])("there is no region of %s", (_, query) => {
  expect(regionOf(query)).toBeUndefined();
});

test("a region is compared aspect by aspect", () => {
  const general = { 资金来源: "一般公共预算" };
  const one = spent(general, { 支出性质: "项目支出", 年份来源: "本年" });
  expect(comparison(one, spent(general, { 财政拨款: "否" }))).toEqual({
    shared: 1,
    narrower: ["类别", "年份来源"],
    wider: ["财政拨款"],
  });
  expect(comparison(spent({ 功能类: "208" }), spent({ 功能科目: "2080505" }))).toEqual({
    shared: 0,
    narrower: [],
    wider: ["功能科目"],
  });
  expect(comparison(spent(), [asks(["收入", "支出"])])).toEqual({
    shared: 0,
    narrower: ["account"],
    wider: [],
  });
});

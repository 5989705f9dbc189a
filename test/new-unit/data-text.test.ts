import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { gapPaths } from "../../src/model/gap.js";
import { type Plain, valueAt } from "../../src/model/source.js";
import { dataFile } from "../../src/project/data-files.js";
import { type NewDataOrder, newDataText } from "../../src/work/new-data.js";
import { readYamlText } from "../../src/yaml/yaml.js";
import { PACK_SAMPLES } from "../packs/packs.js";
import { makeProject, program } from "../project.js";

type Given = NewDataOrder["given"];

function textOf(given: Given, data = dataFile("250001", 2024), pack = "henan", project = makeProject()) {
  return newDataText({ data, pack, given }, { program, project });
}

function dataIn(text: string): Given {
  return readYamlText("data/250001/2024.yaml", text).value as Given;
}

const UNIT = { 代码: "250001", 名称: "渑川市应急管理局", 性质: "行政单位" };

describe.each(PACK_SAMPLES)("the whole data of $name", ({ folder, data }) => {
  const written = readFileSync(join(folder, data.file), "utf8");
  const { 版式: pack, 年度: _, ...given } = dataIn(written);
  const text = textOf(given, data, String(pack), makeProject(folder));

  test("is written as it is given", () => {
    const value = dataIn(text);
    for (const [key, part] of Object.entries(given)) {
      const gaps = gapPaths(value[key] ?? "");
      expect([key, gaps.length === 0 ? value[key] : withoutGaps(value[key] ?? "")]).toEqual([key, part]);
    }
  });

  test("leaves to be filled in only what may be left out", () => {
    const lacking = gapPaths(dataIn(text)).map((path) => path.at(-1));
    expect(lacking.filter((key) => !MAY_BE_LEFT_OUT.includes(String(key)))).toEqual([]);
  });
});

const MAY_BE_LEFT_OUT = [
  ...["级次", "下属单位", "绩效评价", "年终结转", "政府采购", "专项转移支付"],
  // asked of last year, and of no use where there is no such money
  ...["政府性基金预算支出", "政府性基金预算收支", "国有资本经营预算收支"],
];

function withoutGaps(value: Plain): Plain {
  if (typeof value === "string") return value;
  const kept = Object.entries(value).flatMap(([key, part]) =>
    part === "待填" ? [] : [[key, withoutGaps(part)] as const],
  );
  return Array.isArray(value) ? kept.map(([, part]) => part) : Object.fromEntries(kept);
}

test("lines of expenditure stand as in the sample, amounts below each other, each with what its code is called", () => {
  const sample = readFileSync(join(makeProject(), "data/403008/2023.yaml"), "utf8");
  const { 基本支出 = [] } = dataIn(sample);
  const text = textOf({ 单位: UNIT, 基本支出 });
  const rowsIn = (whole: string) =>
    whole.split("\n").filter((line) => /^ {2}- \{ 功能科目: .*类别/.test(line));
  expect(rowsIn(text)).toEqual(rowsIn(sample).map((row) => row.replace("，推定", "")));
});

test("texts stay what they are, however they have to be written", () => {
  const names = [
    "a: b",
    "# 不是注释",
    "- 横线",
    "{{项目支出}}",
    '引号"里',
    "逗号, 括号]",
    "≥90%",
    ">90%",
    "100%",
    "是",
  ];
  const given: Given = {
    单位: { ...UNIT, 主要职责: "（一）第一条。\n（二）第二条：甲 # 乙。", 内设机构: names },
    原因: { 收入总计: "本年 {{项目支出}}：压减" },
  };
  const value = dataIn(textOf(given));
  expect(valueAt(value, ["单位", "内设机构"])).toEqual(names);
  expect(String(valueAt(value, ["单位", "主要职责"])).trimEnd()).toBe(
    "（一）第一条。\n（二）第二条：甲 # 乙。",
  );
  expect(value.原因).toEqual(given.原因);
});

test("what is to be chosen stands there with what the candidates are called", () => {
  const line = {
    功能科目: "2240101",
    经济科目: "待定（30201、30202）",
    资金来源: "一般公共预算",
    财政拨款: "是",
  };
  const text = textOf({ 单位: UNIT, 项目: [{ 名称: "甲", 支出: [{ ...line, 金额: "100.00" }] }] });
  expect(text).toContain(
    "经济科目: 待定（30201、30202）, 资金来源: 一般公共预算, 财政拨款: 是, 金额: 100.00 } # 办公费，或者 印刷费",
  );
});

test("what a format asks of each function is asked of those that are given", () => {
  const line = { 功能科目: "2240101", 经济科目: "30101", 类别: "工资福利支出" };
  const text = textOf(
    { 单位: UNIT, 基本支出: [{ ...line, 资金来源: "一般公共预算", 财政拨款: "是", 金额: "100.00" }] },
    dataFile("250001", 2026),
    "shanghai-putuo",
  );
  expect(valueAt(dataIn(text), ["版式事项", "功能科目"])).toEqual({ "2240101": { 用途: "待填" } });
});

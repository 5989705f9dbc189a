import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { readCodeLists } from "../../src/project/codes.js";
import { budgetProblems } from "../../src/validate/budget/budget.js";
import { validateCodeLists } from "../../src/validate/budget/code-lists.js";
import { consolidate } from "../../src/validate/budget/consolidation.js";
import { checkDates } from "../../src/validate/budget/dates.js";
import { decodeBudget } from "../../src/validate/budget/decode.js";
import { checkReferences } from "../../src/validate/budget/references.js";
import { repair } from "../../src/validate/budget/repair.js";
import { PROGRAM } from "../project.js";
import { SCHEMAS, sourceOf, told } from "./reading.js";

const codes = validateCodeLists(readCodeLists(PROGRAM, PROGRAM, 2023), SCHEMAS);
const SAMPLE = readFileSync(join(PROGRAM, "data/403008/2023.yaml"), "utf8");

/** The sample with one text in it replaced. */
function edited(find: string, replace: string): string {
  expect(SAMPLE).toContain(find);
  return SAMPLE.replace(find, replace);
}

const problems = (text: string): readonly Diagnostic[] =>
  budgetProblems(sourceOf(text), SCHEMAS.budget, codes).filter(({ severity }) => severity === "错误");

describe("a code", () => {
  test("that is not in the list: those near it are named, the likest first", () => {
    const found = problems(edited("功能科目: 2210201", "功能科目: 2210211"));
    expect(told(found)).toEqual([expect.stringContaining("数据/科目 功能科目表里没有代码 2210211")]);
    expect(found[0]?.notes[0]).toMatch(/^相近的代码：2210201 住房公积金/);
  });

  test("of a wrong length: only that is told", () => {
    expect(told(problems(edited("功能科目: 2210201", "功能科目: 22102")))).toEqual([
      expect.stringContaining("数据/科目 功能科目“22102”要写成代码"),
    ]);
  });
});

describe("what refers to something else", () => {
  const referred = (text: string, file?: string) => told(checkReferences(sourceOf(text, file)));

  test("a file in the wrong place", () => {
    expect(referred("年度: 2023\n单位: { 代码: 403008 }", "data/403009/2024.yaml")).toEqual([
      "2 数据/取值 单位代码写的是 403008，文件却在文件夹 403009 里",
      "1 数据/取值 年度写的是 2023，文件名却是 2024.yaml",
    ]);
  });

  test("two projects of one name or code, other than 未赋码 and 待填", () => {
    const project = (code: string, name: string) => `  - { 编码: ${code}, 名称: ${name} }\n`;
    expect(referred(`项目:\n${project("1", "甲")}${project("1", "甲")}`)).toEqual([
      "3 数据/重复 两个项目的编码都是“1”，名称也相同，另一个在第 2 行",
    ]);
    expect(referred(`项目:\n${project("未赋码", "甲")}${project("未赋码", "乙")}`)).toEqual([]);
    expect(referred(`项目:\n${project("待填", "待填")}${project("待填", "待填")}`)).toEqual([]);
  });

  test("a project without expenditure or indicators", () => {
    const targets = "{ 成本指标: [], 产出指标: [], 效益指标: [], 满意度指标: [] }";
    expect(referred(`项目:\n  - 名称: 甲\n    支出: []\n    绩效目标: ${targets}\n`)).toEqual([
      "3 数据/项目 项目“甲”没有一行支出明细",
      "4 数据/项目 项目“甲”没有一条绩效指标",
    ]);
  });
});

describe("the dates of a correction", () => {
  test.each([
    ["2023-02-30", "2023-05-20", ["没有 2023-02-30 这一天"]],
    ["2023-02-20", "2023-06-31", ["没有 2023-06-31 这一天"]],
    ["2022-11-30", "2023-05-20", ["公开日期 2022-11-30 早于 2023 年的预算"]],
    ["2022-12-20", "2023-05-20", []],
    ["2023-05-20", "2023-02-20", ["更正日期 2023-02-20 早于公开日期 2023-05-20"]],
    ["2024-02-29", "2024-02-29", []],
    ["二月", "2023-05-20", []],
  ])("%s and %s", (published, corrected, expected) => {
    const source = sourceOf(`年度: 2023\n更正: { 公开日期: ${published}, 更正日期: ${corrected} }`);
    expect(checkDates(source).map(({ message }) => message)).toEqual(expected);
  });
});

describe("a draft is mended until it can be printed", () => {
  const repaired = (text: string) => repair(sourceOf(text), SCHEMAS.budget);

  test("and is left as it is if nothing is wrong", () => {
    expect(repaired(SAMPLE)?.value).toEqual(sourceOf(SAMPLE).value);
  });

  test("wrong amounts become 待填, unknown keys go, missing ones are added", () => {
    const mended = repaired(
      edited("金额: 2018980.00", "金额: 201万")
        .replace("年度: 2023\n", "年度: 2023\n旧键: 1\n")
        .replace(/\n {2}主要职责:.*/, ""),
    );
    expect(mended?.value).toMatchObject({
      收入: [{ 金额: "待填" }, { 金额: "8000000.00" }],
      单位: { 主要职责: "待填" },
    });
    expect(mended?.value).not.toHaveProperty("旧键");
  });

  test("a row of a list that says too little is one of gaps, and those behind it keep their places", () => {
    const mended = repaired(edited("收入:\n", "收入:\n  - { 资金来源: 没有这种 }\n"));
    if (!mended) throw new Error("nothing is left");
    const gaps = { 资金来源: "待填", 财政拨款: "待填", 金额: "待填" };
    expect(mended.value).toMatchObject({ 收入: [gaps, { 金额: "2018980.00" }, { 金额: "8000000.00" }] });
    expect(mended.placeOf(["收入", 1, "金额"]).excerpt).toContain("2018980.00");
  });

  test("but not if there is nothing", () => {
    expect(repaired("- 1")).toBeUndefined();
  });
});

describe("a department", () => {
  const department = sourceOf(
    SAMPLE.replace("下属单位: []", "下属单位: [甲中心]").replace(
      "年度: 2023\n",
      "年度: 2023\n汇总单位: [410001]\n",
    ),
  );
  const unit = (name: string) =>
    sourceOf(
      SAMPLE.replace("代码: 403008", "代码: 410001").replace("名称: 三门峡市住房保障中心", `名称: ${name}`),
      "data/410001/2023.yaml",
    );
  const together = (name: string) =>
    consolidate(department, [unit(name)], (each) => ({ budget: decodeBudget(each, codes), warnings: [] }));

  test("names its units as their files do, and counts no project twice", () => {
    expect(() => together("乙中心")).toThrow(
      /下属单位“甲中心”不是“汇总单位”里哪一个单位的名称[\s\S]*没有汇总的这些单位：410001 乙中心[\s\S]*算了两次/,
    );
  });

  test("has the same warning of several files once, with the others named", () => {
    const own = sourceOf(SAMPLE);
    const warn = { severity: "警告", code: "数据/科目未核", message: "没有核对过", notes: [] } as const;
    const { warnings } = consolidate(
      own,
      [sourceOf("项目: []", "data/1/2023.yaml"), sourceOf("项目: []", "data/2/2023.yaml")],
      (each) => ({
        budget: { ...decodeBudget(own, codes), projects: [] },
        warnings: [{ ...warn, place: each.at(0, 1) }],
      }),
    );
    expect(told(warnings)).toEqual(["1 数据/科目未核 没有核对过"]);
    expect(warnings[0]?.others?.map(({ file }) => file)).toEqual(["data/1/2023.yaml", "data/2/2023.yaml"]);
  });
});

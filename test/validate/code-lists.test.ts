import { describe, expect, test } from "@jest/globals";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { ownFundOf } from "../../src/model/budget.js";
import { validateCodeLists } from "../../src/validate/budget/code-lists.js";
import { SCHEMAS, sourceOf, told } from "./reading.js";

const GROUP = "来源: 某";
const YEARS = "年度: { 起: 2023, 止: 2025 }\n";
const list = (codes: string, status = "官方") => `  - ${GROUP}\n    状态: ${status}\n    代码: ${codes}\n`;
const pairs = (codes: string) => `\n  - ${GROUP}\n    状态: 公开文件\n    对应: ${codes}\n`;

function listsOf(
  given: Partial<
    Record<"functional" | "departmental" | "governmental" | "correspondence" | "bureau", string>
  >,
) {
  const file = (name: string, text: string) => sourceOf(text, `schemas/codes/${name}.yaml`);
  return {
    functional: file("功能科目", `${YEARS}科目:\n${given.functional ?? list("{ 201: 一般公共服务支出 }")}`),
    departmental: file("部门经济科目", `${YEARS}科目:\n${given.departmental ?? list("{ 30201: 办公费 }")}`),
    governmental: file(
      "政府经济科目",
      `${YEARS}科目:\n${given.governmental ?? list("{ 50201: 办公经费, 50502: 商品和服务支出 }")}`,
    ),
    correspondence: file(
      "经济科目对应",
      given.correspondence ?? `行政:${pairs("{ 30201: 50201 }")}事业:${pairs("{ 30201: 50502 }")}`,
    ),
    bureau: given.bureau === undefined ? undefined : sourceOf(given.bureau, "data/科目/2024.yaml"),
  };
}

function refused(given: Parameters<typeof listsOf>[0]): readonly string[] {
  try {
    validateCodeLists(listsOf(given), SCHEMAS);
    return [];
  } catch (error) {
    if (error instanceof Refusal) return told(error.diagnostics);
    throw error;
  }
}

describe("the code lists", () => {
  test("are read with status, source and years, and the correspondence for both kinds of units", () => {
    const lists = validateCodeLists(
      listsOf({
        functional: `${list("{ 201: 一般公共服务支出 }")}${list("{ 20140: 信访事务 }\n    起: 2024", "未核对")}曾用名:
  - { 止: 2018, 代码: { 201: 一般公共服务 } }
  - { 代码: { 201: 公共服务 } }
`,
      }),
      SCHEMAS,
    );
    expect([lists.years, lists.bureau]).toEqual([{ from: 2023, to: 2025 }, undefined]);
    expect(lists.functional.get("201")).toMatchObject({
      code: "201",
      name: { text: "一般公共服务支出" },
      status: "官方",
      citation: "某",
      years: { from: 2023, to: 2025 },
      former: [{ name: "一般公共服务", until: 2018 }, { name: "公共服务" }],
    });
    expect(lists.functional.get("20140")).toMatchObject({
      status: "未核对",
      years: { from: 2024, to: 2025 },
    });
    expect(lists.correspondence.get("30201")).toEqual({
      administrative: { code: "50201", status: "公开文件" },
      institution: { code: "50502", status: "公开文件" },
    });
  });

  test("say whose money is spent under a function: what the longest code says that holds in the year", () => {
    const lists = validateCodeLists(
      listsOf({
        functional: `${list("{ 201: 一般公共服务支出 }")}资金归属:
  - { 状态: 公开文件, 来源: 某, 代码: { 201: 国有资本经营预算, 2010203: 不限 } }
  - { 状态: 未核对, 来源: 某, 起: 2024, 止: 2025, 代码: { 20102: 政府性基金预算 } }
`,
      }),
      SCHEMAS,
    );
    const funds = ["2010101", "2010201", "2010203", "2020101"].map(
      (code) => ownFundOf(lists, code, 2024)?.fund,
    );
    expect(funds).toEqual(["国有资本经营预算", "政府性基金预算", "不限", undefined]);
    expect(ownFundOf(lists, "2010201", 2023)?.fund).toBe("国有资本经营预算");
    expect(ownFundOf(lists, "2010201", 2026)).toMatchObject({ status: "未核对", years: { to: 2025 } });
  });

  test("are called as the bureau's own list calls them", () => {
    const bureau = "年度: 2024\n来源: [科目.xlsx]\n功能科目: { 201: 公共服务支出, 20140: 信访事务 }\n";
    const lists = validateCodeLists(listsOf({ bureau }), SCHEMAS);
    expect(lists.bureau).toBe(2024);
    expect(lists.functional.get("201")).toMatchObject({ name: { text: "公共服务支出" }, status: "财政部门" });
    expect(lists.functional.get("20140")).toMatchObject({ status: "财政部门", citation: "科目.xlsx" });
    expect(lists.departmental.get("30201")?.status).toBe("官方");
  });

  test("are validated once where the files are the same", () => {
    const lists = listsOf({});
    expect(validateCodeLists(lists, SCHEMAS)).toBe(validateCodeLists({ ...lists }, SCHEMAS));
  });

  test.each([
    ["have a code of a wrong length", { functional: list("{ 20: 某 }") }, "5 数据/多余 “代码”里不能写“20”"],
    [
      "do not say the status of a group",
      { functional: `  - ${GROUP}\n    代码: { 201: 某 }\n` },
      "3 数据/缺少 “科目”第 1 项里没有写“状态”",
    ],
    [
      "have one code in two groups",
      { functional: list("{ 201: 甲 }") + list("{ 201: 乙 }") },
      "8 数据/重复 代码 201 在别的组里已经写过，见第 5 行",
    ],
    [
      "say twice whose money a code is",
      {
        functional: `${list("{ 201: 某 }")}资金归属:
  - { 状态: 未核对, 来源: 某, 代码: { 201: 不限 } }
  - { 状态: 官方, 来源: 某, 代码: { 201: 一般公共预算 } }
`,
      },
      "8 数据/重复 代码 201 在别的组里已经写过，见第 7 行",
    ],
    [
      "have a correspondence of codes that are in no list",
      { correspondence: `行政:${pairs("{ 30299: 50201 }")}事业:${pairs("{ 30201: 50999 }")}` },
      "4 数据/引用 schemas/codes/部门经济科目.yaml 里没有代码 30299",
      "8 数据/引用 schemas/codes/政府经济科目.yaml 里没有代码 50999",
    ],
  ])("%s", (_name, given, ...expected) => {
    expect(refused(given)).toEqual(expected);
  });
});

import { describe, expect, test } from "@jest/globals";
import { Refusal } from "../../src/diagnostic.js";
import { validateCodeLists } from "../../src/validate/budget/code-lists.js";
import { SCHEMAS, sourceOf, told } from "./reading.js";

const GROUP = "来源: 某";
const list = (codes: string, checked = "是") => `  - ${GROUP}\n    已核对: ${checked}\n    代码: ${codes}\n`;
const pairs = (codes: string) => `\n  - ${GROUP}\n    已核对: 是\n    对应: ${codes}\n`;

function listsOf(
  given: Partial<Record<"functional" | "departmental" | "governmental" | "correspondence", string>>,
) {
  const file = (name: string, text: string) => sourceOf(text, `schemas/codes/2023/${name}.yaml`);
  return {
    functional: file("功能科目", `科目:\n${given.functional ?? list("{ 201: 一般公共服务支出 }")}`),
    departmental: file("部门经济科目", `科目:\n${given.departmental ?? list("{ 30201: 办公费 }")}`),
    governmental: file(
      "政府经济科目",
      `科目:\n${given.governmental ?? list("{ 50201: 办公经费, 50502: 商品和服务支出 }")}`,
    ),
    correspondence: file(
      "经济科目对应",
      given.correspondence ?? `行政:${pairs("{ 30201: 50201 }")}事业:${pairs("{ 30201: 50502 }")}`,
    ),
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
  test("are read with whether each group was verified, and the correspondence for both kinds of units", () => {
    const lists = validateCodeLists(
      listsOf({ functional: list("{ 201: 一般公共服务支出 }") + list("{ 20101: 人大事务 }", "否") }),
      SCHEMAS,
    );
    expect([lists.folder, lists.year]).toEqual(["schemas/codes/2023", 2023]);
    expect(lists.functional.get("201")).toMatchObject({
      code: "201",
      name: { text: "一般公共服务支出" },
      verified: true,
    });
    expect(lists.functional.get("20101")?.verified).toBe(false);
    expect(lists.correspondence.get("30201")).toEqual({
      administrative: { code: "50201", verified: true },
      institution: { code: "50502", verified: true },
    });
  });

  test("are validated once where the files are the same", () => {
    const lists = listsOf({});
    expect(validateCodeLists(lists, SCHEMAS)).toBe(validateCodeLists({ ...lists }, SCHEMAS));
  });

  test.each([
    ["have a code of a wrong length", { functional: list("{ 20: 某 }") }, "4 数据/多余 “代码”里不能写“20”"],
    [
      "do not say whether a group was verified",
      { functional: `  - ${GROUP}\n    代码: { 201: 某 }\n` },
      "2 数据/缺少 “科目”第 1 项里没有写“已核对”",
    ],
    [
      "have one code in two groups",
      { functional: list("{ 201: 甲 }") + list("{ 201: 乙 }") },
      "7 数据/重复 代码 201 在别的组里已经写过，见第 4 行",
    ],
    [
      "have a correspondence of codes that are in no list",
      { correspondence: `行政:${pairs("{ 30299: 50201 }")}事业:${pairs("{ 30201: 50999 }")}` },
      "4 数据/引用 schemas/codes/2023/部门经济科目.yaml 里没有代码 30299",
      "8 数据/引用 schemas/codes/2023/政府经济科目.yaml 里没有代码 50999",
    ],
  ])("%s", (_name, given, ...expected) => {
    expect(refused(given)).toEqual(expected);
  });
});

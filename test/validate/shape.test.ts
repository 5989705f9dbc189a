import { describe, expect, test } from "@jest/globals";
import { checkShape } from "../../src/validate/schema/shape.js";
import { notesOf, sourceOf, told } from "./reading.js";

/** What is said of a value under 甲 that a schema does not accept. */
function found(part: object, text: string) {
  return checkShape(sourceOf(text), {
    type: "object",
    properties: { 甲: part },
    additionalProperties: false,
  });
}

describe("how each keyword is told", () => {
  test.each([
    [
      "type",
      { type: "array" },
      "甲: 办公室、财务科",
      "1 数据/类型 “甲”应当是一张清单（每项以 - 开头，或者写在 [ ] 里），现在写的是一段文字",
      "写成 [办公室, 财务科]",
    ],
    [
      "type",
      { type: "array" },
      "甲: 无",
      "1 数据/类型 “甲”应当是一张清单（每项以 - 开头，或者写在 [ ] 里），现在写的是一段文字",
      "没有的，写 []",
    ],
    [
      "type",
      { type: "object" },
      "甲: 乙：丙",
      "1 数据/类型 “甲”应当是下级的内容（每行一个“键: 值”），现在写的是一段文字",
      "中文全角的冒号",
    ],
    [
      "type",
      { type: "object" },
      "甲: 乙:丙",
      "1 数据/类型 “甲”应当是下级的内容（每行一个“键: 值”），现在写的是一段文字",
      "英文冒号后面少了一个空格",
    ],
    [
      "type",
      { type: "string" },
      "甲: [乙]",
      "1 数据/类型 “甲”应当是一段文字或一个数，现在写的是一张清单",
      "对照样例",
    ],
    ["enum", { enum: ["货物", "工程"] }, "甲: 货务", "1 数据/取值 甲不能写“货务”", "是不是想写“货物”？"],
    ["const", { const: "是" }, "甲: 否", "1 数据/取值 甲不能写“否”", "换成可以写的一个：是"],
    [
      "pattern",
      { pattern: "^\\d{7}$", patternErrorMessage: "七位数字" },
      "甲: 208",
      "1 数据/取值 甲“208”写得不对",
      "现在写的是 3 位",
    ],
    ["minItems", { type: "array", minItems: 1 }, "甲: []", "1 数据/缺少 “甲”至少要写 1 项", "每项以 - 开头"],
    ["minProperties", { type: "object", minProperties: 1 }, "甲: {}", "1 数据/缺少 “甲”里没有内容", "键: 值"],
    [
      "uniqueItems",
      { type: "array", uniqueItems: true },
      "甲: [乙, 丙, 乙]",
      "1 数据/重复 “甲”里有重复：第 1 项与第 3 项相同",
      "删去重复的一项",
    ],
    [
      "maxLength",
      { type: "string", maxLength: 2 },
      "甲: 一二三",
      "1 数据/取值 “甲”太长，最多 2 个字",
      "写短一些",
    ],
    [
      "minLength",
      { type: "string", minLength: 1, description: "一句话" },
      '甲: ""',
      "1 数据/缺少 “甲”没有填写",
      "说明：一句话",
    ],
    [
      "x-错误",
      { pattern: "^\\d+$", "x-错误": "不带单位的数" },
      "甲: 16pt",
      "1 数据/取值 甲“16pt”写得不对",
      "规则：不带单位的数",
    ],
    [
      "x-金额",
      { pattern: "^\\d+$", "x-金额": true },
      "甲: 3万",
      "1 数据/金额 甲“3万”后面写了单位“万”",
      "30000.00",
    ],
    [
      "propertyNames",
      { type: "object", propertyNames: { enum: ["货物"] } },
      "甲: { 货务: 1 }",
      "1 数据/多余 “甲”里不能写“货务”",
      "是不是想写“货物”？",
    ],
  ])("%s: %j", (_keyword, part, text, words, note) => {
    const problems = found(part, text);
    expect(told(problems)[0]).toContain(words);
    expect(notesOf(problems)).toContain(note);
  });
});

describe("keys", () => {
  const schema = {
    type: "object",
    required: ["名称", "金额"],
    properties: {
      名称: { description: "项目的名称" },
      金额: {},
      单位: { title: "单位", type: "object", properties: { 代码: {} } },
    },
    additionalProperties: false,
  };
  const keys = (text: string) => checkShape(sourceOf(text), schema);

  test("that are missing are told together", () => {
    const problems = keys("单位: { 代码: 1 }");
    expect(told(problems)).toEqual(["1 数据/缺少 “文件”里没有写“名称”“金额”".replace("“文件”", "文件")]);
    expect(notesOf(problems)).toContain("“名称”：项目的名称");
  });

  test("that are misspelt are not told as missing, too", () => {
    const problems = keys("名称: 甲\n金额数: 1");
    expect(told(problems)).toEqual(["2 数据/多余 文件里不能写“金额数”"]);
    expect(notesOf(problems)).toContain("是不是想写“金额”？");
  });

  test("that full-width colons and commas have made one", () => {
    const problems = keys("? 名称：甲，金额\n: 1");
    expect(told(problems)).toEqual(["1 数据/多余 文件里不能写“名称：甲，金额”"]);
    expect(notesOf(problems)).toContain("名称: 甲, 金额");
  });

  test("that stand elsewhere are told where they belong", () => {
    expect(notesOf(keys("名称: 甲\n金额: 1\n代码: 2"))).toContain(
      "“代码”是“单位”里的内容，这里的缩进可能不对",
    );
  });
});

test("what is still to be filled in (待填) is not wrong", () => {
  const schema = { type: "object", properties: { 甲: { pattern: "^\\d+$" } } };
  expect(checkShape(sourceOf("甲: 待填"), schema, { gaps: [["甲"]] })).toEqual([]);
});

test("what was published is understood with unknown keys and other words, but not with missing ones or no numbers", () => {
  const schema = {
    type: "object",
    required: ["名称"],
    properties: {
      名称: { type: "string", pattern: "^甲" },
      字号: { type: ["string", "number"], pattern: "^[89]$" },
      样式: { enum: ["竖"] },
    },
    additionalProperties: false,
  };
  const published = (text: string) => told(checkShape(sourceOf(text), schema, { published: true }));
  expect(published("名称: 乙\n旧键: 1\n字号: 7")).toEqual([]);
  expect(published("字号: 大\n样式: 横")).toEqual([
    "1 数据/缺少 文件里没有写“名称”",
    "1 数据/取值 字号“大”写得不对",
    "2 数据/取值 样式不能写“横”",
  ]);
});

test("of several forms the likest is told, or what the schema has to say itself", () => {
  const row = { type: "object", properties: { 口径: { type: "string" } }, additionalProperties: false };
  const choice = {
    oneOf: [{ enum: ["收入", "支出"] }, { type: "array", items: { enum: ["收入", "支出"] } }],
  };
  expect(told(found(choice, "甲: [收人]"))).toEqual(["1 数据/取值 甲第 1 项不能写“收人”"]);
  expect(told(found(choice, "甲: 收人"))).toEqual(["1 数据/取值 甲不能写“收人”"]);
  expect(notesOf(found({ oneOf: [{ type: "array" }, row], "x-错误": "写一种" }, "甲: 乙"))).toContain(
    "写一种",
  );
});

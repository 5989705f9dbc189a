import { expect, test } from "@jest/globals";
import { chineseNumeral } from "../../src/compose/numerals.js";
import { type Edit, printed } from "./edited-format.js";

/** What is numbered, before the words of the format. */
const numbering = (forms: string): Edit => ["pack.yaml", "words:\n", `numbering: { ${forms} }\nwords:\n`];

test("sections, subsections, items and terms are numbered as the format's first of each is", async () => {
  const text = await printed(numbering("section: 第一章　, subsection: 1., item: ①, term: （一）"));
  expect(text).toContain("## 第三章　支出预算总体情况说明");
  expect(text).toContain("### 2.政府采购支出情况");
  expect(text.match(/^[①-⑳].{5}/gmu)).toEqual(["①因公出国（", "②公务接待费", "③公务用车购"]);
  expect(text).toContain("（二）项目支出：");
});

test("what is not numbered has none, and a part has forms of its own", async () => {
  const text = await printed(numbering("section: 无, term: 1．"), [
    "pack.yaml",
    "    title: [第三部分, 名词解释]",
    "    numbering: { term: 第1条　 }\n    orientation: landscape\n    title: [名词解释]",
  ]);
  expect(text).toContain("## 支出预算总体情况说明");
  expect(text).toContain("### （二）政府采购支出情况");
  expect(text).toMatch(/==== landscape #\n\n# 名词解释\n第1条　基本支出：/);
});

test("paragraphs below numbered ones count anew below each", async () => {
  const text = await printed([
    "narrative/offices.hbs",
    "# 机构设置",
    "# 机构设置\n\n+ 甲\n\n++ 子\n\n++ 丑\n\n+ 乙\n\n++ 寅",
  ]);
  expect(text).toContain("\n（一）甲\n1.子\n2.丑\n（二）乙\n1.寅\n");
});

test("tables without a line above them", async () => {
  const text = await printed(["pack.yaml", '    title: "附件：{{单位名称}}{{年}}年{{主体}}预算表"\n', ""]);
  expect(text).not.toContain("附件：");
  expect(text).toContain("预算01表");
});

test.each(["2.", "（一）（二）", "第章", "{{年}}1."])("a number in the form of %s is told", async (form) => {
  const text = await printed(numbering(`item: "${form}"`));
  expect(text).toContain("要写第一个的编号，例如 一、 （一） 1. ① 第一章，括号用（）；不编号的写 无");
});

test.each([
  [1, "一"],
  [10, "十"],
  [20, "二十"],
  [99, "九十九"],
  [100, "一百"],
  [101, "一百零一"],
  [110, "一百一十"],
  [1010, "一千零一十"],
  [3005, "三千零五"],
])("%d is %s", (count, said) => {
  expect(chineseNumeral(count)).toBe(said);
});

test("heads of columns with the year, and of what", async () => {
  const text = await printed([
    "tables/03-expenditure.yaml",
    "header: 合计",
    'header: "{{年}}年{{主体}}合计"',
  ]);
  expect(text).toContain("2023年单位合计");
});

test("a fact that is none in the head of a column is told", async () => {
  const text = await printed(["tables/03-expenditure.yaml", "header: 合计", 'header: "{{本年}}合计"']);
  expect(text).toContain("没有叫“本年”的名称");
});

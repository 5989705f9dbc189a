import { expect, test } from "@jest/globals";
import type { Section } from "./narrative.js";
import { applyToSections, applyToTable, type Departure, emptyEntries } from "./register.js";
import type { TableText } from "./table.js";

const SECTION: Section = { part: "第一部分", name: "一、概况", text: "一、概况收入1.00元，支出1.00元。" };

const TABLE: TableText = {
  name: "表一",
  number: "",
  title: "收支表",
  unit: "单位名称：某单位",
  headers: ["科目", "金额"],
  rows: ["1.50", "30201办公费0.50", "30101基本工资1.00"],
  notes: "",
};

function departure(location: string, published: string, printed: string, times?: string): Departure {
  const reason = "试";
  return times === undefined
    ? { location, published, printed, reason }
    : { location, published, printed, reason, times };
}

test("texts are changed as often as registered", () => {
  const { expected, problems } = applyToSections(
    [SECTION],
    [departure("一、概况", "1.00 元", "1.00万元", "2")],
  );
  expect(problems).toEqual([]);
  expect(expected[0]?.text).toBe("一、概况收入1.00万元，支出1.00万元。");
});

test("where the published text occurs another number of times, the entry is named", () => {
  const { problems } = applyToSections([SECTION], [departure("一、概况", "1.00元", "1.00万元")]);
  expect(problems).toEqual(["应见 1 次，见到 2 次：［一、概况］“1.00元”→“1.00万元”"]);
});

test("what another entry has printed is not changed again", () => {
  const entries = [departure("一、概况", "收入", "支出合计"), departure("一、概况", "支出", "支出总计")];
  expect(applyToSections([SECTION], entries)).toMatchObject({
    expected: [{ text: "一、概况支出合计1.00元，支出总计1.00元。" }],
    problems: [],
  });
});

test("a section is left out, another added", () => {
  const entries = [departure("一、概况", SECTION.text, ""), departure("二、新增", "", "二、新增：说明。")];
  expect(applyToSections([SECTION], entries)).toEqual({
    expected: [{ part: "第一部分", name: "二、新增", text: "二、新增：说明。" }],
    problems: [],
  });
});

test("numbered sections are put in the registered order, and numbered anew", () => {
  const terms = ["一、甲", "二、乙"].map((name) => ({ part: "第三部分", name, text: `${name}：是指…。` }));
  const entries = [departure("丙", "", "丙：是指…。"), departure("次序", "甲；乙", "丙；乙；甲")];
  const { expected, problems } = applyToSections(terms, entries);
  expect(problems).toEqual([]);
  expect(expected.map(({ text }) => text)).toEqual(["一、丙：是指…。", "二、乙：是指…。", "三、甲：是指…。"]);
  expect(applyToSections(terms, [departure("次序", "乙；甲", "甲；丙；乙")]).problems).toHaveLength(2);
});

test("places of a table are changed one by one, rows put in the registered order", () => {
  const { expected, problems } = applyToTable(TABLE, [
    departure("编号", "", "预算01表"),
    departure("单位", "", "单位：万元"),
    departure("首行", "1.50", "合计 1.50"),
    departure("次序", "30201；30101", "30101；30201"),
    departure("附注", "", "注：试。"),
  ]);
  expect(problems).toEqual([]);
  expect(expected).toEqual({
    ...TABLE,
    number: "预算01表",
    unit: "单位名称：某单位单位：万元",
    rows: ["合计1.50", "30101基本工资1.00", "30201办公费0.50"],
    notes: "注：试。",
  });
});

test.each([
  ["an unknown place", departure("页脚", "1", "2"), "没有这个位置"],
  ["another order was published", departure("次序", "30101；30201", "30201；30101"), "公布的次序不是这样"],
  ["other rows before than after", departure("次序", "30201；30101", "30101；1.50"), "前后不是同样的行"],
  ["a text of the first row is not looked for in others", departure("表体", "1.50", "2.50"), "见到 0 次"],
])("a wrong entry: %s", (_, entry, message) => {
  expect(applyToTable(TABLE, [entry]).problems.join("")).toContain(message);
});

test("an entry with the same text twice is no departure", () => {
  expect(emptyEntries({ 表一: [departure("题名", "收支 表", "收支表")] })).toHaveLength(1);
});

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

test("文字按登记的次数改", () => {
  const { expected, problems } = applyToSections(
    [SECTION],
    [departure("一、概况", "1.00 元", "1.00万元", "2")],
  );
  expect(problems).toEqual([]);
  expect(expected[0]?.text).toBe("一、概况收入1.00万元，支出1.00万元。");
});

test("公布的文字次数不符，指出是哪一条", () => {
  const { problems } = applyToSections([SECTION], [departure("一、概况", "1.00元", "1.00万元")]);
  expect(problems).toEqual(["应见 1 次，见到 2 次：［一、概况］“1.00元”→“1.00万元”"]);
});

test("另一条印出的文字不再改", () => {
  const entries = [departure("一、概况", "收入", "支出合计"), departure("一、概况", "支出", "支出总计")];
  expect(applyToSections([SECTION], entries)).toMatchObject({
    expected: [{ text: "一、概况支出合计1.00元，支出总计1.00元。" }],
    problems: [],
  });
});

test("整节不印，另加一节", () => {
  const entries = [departure("一、概况", SECTION.text, ""), departure("二、新增", "", "二、新增：说明。")];
  expect(applyToSections([SECTION], entries)).toEqual({
    expected: [{ part: "第一部分", name: "二、新增", text: "二、新增：说明。" }],
    problems: [],
  });
});

test("表的各处分别改，各行按登记的次序排", () => {
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
  ["不认识的位置", departure("页脚", "1", "2"), "没有这个位置"],
  ["公布的次序不是这样", departure("次序", "30101；30201", "30201；30101"), "公布的次序不是这样"],
  ["前后行不同", departure("次序", "30201；30101", "30101；1.50"), "前后不是同样的行"],
  ["首行的文字不在别的行里找", departure("表体", "1.50", "2.50"), "见到 0 次"],
])("登记有误：%s", (_, entry, message) => {
  expect(applyToTable(TABLE, [entry]).problems.join("")).toContain(message);
});

test("前后文字相同的不算不同", () => {
  expect(emptyEntries({ 表一: [departure("题名", "收支 表", "收支表")] })).toHaveLength(1);
});

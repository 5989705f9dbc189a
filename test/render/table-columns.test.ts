import { expect, test } from "@jest/globals";
import { Refusal } from "../../src/diagnostic.js";
import { loadFonts } from "../../src/render/fonts/fonts.js";
import { measureIn } from "../../src/render/layout/set-line.js";
import { columnDemands, divideWidth } from "../../src/render/tables/table-columns.js";
import { layHead } from "../../src/render/tables/table-head.js";
import { chooseType } from "../../src/render/tables/table-type.js";
import { column, row, STYLE, table } from "./sample.js";

const fonts = loadFonts("fonts");
const measure = (text: string) => [...text].length;

function sum(values: readonly number[] = []): number {
  return values.reduce((total, each) => total + each, 0);
}

function demands(...args: Parameters<typeof table>) {
  const made = table(...args);
  return columnDemands(made, layHead(made.columns), measure);
}

test("a figure may never be narrower than all its digits", () => {
  const [first] = demands("表", [column("金额")], [row("1234567.80")]);
  expect(first?.least).toBe("1,234,567.80".length);
});

test("a text may be broken, but words and heads are spared if that is possible", () => {
  const [first] = demands("表", [column("财政专户管理资金")], [row("公共租赁住房"), row("403008")]);
  expect(first).toEqual({ least: 1, numbers: 6, fair: 6, whole: 6, wish: 8 });
});

test("a long text asks for more than a short one, within limits", () => {
  const [first] = demands("表", [column("名称")], [row("长".repeat(80))]);
  const [second] = demands("表", [column("名称")], [row("长".repeat(3000))]);
  expect(first?.fair).toBe(10);
  expect(second).toEqual({ least: 1, numbers: 1, fair: 12, whole: 40, wish: 40 });
});

test("columns under a common head can hold it together", () => {
  const all = demands("表", [column("科目编码", column("类"), column("款"))], []);
  expect(sum(all.map((each) => each.fair))).toBe(3);
});

test("widths fill the line, and each column has what it asks for as far as there is room", () => {
  const two = [
    { least: 10, numbers: 10, fair: 20, whole: 20, wish: 40 },
    { least: 10, numbers: 10, fair: 10, whole: 15, wish: 20 },
  ];
  expect(divideWidth(two, 120)).toEqual([80, 40]);
  expect(divideWidth(two, 45)).toEqual([28, 17]);
  expect(divideWidth(two, 33)).toEqual([20, 13]);
  expect(divideWidth(two, 25)).toEqual([15, 10]);
  expect(divideWidth(two, 20)).toEqual([10, 10]);
  expect(divideWidth(two, 19)).toBeUndefined();
});

test("numbers among words are spared before words are", () => {
  const rows = [row("411200230000000004110", "≤125535万元"), row("三门峡市住房保障中心", "按时")];
  const [code, value] = demands("表", [column("编码"), column("指标值")], rows);
  expect([code?.numbers, value?.numbers]).toEqual([11, 9]);
  const words = { least: 1, numbers: 1, fair: 6, whole: 20, wish: 20 };
  expect(divideWidth([{ ...words, numbers: 11, fair: 11 }, words], 14)).toEqual([11, 3]);
});

function manyFigures(columns: number) {
  const heads = Array.from({ length: columns }, () => column("金额"));
  return table("收支表", heads, [row(...heads.map(() => "123456789012.34"))]);
}

test("type shrinks until no figure breaks", () => {
  const made = manyFigures(8);
  const { type, widths } = chooseType(made, layHead(made.columns), STYLE.table, 580, fonts);
  const figure = measureIn(type)("123,456,789,012.34");
  expect(type.style.size).toBeLessThan(9);
  expect(type.style.size).toBeGreaterThanOrEqual(7.5);
  for (const width of widths) expect(width).toBeGreaterThan(figure);
  expect(sum(widths)).toBeCloseTo(580 - 0.5);
});

test("a table whose figures do not fit even in the smallest type is refused by name", () => {
  const made = manyFigures(20);
  const choose = () => chooseType(made, layHead(made.columns), STYLE.table, 580, fonts);
  expect(choose).toThrow(Refusal);
  expect(choose).toThrow("表“收支表”有20栏");
});

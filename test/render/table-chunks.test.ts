import { expect, test } from "@jest/globals";
import type { Row } from "../../src/model/report.js";
import { loadFonts } from "../../src/render/fonts/fonts.js";
import { type BrokenRows, breakBody } from "../../src/render/tables/table-body.js";
import { cutRows, takeChunk } from "../../src/render/tables/table-chunks.js";
import type { CellType } from "../../src/render/tables/table-measures.js";
import { sliceTallRows } from "../../src/render/tables/table-slices.js";
import { cell, column, row, rowOf, STYLE, table } from "./sample.js";

const type: CellType = { fonts: loadFonts("fonts"), style: STYLE.table, air: 1.5 };
const COLUMNS = [column("项目"), column("指标"), column("金额")];
const ONE_ROW = 15.5;

function body(rows: readonly Row[]): BrokenRows {
  return breakBody(table("表", COLUMNS, rows), { type, widths: [60, 60, 60] });
}

function plainRows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => row(`甲${index}`, "", "1.00"));
}

function cut(rows: BrokenRows, first: number, next = first, notes = 0): number[][] {
  return cutRows(rows, { first, next, notes }, type).map(({ start, end }) => [start, end]);
}

test("rows fill pages of their own heights", () => {
  expect(cut(body(plainRows(12)), 4 * ONE_ROW, 5 * ONE_ROW)).toEqual([
    [0, 4],
    [4, 9],
    [9, 12],
  ]);
});

test("no row goes alone to the last page", () => {
  expect(cut(body(plainRows(6)), 5 * ONE_ROW)).toEqual([
    [0, 4],
    [4, 6],
  ]);
});

test("notes take the last rows along where they do not fit behind them", () => {
  expect(cut(body(plainRows(5)), 5 * ONE_ROW, 5 * ONE_ROW, ONE_ROW)).toEqual([
    [0, 3],
    [3, 5],
  ]);
});

test("a table without rows has one chunk", () => {
  expect(cut(body([]), 100)).toEqual([[0, 0]]);
});

/** A project over six rows between two of one row each. */
const PROJECT: Row[] = [
  row("乙", "甲", "1.00"),
  rowOf(cell("公共租赁住房管理", 6), cell("一"), cell("243.00", 6)),
  ...["二", "三", "四", "五", "六"].map((text) => row("|", text, "|")),
  row("丙", "末", "2.00"),
];

function textOf({ lines }: BrokenRows["cells"][number]): string {
  return lines.map(({ text }) => text).join("");
}

function textsIn(rows: BrokenRows): string[] {
  return rows.cells.map(textOf).filter((text) => text !== "");
}

test("a span that a page's end cuts is repeated on the next page, an amount as one that is", () => {
  const rows = body(PROJECT);
  const upper = takeChunk(rows, { start: 0, end: 4 }, type);
  const lower = takeChunk(rows, { start: 4, end: 8 }, type);
  expect(textsIn(upper)).toEqual(["乙", "甲", "1.00", "公共租赁住房管理", "一", "243.00", "二", "三"]);
  expect(textsIn(lower)).toEqual(["公共租赁住房管理", "243.00（续）", "四", "五", "六", "丙", "末", "2.00"]);
  expect(upper.cells.filter((each) => each.rows > 1).map((each) => [each.row, each.rows])).toEqual([
    [1, 3],
    [1, 3],
  ]);
});

test("rows are stretched where what is left of a span is lower than its text", () => {
  const rows = body(PROJECT);
  const [, first = 0] = takeChunk(rows, { start: 0, end: 2 }, type).heights;
  expect(first).toBeCloseTo(2 * 12 + 3.5);
  expect(takeChunk(rows, { start: 0, end: 8 }, type).heights).toEqual(rows.heights);
});

test("a span that fits a page is not cut", () => {
  expect(cut(body(PROJECT), 3 * ONE_ROW, 6 * ONE_ROW)[0]).toEqual([0, 1]);
  expect(cut(body([...plainRows(2), ...PROJECT, ...PROJECT]), 8 * ONE_ROW)).toEqual([
    [0, 3],
    [3, 11],
    [11, 18],
  ]);
});

test("cuts of spans that fit no page avoid stretching rows", () => {
  expect(cut(body(PROJECT), 3 * ONE_ROW, 5 * ONE_ROW)[0]).toEqual([0, 3]);
  const long = body(
    PROJECT.map((each, index) =>
      index === 1 ? rowOf(cell("租".repeat(24), 6), cell("一"), cell("243.00", 6)) : each,
    ),
  );
  expect(cut(long, 6 * ONE_ROW, 5 * ONE_ROW)[0]).toEqual([0, 4]);
});

const LONG = Array.from({ length: 300 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join("");

test("a row higher than a page goes on over several, and nothing of it is lost", () => {
  const rows = sliceTallRows(body([row("甲", LONG, "5.00"), row("乙", "末", "1.00")]), 200, type);
  expect(Math.max(...rows.heights)).toBeLessThanOrEqual(200);
  const column1 = rows.cells.filter((each) => each.column === 1).map(textOf);
  expect(column1.join("")).toBe(`${LONG}末`);
  const column2 = rows.cells.filter((each) => each.column === 2).map(textOf);
  expect(new Set(column2)).toEqual(new Set(["5.00", "1.00"]));
  expect(column2).toHaveLength(rows.heights.length);
});

test("a span's text higher than a page is dealt out among its rows", () => {
  const project = PROJECT.map((each, index) =>
    index === 1 ? rowOf(cell(LONG, 6), cell("一"), cell("243.00", 6)) : each,
  );
  const rows = sliceTallRows(body(project), 200, type);
  const names = rows.cells.filter((each) => each.column === 0).map(textOf);
  expect(names.join("")).toBe(`乙${LONG}丙`);
  const chunks = cutRows(rows, { first: 200, next: 200, notes: 0 }, type);
  for (const chunk of chunks) {
    const height = takeChunk(rows, chunk, type).heights.reduce((sum, each) => sum + each, 0);
    expect(height).toBeLessThanOrEqual(200);
  }
  expect(chunks.at(-1)?.end).toBe(rows.heights.length);
});

test("a column is set as it says, whatever stands in it", () => {
  const aligns = body([row("项目", "指标", "1.00")]).cells.map(({ look }) => look.align);
  expect(aligns).toEqual(["center", "center", "center"]);
});

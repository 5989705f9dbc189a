import { expect, test } from "@jest/globals";
import type { Figure, LedgerLine, Where } from "../../src/model/ledger.js";
import type { Cell, Table } from "../../src/model/report.js";
import { ownWording } from "../../src/model/wording.js";
import { quantity } from "../../src/money/money.js";
import { findReferences } from "../../src/render/tags/references.js";
import { cell, column, paragraph, part, report, row, rowOf, table } from "./sample.js";

const place = { file: "", line: 1, column: 1, length: 1, excerpt: "" };
const [first, second] = ["1", "2"].map(
  (amount): LedgerLine => ({ account: "支出", dimensions: {}, amount: quantity(amount), label: "", place }),
) as [LedgerLine, LedgerLine];

function figureOf(lines: readonly LedgerLine[], where?: Where, amount = "12.5"): Figure {
  const query = where && [{ accounts: ["支出"] as const, conditions: [where] }];
  const figure = { amount: quantity(amount), unit: "万元", decimals: 2, measure: "", lines } as const;
  return query ? { ...figure, query } : figure;
}

/** A cell of one line, whatever it asks for. */
function cellOf(where?: Where, lines: readonly LedgerLine[] = [first]): Cell {
  return { kind: "figure", figure: figureOf(lines, where), rows: 1 };
}

function tableOf(title: string, number: string, ...cells: readonly Cell[]): Table {
  const columns = [column("项目"), ...cells.map(() => column("金额"))];
  return { ...table(title, columns, [rowOf(cell("合计"), ...cells)]), number: ownWording(number) };
}

/** Where the only figure of a text leads that speaks of the tables with these numbers. */
function targetOf(figure: Figure, tables: readonly Table[], explains: readonly string[] = []) {
  const run = { kind: "figure", figure, origins: [] } as const;
  const given = report(part({ kind: "paragraph", runs: [run], explains }, ...tables));
  return findReferences(given).get(run)?.[0]?.target;
}

const GENERAL = { 资金来源: "一般公共预算" };
const PROJECTS = { 支出性质: "项目支出" };

test("a figure leads to the cell that asks for the same, not to one that comes to the same", () => {
  const [same, other] = [cellOf({ 类别: ["其他运转类", "特定目标类"] }), cellOf({ ...PROJECTS, ...GENERAL })];
  expect(targetOf(figureOf([first], PROJECTS), [tableOf("甲表", "1", other, same)])).toBe(same);
  expect(targetOf(figureOf([first], { ...GENERAL, ...PROJECTS }), [tableOf("甲表", "1", same, other)])).toBe(
    other,
  );
});

test("a figure never leads to a cell of other lines, or of another amount", () => {
  const tables = [tableOf("甲表", "1", cellOf(GENERAL), cellOf(GENERAL, []))];
  expect(targetOf(figureOf([second], GENERAL), tables)).toBeUndefined();
  expect(targetOf(figureOf([first, second], GENERAL), tables)).toBeUndefined();
  expect(targetOf(figureOf([], GENERAL), tables)).toBeUndefined();
  expect(targetOf(figureOf([first], GENERAL, "12"), tables)).toBeUndefined();
});

test("what no conditions say leads nowhere, as changes and shares, and is led to by nothing", () => {
  expect(targetOf(figureOf([first]), [tableOf("甲表", "1", cellOf(GENERAL))])).toBeUndefined();
  expect(targetOf(figureOf([first], GENERAL), [tableOf("甲表", "1", cellOf())])).toBeUndefined();
});

test("where no cell asks for the same, one that asks for more, less or partly other money may come to it", () => {
  const wanted = figureOf([first], { ...GENERAL, 财政拨款: "否" });
  const leads = (where: Where): boolean =>
    targetOf(wanted, [tableOf("甲表", "1", cellOf(where))]) !== undefined;
  expect(leads(GENERAL)).toBe(true);
  expect(leads({ ...GENERAL, 财政拨款: "否", 功能类: "208" })).toBe(true);
  expect(leads({ ...GENERAL, ...PROJECTS })).toBe(true);
  expect(leads(PROJECTS)).toBe(false);
  expect(leads({ ...GENERAL, 功能类: "208" })).toBe(false);
  expect(leads({ ...GENERAL, 项目: "某项目" })).toBe(false);
});

test("of cells that ask for the same it is one in a table that the text speaks of, or the first", () => {
  const cells = [cellOf(GENERAL), cellOf(GENERAL)] as const;
  const tables = cells.map((each, index) => tableOf("表", `${index + 1}`, each));
  expect(targetOf(figureOf([first], GENERAL), tables)).toBe(cells[0]);
  expect(targetOf(figureOf([first], GENERAL), tables, ["2"])).toBe(cells[1]);
});

test("of others it is the one with most conditions in common, then with fewest others, then a part", () => {
  const wanted = figureOf([first], { 经费性质: "公用经费" });
  const [whole, kind, nearer, near] = [
    cellOf({ 支出性质: "基本支出" }),
    cellOf({ 类别: "资本性支出" }),
    cellOf({ 经费性质: "公用经费", ...GENERAL }),
    cellOf({ 经费性质: "公用经费", ...GENERAL, 财政拨款: "是" }),
  ];
  expect(targetOf(wanted, [tableOf("甲表", "1", whole, kind, near, nearer)])).toBe(nearer);
  expect(targetOf(wanted, [tableOf("甲表", "1", whole, kind, near)])).toBe(near);
  expect(targetOf(wanted, [tableOf("甲表", "1", whole, kind)])).toBe(kind);
  expect(targetOf(wanted, [tableOf("甲表", "1", nearer), tableOf("乙表", "2", whole)], ["2"])).toBe(whole);
});

test("names of tables lead to them: titles without their year, numbers, and what only one of them is called", () => {
  const tables = [
    tableOf("2023年收支总体情况表", "预算01表"),
    tableOf("2023年财政拨款收支总体情况表", "预算04表"),
    tableOf("2023年明细表", "预算05表"),
    tableOf("2022年明细表", "预算06表"),
  ] as const;
  const text = paragraph("见《财政拨款收支总体情况表》、预算01表和2023年明细表，不见明细表。");
  const [run] = text.runs;
  const found = run && findReferences(report(part(text, ...tables))).get(run);
  expect(found?.map(({ target }) => target)).toEqual([tables[1], tables[0], tables[2]]);
  expect(found?.map(({ from, to }) => run?.kind === "text" && run.text.slice(from, to))).toEqual([
    "财政拨款收支总体情况表",
    "预算01表",
    "2023年明细表",
  ]);
});

test("a table does not lead to itself", () => {
  const own = { ...table("明细表", [column("项目")], [row("甲")], ["注：明细表。"]) };
  expect(findReferences(report(part(own))).size).toBe(0);
});

test("a text leads to a table whatever signs its title has", () => {
  const named = tableOf("2023-2025年规划（A/B）表", "1", cellOf(GENERAL));
  const run = { kind: "text", text: "见《2023-2025年规划（A/B）表》。", origins: [] } as const;
  const given = report(part({ kind: "paragraph", runs: [run] }, named));
  expect(findReferences(given).get(run)?.[0]).toMatchObject({ from: 2, target: named });
});

import { expect, test } from "@jest/globals";
import type { Figure, LedgerLine } from "../../src/model/ledger.js";
import type { Block, Cell } from "../../src/model/report.js";
import { quantity } from "../../src/money/money.js";
import { likeness } from "../../src/render/tags/likeness.js";
import { findReferences } from "../../src/render/tags/references.js";
import { cell, column, heading, paragraph, part, report, row, rowOf, table } from "./sample.js";

const place = { file: "", line: 1, column: 1, length: 1, excerpt: "" };
const [first, second] = ["1", "2"].map(
  (amount): LedgerLine => ({ account: "支出", dimensions: {}, amount: quantity(amount), label: "", place }),
) as [LedgerLine, LedgerLine];

function figureOf(measure: string, lines: readonly LedgerLine[], amount = "12.5", derived?: true): Figure {
  const figure = { amount: quantity(amount), unit: "万元", decimals: 2, measure, lines } as const;
  return derived ? { ...figure, derived } : figure;
}

function cellOf(figure: Figure): Cell {
  return { kind: "figure", figure, rows: 1 };
}

function tableOf(title: string, number: string, ...cells: readonly Cell[]) {
  const columns = [column("项目"), ...cells.map(() => column("金额"))];
  return { ...table(title, columns, [rowOf(cell("合计"), ...cells)]), number };
}

/** Where the only figure of a text under a heading leads. */
function targetOf(figure: Figure, ...tables: Block[]) {
  const run = { kind: "figure", figure } as const;
  const text = { kind: "paragraph", runs: [run] } as const;
  const given = report(part(heading("section", "二、基本支出情况说明"), text, ...tables));
  return findReferences(given).get(run)?.[0]?.target;
}

test("a figure leads to the cell of the same amount and the same lines, not to one that is as large", () => {
  const same = cellOf(figureOf("", [second, first]));
  const other = cellOf(figureOf("", [first]));
  expect(targetOf(figureOf("", [first, second]), tableOf("甲表", "", other, same))).toBe(same);
  expect(targetOf(figureOf("", [second]), tableOf("甲表", "", other, same))).toBeUndefined();
  expect(targetOf(figureOf("", []), tableOf("甲表", "", cellOf(figureOf("", []))))).toBeUndefined();
});

test("a figure does not lead to a cell of the same lines that is called otherwise", () => {
  const named = (title: string, head: string, label = "合计") => {
    const other = cellOf(figureOf("", [first]));
    return { ...table(title, [column("项目"), column(head)], [rowOf(cell(label), other)]), number: "" };
  };
  const running = figureOf("机关运行经费", [first]);
  expect(targetOf(running, named("“三公”经费支出情况表", "“三公”经费合计"))).toBeUndefined();
  expect(targetOf(running, named("收入总体情况表", "合计"))).toBeUndefined();
  expect(
    targetOf(figureOf("卫生健康支出", [first]), named("支出情况表", "合计", "其他卫生健康支出")),
  ).toBeUndefined();
  expect(targetOf(running, named("支出情况表", "合计", "三、机关运行经费"))).toBeDefined();
});

test("changes and shares lead nowhere, even if a cell is as large", () => {
  const table = tableOf("甲表", "", cellOf(figureOf("", [first])));
  expect(targetOf(figureOf("", [first], "12.5", true), table)).toBeUndefined();
});

test("of several cells it is the one in the table that the heading names, then the one that is called alike", () => {
  const [general, basic, share] = ["收入", "基本支出", "工资"].map((name) => cellOf(figureOf(name, [first])));
  if (!general || !basic || !share) throw new Error("no cells");
  const tables = [tableOf("收支情况表", "", general), tableOf("基本支出情况表", "", share, basic)];
  expect([share, basic]).toContain(targetOf(figureOf("基本支出", [first]), ...tables));
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

test("names are alike as far as they have characters in the same order", () => {
  expect(likeness("收支总体", "收入支出预算总体")).toBeCloseTo(8 / 12);
  expect(likeness("收入", "支出")).toBe(0);
  expect(likeness("", "")).toBe(0);
  expect(likeness("支出", "支出")).toBe(1);
});

test("a table does not lead to itself", () => {
  const own = { ...table("明细表", [column("项目")], [row("甲")], ["注：明细表。"]) };
  expect(findReferences(report(part(own))).size).toBe(0);
});

import { describe, expect, test } from "@jest/globals";
import {
  allCells,
  printedCells,
  type ReadTables,
  readTables,
} from "../../../src/import/printed/read-tables.js";
import type { Query } from "../../../src/model/ledger.js";
import { figureText } from "../../../src/model/printed.js";
import { compareRegions, regionOf } from "../../../src/model/query.js";
import { tablesOf } from "../../../src/model/walk.js";
import { inYuan } from "../../../src/money/money.js";
import { sampleOf } from "../../sample.js";
import { DEPARTURES, UNITS } from "./departures.js";
import { CASES, documentOf, type PrintedDocument, recoveredTables, whereIn } from "./documents.js";

function isSame(one: Query | undefined, other: Query | undefined): boolean {
  const [a, b] = [one, other].map((query) => query && regionOf(query));
  if (!a || !b) return a === b;
  const { narrower, wider } = compareRegions(a, b);
  return narrower.length + wider.length === 0;
}

/** What is wrong with the cells that were read of a document: each figure's query must be its own, its amount in the range. */
function faults({ report }: PrintedDocument, read: ReadTables, withEmpty: boolean): readonly string[] {
  const cells = new Map(allCells(read).map((cell) => [cell.where, cell]));
  return tablesOf(report).flatMap((table) =>
    table.rows.flatMap((row, index) =>
      row.cells.flatMap((cell, column) => {
        const where = whereIn(table, index, column);
        const figure = cell.kind === "figure" ? cell.figure : undefined;
        const asked = figure ?? (withEmpty && cell.kind === "empty" ? cell.nothing : undefined);
        if (!asked) return [];
        const found = cells.get(where);
        if (!found) return [`${where}: not read`];
        const amount = asked.unit === "万元" ? inYuan(asked.amount, "万元") : asked.amount;
        const isWithin = found.low.lte(amount) && found.high.gte(amount);
        return [
          ...(isSame(found.query, asked.query) ? [] : [`${where}: ${JSON.stringify(found.query)}`]),
          ...(isWithin ? [] : [`${where}: ${figureText(asked)} as ${found.low} to ${found.high}`]),
        ];
      }),
    ),
  );
}

test.each(sampleOf(CASES, 4))(
  "each figure of %s, and each empty cell of one, asks for what it was printed of",
  (folder) => {
    const document = documentOf(folder);
    const read = readTables(recoveredTables(document.report), document.facts);
    expect(faults(document, read, true)).toEqual([]);
    expect(read.unread).toEqual([]);
  },
);

const SEVERAL = ["", "test/reports/luoyang-department", "test/reports/shanghai-putuo"];

describe.each(sampleOf(Object.entries(DEPARTURES), 4))("tables that are %s", (_, { change, unread }) => {
  test.each(sampleOf(SEVERAL, 3))("ask for the same: %s", (folder) => {
    const document = documentOf(folder);
    const read = readTables(change(recoveredTables(document.report)), document.facts);
    expect(faults(document, read, false)).toEqual([]);
    expect([...new Set(read.unread.map(({ what }) => what))]).toEqual(unread ?? []);
  });
});

test.each(Object.entries(UNITS))("tables that count in %s say the same", (_, change) => {
  const { report, facts } = documentOf("");
  const tables = recoveredTables(report);
  const [plain, counted] = [tables, change(tables)].map((each) => printedCells(readTables(each, facts)));
  const amounts = (cells: typeof plain) => cells?.map(({ where, printed }) => [where, printed.toFixed(2)]);
  expect(amounts(counted)).toEqual(amounts(plain));
});

test("what is in no table of the format is told with its place", () => {
  const { report, facts } = documentOf("");
  const [first] = recoveredTables(report);
  const cell = (text: string, where: string) => ({ text, indent: 0, columns: 1, rows: 1, where });
  const unknown = {
    ...{ name: "Sheet1", above: ["2023年食堂收支表"], below: [] },
    rows: [
      [cell("菜金", "A1"), cell("天数", "B1")],
      [cell("12.00", "A2"), cell("3", "B2")],
    ],
  };
  const rows = [...(first?.rows ?? []), [cell("三十五、没有这一类", "A99"), cell("5.00", "B99")]];
  const read = readTables([unknown, ...(first ? [{ ...first, rows }] : [])], facts);
  expect(read.unread).toEqual([
    { what: "table", says: "“2023年食堂收支表”没有认出是哪一张附表，里面的数没有读", where: "A1" },
    { what: "row", says: "“三十五、没有这一类”没有认出是哪一行，里面的数没有读", where: "A99" },
  ]);
});

test("codes, names and indicators are taken along", () => {
  const { report, facts, books } = documentOf("");
  const { units, projects, names, indicators } = readTables(recoveredTables(report), facts);
  const { 项目: labels } = books.ledger.labels;
  expect(units.map(({ code, name }) => [code, name])).toEqual([["403008", "三门峡市住房保障中心"]]);
  expect(projects.map(({ key, name, kind }) => [key, name, kind]).sort()).toEqual(
    [...(labels ?? [])].map(([key, { name, kind }]) => [key, name.text, kind?.text]).sort(),
  );
  expect(names.find(({ of, code }) => of === "经济科目" && code === "30302")?.name).toBe("退休费");
  expect(indicators[0]).toEqual({
    ...{
      project: projects[0]?.key,
      kind: "成本指标",
      indicator: expect.any(String),
      value: expect.any(String),
    },
    where: expect.any(String),
  });
});

test("a document with no table of the format has no figures", () => {
  const { facts } = documentOf("");
  expect(printedCells(readTables([], facts))).toEqual([]);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { dataFile } from "../../src/project/data-files.js";
import { buildIn, makeProject, PROGRAM } from "../project.js";
import { readRuled } from "./ruled.js";
import { wrongSums } from "./sums.js";
import { type PrintedTable, readTables, type Tables } from "./tables.js";

const project = makeProject(join(PROGRAM, "test/reports/administrative"));
const { file } = await buildIn(project, { data: dataFile("410001", 2024), output: "out" });
const tables = readTables(await readRuled(readFileSync(join(project, file))));

const AMOUNT = /^[\d,]+\.\d\d$/;
const FAR_MORE = "900,000.00";

/** The tables, each time with one of their amounts far too large. */
function* spoilt(): Generator<readonly [string, Tables]> {
  for (const table of tables.values()) {
    for (const [index, { cells }] of table.rows.entries()) {
      for (const [column, text] of cells) {
        if (!AMOUNT.test(text)) continue;
        const name = `${table.number}第 ${index + 1} 行“${column}”`;
        yield [name, new Map(tables).set(table.number, spoiltAt(table, index, column))];
      }
    }
  }
}

function spoiltAt(table: PrintedTable, at: number, column: string): PrintedTable {
  const rows = table.rows.map((row, index) =>
    index === at ? { ...row, cells: new Map(row.cells).set(column, FAR_MORE) } : row,
  );
  return { ...table, rows };
}

test("all sums of a real budget are right", () => {
  expect(wrongSums(tables)).toEqual([]);
});

test("every amount of a table is part of a sum: any that is made larger is found", () => {
  const all = [...spoilt()];
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter(([, each]) => wrongSums(each).length === 0).map(([name]) => name)).toEqual([]);
});

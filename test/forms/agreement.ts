import { expect } from "@jest/globals";
import type { Report } from "../../src/model/report.js";
import { tablesOf } from "../../src/model/walk.js";
import { markupText } from "../../src/render/markup-text.js";
import { layHead } from "../../src/render/tables/table-head.js";
import { program } from "../project.js";
import { readPage, saidByPage } from "./read-page.js";
import { readWord } from "./read-word.js";
import { readWorkbook, saidBySheet } from "./read-workbook.js";
import { type Said, type SaidTable, saidBy, tableSays } from "./said.js";
import { wordLines, wordLinks } from "./word-lines.js";

/** That a page says what its report says, all of it and nothing else. */
export function expectPage(bytes: Uint8Array, report: Report): void {
  const page = readPage(bytes);
  expect(page.errors).toEqual([]);
  expect(saidByPage(page)).toEqual(saidBy(report).map(storable));
}

/** That a Word file says what its report says, and links what the PDF does. */
export async function expectWord(bytes: Uint8Array, report: Report): Promise<void> {
  const { lines, links, complaints } = await readWord(bytes);
  expect(lines).toEqual(wordLines(report, program.fonts));
  expect(links).toEqual(wordLinks(report, program.fonts));
  expect(complaints).toEqual([]);
}

/** That a workbook says what the tables of its report say, all of it and nothing else. */
export function expectWorkbook(bytes: Uint8Array, report: Report): void {
  const { SheetNames, Sheets } = readWorkbook(bytes);
  const tables = tablesOf(report);
  expect(SheetNames.length).toBe(tables.length + 1);
  for (const [index, table] of tables.entries()) {
    const { rows: head, columns } = layHead(table.columns);
    const expected = storable(tableSays(table)) as SaidTable;
    const sheet = Sheets[SheetNames[index + 1] ?? ""] ?? {};
    expect(saidBySheet(sheet, { columns, head, rows: table.rows.length })).toEqual({
      ...expected,
      above: expected.above.filter((text) => text !== ""),
    });
  }
}

/** What is said without the characters that no file of markup holds. */
function storable<Words extends Said>(said: Words): Words {
  return JSON.parse(
    JSON.stringify(said, (_, value) => (typeof value === "string" ? markupText(value) : value)),
  );
}

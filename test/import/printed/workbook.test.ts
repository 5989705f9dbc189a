import { type CellObject, utils, type WorkSheet } from "@e965/xlsx";
import { expect, test } from "@jest/globals";
import { printedCells, readTables } from "../../../src/import/printed/read-tables.js";
import { regionKeys } from "../../../src/import/printed/regions.js";
import { cellText } from "../../../src/model/printed.js";
import type { RecoveredCell, RecoveredTable } from "../../../src/model/recovered.js";
import { tablesOf } from "../../../src/model/walk.js";
import { readWorkbook } from "../../forms/read-workbook.js";
import { written } from "../../forms/reports.js";
import { sampleOf } from "../../sample.js";
import { documentOf, type PrintedDocument } from "./documents.js";

/** A sheet as another program reads it: nothing is known of what stands above the head. */
function sheetTable(name: string, sheet: WorkSheet): RecoveredTable {
  const { e } = utils.decode_range(sheet["!ref"] ?? "A1");
  const merges = sheet["!merges"] ?? [];
  const cellAt = (row: number, column: number): RecoveredCell => {
    const where = utils.encode_cell({ r: row, c: column });
    const cell: CellObject | undefined = sheet[where];
    const over = merges.find(({ s }) => s.r === row && s.c === column);
    return {
      text: cell === undefined || cell.t === "z" ? "" : String(cell.w ?? cell.v),
      ...(cell?.t === "n" && { number: String(cell.v) }),
      indent: 0,
      columns: over ? over.e.c - over.s.c + 1 : 1,
      rows: over ? over.e.r - over.s.r + 1 : 1,
      where: `${name}!${where}`,
    };
  };
  const rows = Array.from({ length: e.r + 1 }, (_, row) =>
    Array.from({ length: e.c + 1 }, (_, column) => cellAt(row, column)),
  );
  return { name, above: [], below: [], rows };
}

/** The figures of a report, by what they ask for and how they are printed. */
function figuresOf({ report, unit }: PrintedDocument): readonly string[] {
  const keyed = regionKeys(unit);
  return tablesOf(report).flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap((cell) =>
        cell.kind === "figure" && cell.figure.query ? [`${keyed(cell.figure.query)} ${cellText(cell)}`] : [],
      ),
    ),
  );
}

test.each(
  sampleOf(["", "test/consolidation/department", "test/reports/luoyang", "test/reports/shanghai-putuo"], 3),
)("each figure of our own workbook of %s is read as what it was printed of", async (folder) => {
  const document = documentOf(folder);
  const { SheetNames, Sheets } = readWorkbook(await written(document.report, "xlsx"));
  const sheets = SheetNames.flatMap((name) => (Sheets[name] ? [sheetTable(name, Sheets[name])] : []));
  const read = readTables(sheets, document.facts);
  const keyed = regionKeys(document.unit);
  const found = printedCells(read).map(({ query, text }) => `${keyed(query)} ${text}`);
  expect(found.toSorted()).toEqual(figuresOf(document).toSorted());
  expect(read.unread).toEqual([]);
});

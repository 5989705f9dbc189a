import { utils, type WorkSheet } from "@e965/xlsx";
import { describe, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { printedValue } from "../../src/model/figure.js";
import type { Table } from "../../src/model/report.js";
import { leavesOf, tablesOf } from "../../src/model/walk.js";
import { layHead } from "../../src/render/tables/table-head.js";
import { sampleOf } from "../sample.js";
import { expectWorkbook } from "./agreement.js";
import { readWorkbook } from "./read-workbook.js";
import { CASES, reportOf, written } from "./reports.js";

describe.each(sampleOf(CASES, 3))("the workbook of %s", (folder) => {
  const report = reportOf(folder);
  const made = written(report, "xlsx");
  const book = made.then(readWorkbook);
  const tables = tablesOf(report);

  test("has a sheet for each table, in order, that says all of it and nothing else", async () => {
    expectWorkbook(await made, report);
  });

  test("has amounts as numbers of what is printed, codes as text, and no formulas", async () => {
    const { SheetNames, Sheets } = await book;
    const wrong = tables.flatMap((table, index) => {
      const sheet = Sheets[SheetNames[index + 1] ?? ""] ?? {};
      return wrongCells(table, sheet).map((cell) => `${SheetNames[index + 1]} ${cell}`);
    });
    expect(wrong).toEqual([]);
  });

  test("lists its sheets with links that lead to them", async () => {
    const { SheetNames, Sheets } = await book;
    const contents = Sheets.目录 ?? {};
    const links = Object.values(contents).flatMap((cell) =>
      cell?.l ? [cell.l.Target ?? cell.l.location] : [],
    );
    const named = SheetNames.slice(1).flatMap((name) => Array(2).fill(`#'${name.replaceAll("'", "''")}'!A1`));
    expect(links).toEqual(named);
  });

  test("says nothing of the office, hides nothing, and is the same again", async () => {
    const files = unzipSync(await made);
    const names = Object.keys(files);
    expect(names.filter((name) => /comment|drawing|person|external|custom/i.test(name))).toEqual([]);
    const text = names.map((name) => strFromU8(files[name] ?? new Uint8Array())).join("\n");
    expect(text).not.toMatch(/creator|lastModifiedBy|state="(?:veryH|h)idden"|hidden="|file:|[A-Z]:\\/);
    expect(text).toMatch(/paperSize="9"/);
    expect(Buffer.from(await made).equals(await written(report, "xlsx"))).toBe(true);
  });
});

/** The cells of a sheet that are not of the kind that they are of in the table. */
function wrongCells(table: Table, sheet: WorkSheet): readonly string[] {
  const first = 3 + layHead(table.columns).rows;
  const leaves = leavesOf(table.columns);
  return table.rows.flatMap(({ cells }, row) =>
    leaves.flatMap(({ column, index }) => {
      const place = utils.encode_cell({ r: first + row, c: index });
      const [cell, found] = [cells[index], sheet[place]];
      if (found?.f !== undefined) return [place];
      if (cell?.kind === "figure")
        return found?.t === "n" && printedValue(cell.figure).eq(String(found.v)) ? [] : [place];
      if (cell?.kind !== "text") return [];
      const isCode = column.shows.kind === "code" && cell.text.length <= 255;
      return found?.t === "s" && (!isCode || found.z === "@") ? [] : [place];
    }),
  );
}

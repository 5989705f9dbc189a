import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { HAS_OFFICE, printByOffice } from "../../docs/pictures/programs.mjs";
import { cellText } from "../../src/model/printed.js";
import { seenCells, tablesOf } from "../../src/model/walk.js";
import { pagesOf } from "../../src/render/layout/pages-of.js";
import { compact } from "../../src/text/fold.js";
import { readPdf } from "../pdf/read.js";
import { program } from "../project.js";
import { reportOf, written } from "./reports.js";

const inOffice = HAS_OFFICE ? describe : describe.skip;

/** Tests that LibreOffice prints the workbooks and Word files of the named reports whole. */
export function printInOffice(cases: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), "office-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  inOffice("a workbook in LibreOffice (skipped where there is none)", () => {
    test.each(cases)("%s: every row and column is printed, as wide as the paper", async (name) => {
      const report = reportOf(name);
      const file = join(folder, `${name.replaceAll("/", "-") || "sample"}.xlsx`);
      writeFileSync(file, await written(report, "xlsx"));
      printByOffice(file, folder);
      const { pages } = await readPdf(readFileSync(file.replace(/xlsx$/, "pdf")));
      const printed = countsOf(pages.map(({ items }) => items.map(({ text }) => text).join("")).join(""));
      const cells = tablesOf(report).flatMap((table) => seenCells(table).flatMap((row) => [...new Set(row)]));
      const wanted = countsOf([...new Set(cells)].map(cellText).join(""));
      const lacking = [...wanted].filter(([character, count]) => (printed.get(character) ?? 0) < count);
      expect(lacking).toEqual([]);
      for (const { items, width } of pages)
        for (const item of items) expect(item.x + item.width).toBeLessThanOrEqual(width);
    });
  });

  inOffice("a Word file in LibreOffice (skipped where there is none)", () => {
    test.each(cases)(
      "%s: every row and column is printed, on as many pages as the PDF has for them",
      async (name) => {
        const report = reportOf(name);
        const file = join(folder, `${name.replaceAll("/", "-") || "sample"}.docx`);
        writeFileSync(file, await written(report, "docx"));
        printByOffice(file, folder);
        const { pages } = await readPdf(readFileSync(file.replace(/docx$/, "pdf")));
        const texts = pages.map(({ items }) => compact(items.map(({ text }) => text).join("")));
        const all = texts.join("");
        let from = 0;
        for (const { rows } of tablesOf(report)) {
          for (const { cells } of rows) {
            // what spans rows stands where its middle is
            if (cells.some((cell) => cell.kind === "covered" || cell.rows > 1)) continue;
            const row = compact(cells.map(cellText).join(""));
            const at = all.indexOf(row, from);
            expect([row, at >= from]).toEqual([row, true]);
            from = at + row.length;
          }
        }
        const printed = countsOf(all);
        const cells = tablesOf(report).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
        const wanted = countsOf(cells.map(cellText).join(""));
        const lacking = [...wanted].filter(([character, count]) => (printed.get(character) ?? 0) < count);
        expect(lacking).toEqual([]);
        for (const { items, width, height } of pages)
          for (const item of items) {
            expect(item.x + item.width).toBeLessThanOrEqual(width);
            expect(item.y).toBeLessThan(height);
          }
        const titles = tablesOf(report).map(({ title }) => compact(title.text));
        const byOffice = titles.map((title) => texts.findLastIndex((text) => text.includes(title)) + 1);
        const ours = pagesOf(report, program.fonts);
        const expected = tablesOf(report).map((table) => ours.get(table)?.[0]?.index ?? 0);
        // LibreOffice adds space beside digits whatever a style says, so that its text may take a page more
        const later = byOffice.map((page, index) => page - (expected[index] ?? 0));
        expect([0, 1]).toContain(later[0]);
        expect(new Set(later).size).toBe(1);
      },
    );
  });
}

/** How often each character is there, blanks left out. */
function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.replaceAll(/\s/g, "")) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

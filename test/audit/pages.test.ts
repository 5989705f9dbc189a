import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { extract } from "../../src/extract/extract.js";
import type { ManuscriptPage } from "../../src/model/manuscript.js";
import { chooseDataFiles } from "../../src/project/data-files.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { buildIn, program } from "../project.js";
import { auditOf, subject } from "./auditing.js";

const sample = await subject("sample");
const [data] = chooseDataFiles(sample.project, {});
if (!data) throw new Error("no data");
const { file } = await buildIn(sample.project, { data, output: "out" });
const bytes = new Uint8Array(readFileSync(join(sample.project, file)));
const own = await extract({ kind: "pdf", file: "公开.pdf", bytes });

/** What is found in our own document with its pages in another order, or without some. */
function foundWith(change: (pages: readonly ManuscriptPage[]) => readonly ManuscriptPage[]) {
  return auditOf({ ...own, pages: change(own.pages) }, sample).findings;
}

function jumps(findings: readonly Diagnostic[]): readonly string[] {
  return findings
    .filter(({ message }) => message === "页码接不上")
    .flatMap(({ notes }) => notes.filter((note) => note.includes("页码印的是")));
}

test("pages in order are not mentioned", () => {
  expect(foundWith((pages) => pages)).toEqual([]);
});

test("two pages changed about are named", () => {
  const swapped = foundWith((pages) =>
    pages.map((page, index) => pages[index === 5 ? 6 : index === 6 ? 5 : index] ?? page),
  );
  expect(jumps(swapped)).toEqual([
    "第 7 页：页码印的是 5，接着前一页应是 4",
    "第 6 页：页码印的是 4，接着前一页应是 6",
    "第 8 页：页码印的是 6，接着前一页应是 5",
  ]);
});

test("where a page is missing, it says from where on", () => {
  expect(jumps(foundWith((pages) => pages.filter((_, index) => index !== 8)))).toEqual([
    "第 10 页：页码印的是 8，接着前一页应是 7",
  ]);
});

test("an annex may begin its page numbers anew", () => {
  const renumbered = foundWith((pages) =>
    pages.map((page, index) => ({
      ...page,
      pieces: page.pieces.map((piece) =>
        piece.kind === "line" && /^\s*—\s*\d+\s*—\s*$/u.test(piece.text) && index >= 10
          ? { ...piece, text: `— ${index - 9} —` }
          : piece,
      ),
    })),
  );
  expect(jumps(renumbered)).toEqual([]);
});

test("a heading on a page that cannot be read is not told as missing", () => {
  const found = foundWith((pages) =>
    pages.map((page, index) =>
      index === 5 ? { ...page, pieces: [], unread: "这一页没有文字，只有图，像是扫描的" } : page,
    ),
  );
  expect(found.map(({ code }) => code)).toContain("审核/没有核对");
  expect(found.filter(({ severity }) => severity === "错误")).toEqual([]);
});

test("a slanted watermark is no text of the document, and is mentioned once", async () => {
  const look = { marked: new Map(), watermark: "草稿" };
  const { bytes: marked } = await renderPdf(sample.report, program.fonts, look);
  const manuscript = await extract({ kind: "pdf", file: "草稿.pdf", bytes: marked });
  const { findings } = auditOf(manuscript, sample);
  expect(findings.map(({ severity, code, message }) => `${severity} ${code} ${message}`)).toEqual([
    `警告 审核/多出 有 ${own.pages.length} 页斜着印着“草稿”，没有与数据比`,
  ]);
});

test("headings of the contents are quoted as they are", () => {
  const found = foundWith((pages) =>
    pages.map((page) => ({
      ...page,
      pieces: page.pieces.map((piece) =>
        piece.kind === "line" && piece.text.includes("“三公”经费支出预算情况说明") && piece.text.includes("…")
          ? { ...piece, text: piece.text.replace(/\d+\s*$/u, "9") }
          : piece,
      ),
    })),
  );
  expect(found.flatMap(({ notes }) => notes).join("\n")).toContain(
    "“八、“三公”经费支出预算情况说明”：目录写第 9 页，印在第 4 页",
  );
});

import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { manuscriptOfText } from "../../src/extract/manuscript.js";
import type { Grid, Manuscript, ManuscriptPage, Piece } from "../../src/model/manuscript.js";
import { expectFile } from "../golden.js";
import { PROGRAM } from "../project.js";
import { auditOf, subject } from "./auditing.js";
import { manuscriptOf } from "./typed.js";

const sample = await subject("sample");
const own = manuscriptOf(sample.report);
const { counts } = auditOf(own, sample);

/** The page of the last table. */
const LAST = own.pages.length;

function withPages(change: (page: ManuscriptPage) => ManuscriptPage): Manuscript {
  return { ...own, pages: own.pages.map(change) };
}

function withGrids(change: (grid: Grid) => Grid): Manuscript {
  const changed = (piece: Piece): Piece => (piece.kind === "grid" ? change(piece) : piece);
  return withPages((page) => ({ ...page, pieces: page.pieces.map(changed) }));
}

/** Our own document as a text, its tables cell by cell in the order that `cellsOf` gives. */
function asText(cellsOf: (grid: Grid) => readonly string[]): Manuscript {
  const lines = own.pages.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === "line" ? [piece.text] : cellsOf(piece))),
  );
  return manuscriptOfText("公开.txt", lines.join("\n"));
}

function textsOf({ rows }: Grid): readonly { readonly column: number; readonly text: string }[] {
  return rows.flatMap(({ line, cells }) =>
    cells.map(({ column, start, end }) => ({ column, text: line.text.slice(start, end) })),
  );
}

const byRow = (grid: Grid): readonly string[] =>
  grid.rows.map(({ line, cells }) => cells.map(({ start, end }) => line.text.slice(start, end)).join(" "));
const byColumn = (grid: Grid): readonly string[] =>
  textsOf(grid)
    .toSorted((a, b) => a.column - b.column)
    .map(({ text }) => text);

describe("what can be read is audited", () => {
  test.each([
    ["a text line by line", asText(byRow)],
    ["a text with a line for each cell", asText((grid) => textsOf(grid).map(({ text }) => text))],
    ["one rule more than there are columns", withGrids((grid) => ({ ...grid, columns: grid.columns + 1 }))],
  ])("%s", (_, manuscript) => {
    const { findings, counts: held } = auditOf(manuscript, sample);
    expect(printDiagnostics(findings)).toBe("");
    expect({ ...held, pages: 0 }).toEqual({ ...counts, pages: 0 });
  });
});

/** The last table column by column, and a row of another one left out. */
function jumbledAndShort(): string {
  const grids = own.pages.flatMap(({ pieces }) => pieces.filter((piece) => piece.kind === "grid"));
  const lines = own.pages.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => {
      if (piece.kind === "line") return [piece.text];
      return piece === grids.at(-1)
        ? byColumn(piece)
        : byRow(piece).filter((text) => !text.startsWith("30103"));
    }),
  );
  return lines.join("\n");
}

const SCANNED = "这一页没有文字，只有图，像是扫描的";
const UNREAD: readonly (readonly [what: string, manuscript: Manuscript, codes: readonly string[]])[] = [
  [
    "一页是扫描的",
    withPages((page) => (page.number === LAST ? { ...page, pieces: [], unread: SCANNED } : page)),
    ["警告 审核/没有核对", "警告 审核/没有核对"],
  ],
  [
    "一页上有图",
    withPages((page) =>
      page.number === LAST ? { ...page, unread: "这一页上有图，图里的字读不出来" } : page,
    ),
    ["警告 审核/没有核对"],
  ],
  ["文本里的表一栏一栏地排", asText(byColumn), ["警告 审核/没有核对"]],
  [
    "一张表排得乱，另一张表少了一行",
    manuscriptOfText("公开.txt", jumbledAndShort()),
    ["警告 审核/没有核对", "错误 审核/缺少"],
  ],
];

describe("what cannot be read is told as not audited, not as missing", () => {
  test.each(UNREAD)("%s", (_, manuscript, codes) => {
    const { findings } = auditOf(manuscript, sample);
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(codes);
  });
});

test("what is said was read and found clear", () => {
  const file = join(PROGRAM, "test/audit/unread.txt");
  const printed = UNREAD.map(
    ([what, manuscript]) => `## ${what}\n\n${printDiagnostics(auditOf(manuscript, sample).findings)}`,
  ).join("\n");
  expectFile(file, printed);
});

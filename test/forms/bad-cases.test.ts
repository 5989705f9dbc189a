import { read } from "@e965/xlsx";
import { describe, expect, test } from "@jest/globals";
import type { Cell, Part, Report, Row, Table } from "../../src/model/report.js";
import { leavesOf } from "../../src/model/walk.js";
import { ownWording } from "../../src/model/wording.js";
import { csv } from "../../src/render/figures/package.js";
import { sheetNames } from "../../src/render/xlsx/sheet-names.js";
import { expectPage, expectWorkbook } from "./agreement.js";
import { allIn, readPage } from "./read-page.js";
import { reportOf, written } from "./reports.js";

const LIKE_FORMULAS = ["=1+1", "@SUM(A1)", "+86 398 2950000", "-1", '=HYPERLINK("http://a.cn","看")'];
const LIKE_MARKUP = [
  "<script>alert(1)</script>",
  "&lt;b&gt; &amp; &#26412;",
  "</table></style><!-- ",
  "\"'`><img src=x onerror=alert(1)>",
];
const LIKE_NOTHING_ELSE = [
  "\u{20BB7}\u{2A6D6}龘𬭚①Ⅰ⁂",
  "名".repeat(300),
  "有\u0000控\u0007制\u001B字\u200F符\u202E",
  "两行\n第二行\t跳格",
  "  前后有空格  ",
  "0123",
  "1e5",
  "2023-01-02",
  "TRUE",
  "_x0041_",
];
const NAMES = [...LIKE_FORMULAS, ...LIKE_MARKUP, ...LIKE_NOTHING_ELSE];

const sample = reportOf("");

/** The sample with such names wherever words stand, and 200 rows in every table that has any. */
function hostile(): Report {
  let count = 0;
  const name = () => ownWording(NAMES[count++ % NAMES.length] ?? "");
  const cell = (each: Cell): Cell => (each.kind === "text" ? { ...each, ...name() } : each);
  const table = (each: Table): Table => ({
    ...each,
    title: name(),
    left: name(),
    notes: each.notes.map((note) => ({ ...note, runs: [{ kind: "text", ...name() }] })),
    rows: repeated(each.rows).map((row) => ({ ...row, cells: row.cells.map(cell) })),
  });
  const part = (each: Part): Part => ({
    ...each,
    blocks: each.blocks.map((block) => {
      if (block.kind === "table") return table(block);
      if (block.kind === "heading") return { ...block, lines: block.lines.map(name) };
      if (block.kind !== "paragraph") return block;
      return { ...block, runs: block.runs.map((run) => (run.kind === "text" ? { ...run, ...name() } : run)) };
    }),
  });
  return { ...sample, title: name(), parts: sample.parts.map(part) };
}

/** As many rows as 200 projects have, where none spans several. */
function repeated(rows: readonly Row[]): readonly Row[] {
  const spans = rows.some(({ cells }) => cells.some((cell) => cell.kind === "covered"));
  return spans || rows.length === 0
    ? rows
    : Array.from({ length: 200 }, (_, at) => rows[at % rows.length] as Row);
}

describe("whatever stands in names", () => {
  const report = hostile();

  test("stays text in a page", async () => {
    const bytes = await written(report, "html");
    expectPage(bytes, report);
    const names = new Set(allIn(readPage(bytes).root).map(({ tagName }) => tagName));
    expect([names.has("script"), names.has("img"), names.has("b")]).toEqual([false, false, false]);
  });

  test("stays text in a workbook, and takes a row and a column of its own", async () => {
    const bytes = await written(report, "xlsx");
    expectWorkbook(bytes, report);
    const cells = Object.values(read(bytes).Sheets).flatMap((sheet) =>
      Object.entries(sheet).flatMap(([place, cell]) => (place.startsWith("!") ? [] : [cell])),
    );
    expect(cells.filter((cell) => cell.f !== undefined)).toEqual([]);
    for (const name of LIKE_FORMULAS) expect(cells.map(({ v }) => v)).toContain(name);
  });

  test("stays text in the data that a page has inside", () => {
    for (const name of LIKE_FORMULAS.filter((each) => !/^-\d/.test(each)))
      expect(csv([[name]])).toMatch(/^\uFEFF"?'/);
  });
});

test("sheets have names that programs take: not too long, each once, without what is forbidden", () => {
  const wanted = [
    "目录",
    "目录",
    "表".repeat(40),
    "表".repeat(50),
    "a/b\\c?d*e[f]g:h",
    "'单引号'",
    "",
    "𠮷".repeat(20),
  ];
  const names = sheetNames(wanted);
  expect(names).toHaveLength(wanted.length);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
  expect(names.join("")).not.toMatch(/\p{Cs}/u);
});

test("a table of one column, or of no rows, has a sheet and a place on the page", async () => {
  const [first] = sample.parts.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "table"));
  if (!first) throw new Error("no table");
  const [leaf] = leavesOf(first.columns);
  const narrow: Table = { ...first, columns: leaf ? [leaf.column] : [], rows: [] };
  const report: Report = {
    ...sample,
    parts: [{ orientation: "portrait", numbered: true, blocks: [narrow, { ...first, rows: [], notes: [] }] }],
  };
  expectPage(await written(report, "html"), report);
  expectWorkbook(await written(report, "xlsx"), report);
});

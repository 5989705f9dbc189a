import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { Report } from "../../src/model/report.js";
import { leavesOf, tablesOf } from "../../src/model/walk.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { ALL_SAMPLES, type PackSample, SAMPLE } from "../packs/packs.js";
import { buildIn, examineIn, makeProject, program } from "../project.js";
import { sampleOf } from "../sample.js";
import { readingOfReport, readingOfStructure } from "./reading.js";
import { elementsIn, readTagged, type StructureNode, textOf } from "./structure.js";

async function tagged({ name, folder, data }: PackSample) {
  const project = makeProject(folder);
  const order = { data, output: "out" };
  const { report } = await examineIn(project, order);
  const { file } = await buildIn(project, order);
  return { name, report, ...(await readTagged(readFileSync(join(project, file)))) };
}

function hasIndicators(report: Report): boolean {
  const leaves = tablesOf(report).flatMap(({ columns }) => leavesOf(columns));
  return leaves.some(({ column }) => column.shows.kind === "indicator");
}

const DOCUMENTS: Awaited<ReturnType<typeof tagged>>[] = [];
for (const sample of sampleOf(ALL_SAMPLES, 3)) DOCUMENTS.push(await tagged(sample));

describe.each(DOCUMENTS)("$name", ({ report, root, artifacts }) => {
  const tables = elementsIn(root, "Table");

  /** What the heading before a table says. */
  function titleOf(table: StructureNode): string {
    const before = root.kids[root.kids.indexOf(table) - 1];
    return before && typeof before !== "string" && before.type === "H3" ? textOf(before) : "";
  }

  test("every heading, paragraph and cell is read once, in order and in its place", () => {
    expect(readingOfStructure(root)).toEqual(readingOfReport(report));
  });

  test("the title is the first heading, and no level is skipped below it", () => {
    const levels = root.kids.flatMap((kid) =>
      typeof kid === "string" ? [] : (/^H(\d)$/.exec(kid.type)?.[1] ?? []),
    );
    expect(levels[0]).toBe("1");
    for (const [index, level] of levels.slice(1).entries()) {
      expect(Number(level)).toBeLessThanOrEqual(Number(levels[index]) + 1);
      expect(Number(level)).toBeGreaterThan(1);
    }
  });

  describe("in every table", () => {
    const cases = tables.map((table) => ({
      title: titleOf(table),
      table,
    }));
    test("none is missing, and each has a heading of its number and its title", () => {
      const blocks = report.parts.flatMap((part) => part.blocks);
      expect(cases).toHaveLength(blocks.filter(({ kind }) => kind === "table").length);
      for (const { title } of cases)
        expect(title).toMatch(/^(?:预算\d\d表20\d\d年|表\d(?:-\d)?|20\d\d年).*表$/);
    });

    test.each(cases)("heads say what they head, and all rows are equally wide: $title", ({ table }) => {
      const rows = elementsIn(table, "TR");
      const widths = rowWidths(rows);
      expect(new Set(widths).size).toBe(1);
      for (const head of elementsIn(table, "TH")) {
        expect(head.attributes).toMatchObject({ O: "Table", Scope: expect.stringMatching(/^(Column|Row)$/) });
        expect(textOf(head)).not.toBe("");
      }
      const [head] = elementsIn(table, "THead");
      expect(head && elementsIn(head, "TH").map(scopeOf)).toEqual(
        head && elementsIn(head, "TH").map(() => "Column"),
      );
    });

    test.each(cases)("every figure stands behind the words for its row: $title", ({ table }) => {
      const [body] = elementsIn(table, "TBody");
      for (const row of body ? elementsIn(body, "TR") : []) {
        const cells = row.kids.flatMap((kid) => (typeof kid === "string" ? [] : [kid]));
        const label = cells.findIndex((cell) => scopeOf(cell) === "Row");
        const figure = cells.findIndex((cell) => /^-?[\d,]+\.\d\d$/.test(textOf(cell)));
        const isNamed = cells.some((cell) => /\p{Script=Han}/u.test(textOf(cell)));
        if (figure < 0 || !isNamed) continue;
        expect(label).toBeGreaterThanOrEqual(0);
        expect(label).toBeLessThan(figure);
      }
    });
  });

  test("an indicator heads its value, and no other's", () => {
    const table = tables.at(-1) ?? root;
    const [head, body] = ["THead", "TBody"].flatMap((type) => elementsIn(table, type));
    const heads = columnHeadsOf(head ? elementsIn(head, "TR") : []);
    const rows = (body ? elementsIn(body, "TR") : []).map(({ kids }) => kids.filter(isNode)).slice(1);
    const width = heads.length;
    let project: readonly StructureNode[] = [];
    let values = 0;
    for (const cells of rows) {
      if (cells.length === width) project = cells.slice(0, 2);
      for (const [index, cell] of cells.entries()) {
        const column = width - cells.length + index;
        if (column < width - 8) continue;
        const isValue = (width - column) % 2 === 1;
        const name = cells[isValue ? index - 1 : index] ?? root;
        if (!isValue) expect(scopeOf(cell)).toBe(textOf(cell) === "" ? undefined : "Row");
        const own = isValue && textOf(cell) !== "" ? [textOf(name)] : [];
        expect(headersOf(cell)).toEqual([...(heads[column] ?? []), ...project.map(textOf), ...own]);
        values += own.length;
      }
    }
    expect(values > 10).toBe(hasIndicators(report));
  });

  const byId = new Map(elementsIn(root, "TH").map((head) => [head.id, textOf(head)]));

  function headersOf({ attributes }: StructureNode): readonly (string | undefined)[] | undefined {
    return attributes.Headers?.match(/(?<=\()\w+/g)?.map((id) => byId.get(id));
  }

  test("where a row names two things, what belongs to the second says its own headers, and not the first one's", () => {
    const twice = tables.slice(0, -1).filter((table) => elementsIn(table, "TD").some(headersOf));
    const balances = tablesOf(report).flatMap(({ rows: [row] }, index) =>
      row?.subjects.length === 2 ? [index] : [],
    );
    expect(twice.map((table) => tables.indexOf(table))).toEqual(balances);
    for (const table of twice) {
      const [head, body] = ["THead", "TBody"].flatMap((type) => elementsIn(table, type));
      const heads = columnHeadsOf(head ? elementsIn(head, "TR") : []);
      for (const { kids } of body ? elementsIn(body, "TR") : []) {
        const cells = kids.flatMap((kid) => (typeof kid === "string" ? [] : [kid]));
        const label = cells.findLastIndex((cell) => scopeOf(cell) === "Row");
        const second = label > 1 ? label : cells.length;
        for (const [column, cell] of cells.entries()) {
          const said = headersOf(cell);
          const own = column > second ? [textOf(cells[label] ?? root)] : [];
          expect(said).toEqual(column < second ? undefined : [...(heads[column] ?? []), ...own]);
        }
      }
    }
  });

  test("an entry of the contents is a link that leads to what it names, without the dots", () => {
    const entries = elementsIn(root, "TOCI");
    expect(entries.length).toBeGreaterThan(tablesOf(report).length);
    for (const entry of entries) {
      const [link] = elementsIn(entry, "Link");
      expect(elementsIn(entry, "Reference")).toHaveLength(1);
      expect(link?.annotations).toHaveLength(1);
      expect(textOf(entry)).toMatch(/^[^…]*[^…\d]\d+$/);
      expect(textOf(entry).replace(/ ?\d+$/, "")).toBe(link?.annotations[0]?.contents);
    }
  });

  test("page numbers and dots are not read", () => {
    const printed = artifacts.map((texts) => /— *(\d+) *—/.exec(texts.join(""))?.[1]);
    const contents = artifacts.slice(0, printed.indexOf("1"));
    const numbers = printed.slice(contents.length);
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
    expect(contents.length).toBeGreaterThan(1);
    expect(contents.flat().filter((text) => /^…[… ]*$/.test(text))).toHaveLength(
      elementsIn(root, "TOCI").length,
    );
  });

  test("a head that a page repeats is not read again, nor is anything else that is no part of a table", () => {
    const compact = (text: string) => text.replace(/\s/g, "");
    const [longest] = tables.toSorted((a, b) => elementsIn(b, "TR").length - elementsIn(a, "TR").length);
    const head = compact(longest ? elementsIn(longest, "THead").map(textOf).join("") : "");
    const repeating = artifacts.filter((texts) => compact(texts.join("")).includes(head));
    const goesOn = artifacts.some((texts) => compact(texts.join("")).startsWith("续表"));
    expect(repeating.length > 0).toBe(goesOn);
    const read = compact(tables.map((table) => titleOf(table) + textOf(table)).join(""));
    for (const text of artifacts.flat().map(compact))
      expect(/^[—\d…]*$/.test(text) || read.includes(text.replace(/^续表/, ""))).toBe(true);
  });
});

const poppler = spawnSync("pdfinfo", ["-v"]).error === undefined;
// pdf.js drops blanks at the ends of lines
(poppler ? test : test.skip)("what stands on two lines of a title is not read as one word", async () => {
  const { report } = await examineIn(makeProject(), { data: SAMPLE.data, output: "out" });
  // it takes long of wide tables, and of long texts
  const parts = report.parts
    .filter(({ orientation }) => orientation === "portrait")
    .map((part) => ({ ...part, blocks: part.blocks.filter(({ kind }) => kind !== "paragraph") }));
  const { bytes: input } = await renderPdf({ ...report, parts }, program.fonts);
  const { stdout } = spawnSync("pdfinfo", ["-struct-text", "-"], { input, encoding: "utf8" });
  const titles = [...stdout.matchAll(/^ {2}H\d \(block\)\n +"(.*)"/gm)].map(([, title]) => title);
  expect(titles).toEqual(
    expect.arrayContaining([
      "三门峡市住房保障中心 2023年度单位预算公开",
      "第一部分 三门峡市住房保障中心单位概况",
      "第二部分 三门峡市住房保障中心2023年度预算情况说明",
      "第三部分 名词解释",
      "预算01表 2023年单位收支总体情况表",
    ]),
  );
});

/** The words over each column, from the top down, by where the cells of a head stand. */
function columnHeadsOf(rows: readonly StructureNode[]): string[][] {
  const heads: string[][] = [];
  const taken = new Set<string>();
  for (const [row, { kids }] of rows.entries()) {
    let column = 0;
    for (const cell of kids.flatMap((kid) => (typeof kid === "string" ? [] : [kid]))) {
      while (taken.has(`${row}/${column}`)) column++;
      const { RowSpan = "1", ColSpan = "1" } = cell.attributes;
      for (let each = column; each < column + Number(ColSpan); each++) {
        heads[each] = [...(heads[each] ?? []), textOf(cell)];
        for (let below = row; below < row + Number(RowSpan); below++) taken.add(`${below}/${each}`);
      }
      column += Number(ColSpan);
    }
  }
  return heads;
}

function scopeOf(cell: StructureNode): string | undefined {
  return cell.attributes.Scope;
}

/** How many columns each row has, with the cells that reach down into it. */
function rowWidths(rows: readonly StructureNode[]): number[] {
  const widths = rows.map(() => 0);
  for (const [index, row] of rows.entries()) {
    for (const cell of row.kids) {
      if (typeof cell === "string") continue;
      const { RowSpan = "1", ColSpan = "1" } = cell.attributes;
      for (let below = index; below < index + Number(RowSpan); below++) {
        widths[below] = (widths[below] ?? 0) + Number(ColSpan);
      }
    }
  }
  return widths;
}

function isNode(kid: StructureNode | string): kid is StructureNode {
  return typeof kid !== "string";
}

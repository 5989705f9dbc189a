import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { dataFile } from "../../src/project/data-files.js";
import { points } from "../../src/render/layout/lengths.js";
import { buildIn, makeProject, PROGRAM } from "../project.js";
import { type DrawnLine, drawnLines } from "./drawn-lines.js";

const project = makeProject();
const { file } = await buildIn(project, { data: dataFile("403008", 2023), output: "out" });
const bytes = readFileSync(join(project, file));
const lines = await drawnLines(bytes);

const NUMBER = /^— (\d+) —$/;
const RIGHT = points(28 + 156);

function numberOn(page: number): DrawnLine | undefined {
  return lines.find((line) => line.page === page && NUMBER.test(line.text));
}

test("a viewer calls each page by the number printed on it, and those without one i and ii", async () => {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const labels = (await pdf.getPageLabels()) ?? [];
  const { numPages } = pdf;
  await loading.destroy();
  const printed = Array.from({ length: numPages }, (_, index) => numberOn(index + 1)?.text);
  expect(printed.slice(0, 3)).toEqual([undefined, undefined, "— 1 —"]);
  expect(labels).toEqual(["i", "ii", ...printed.slice(2).map((text) => text && NUMBER.exec(text)?.[1])]);
});

test("the dashes beside a page number stand 7 mm below the text block (GB/T 9704, 7.5)", () => {
  const { y = 0, glyphs = [] } = numberOn(3) ?? {};
  const dash = y - 0.38 * (glyphs[0]?.size ?? 0);
  expect(Math.abs(dash - points(37 + 225 + 7))).toBeLessThan(0.5);
});

test("附件 is set in 三号", () => {
  const annex = lines.find(({ text, page }) => text.startsWith("附件") && numberOn(page));
  expect(new Set(annex?.glyphs.map(({ size }) => size))).toEqual(new Set([16]));
});

test("the contents stand on one page, tables with their numbers, and dots one below the other", () => {
  const entries = lines.filter(({ page, text }) => page === 2 && text.includes("…"));
  expect(entries.filter(({ text }) => text.startsWith("预算")).map(({ text }) => text.slice(0, 6))).toEqual(
    ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11"].map((each) => `预算${each}表 `),
  );
  const dots = entries.map(({ glyphs }) => glyphs.filter(({ text }) => text === "…"));
  const ends = dots.map((each) => each.at(-1)).map((last) => (last ? last.x + last.width : 0));
  expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(0.01);
  for (const each of dots) {
    const steps = each.slice(1).map(({ x }, index) => x - (each[index]?.x ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(each[0]?.width ?? 0, 3);
  }
  for (const { right } of entries) expect(right).toBeCloseTo(RIGHT, 1);
  expect(lines.filter(({ page, text }) => page !== 2 && text.includes("………"))).toEqual([]);
});

test("contents of some lines more than fit a page stand closer, and on one page", async () => {
  const longer = makeProject(join(PROGRAM, "test/scopes/state-capital-without-section"));
  const built = await buildIn(longer, { data: dataFile("900001", 2024), output: "out" });
  const all = await drawnLines(readFileSync(join(longer, built.file)));
  const entries = all.filter(({ page, text }) => page === 2 && text.includes("…"));
  expect(entries.length).toBeGreaterThan(28);
  expect(entries.at(-1)?.text).toMatch(/^预算12表/);
  expect(all.find(({ page }) => page === 3)?.text).toMatch(/^第一部分/);
  const steps = entries.slice(1).map(({ y }, index) => y - (entries[index]?.y ?? 0));
  expect(Math.min(...steps)).toBeGreaterThan(1.2 * 14);
  expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(0.01);
});

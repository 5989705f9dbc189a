import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { dataFile } from "../../src/project/data-files.js";
import { buildIn, makeProject } from "../project.js";
import { type PdfPage, readPdf } from "./read.js";

const project = makeProject();
const { file, pages: pageCount } = await buildIn(project, { data: dataFile("403008", 2023), output: "out" });
const pdf = await readPdf(readFileSync(join(project, file)));
const FOOTER = /^—\d+—$/;

/** The lines of a page from top to bottom, blanks taken out, the page number last. */
function linesOf(page: PdfPage): string[] {
  const lines = new Map<number, string>();
  for (const { text, y } of page.items) lines.set(Math.round(y), (lines.get(Math.round(y)) ?? "") + text);
  return [...lines].map(([, text]) => text.replace(/\s/g, ""));
}

const narrative = pdf.pages
  .filter((page) => page.height > page.width)
  .map(linesOf)
  .filter(
    (lines) => lines.some((line) => FOOTER.test(line)) && !lines.some((line) => line.startsWith("附件")),
  )
  .map((lines) => lines.filter((line) => !FOOTER.test(line)));

test("pages are A4, upright or lying", () => {
  expect(pdf.pages).toHaveLength(pageCount);
  const sizes = pdf.pages.map(({ width, height }) => [width, height].map(Math.round).sort((a, b) => a - b));
  for (const size of sizes) expect(size).toEqual([595, 842]);
});

test("page numbers run on from the first part, — 1 —, — 2 —", () => {
  const numbers = pdf.pages.flatMap((page) => linesOf(page).filter((line) => FOOTER.test(line)));
  expect(numbers).toEqual(numbers.map((_, index) => `—${index + 1}—`));
  expect(numbers).toHaveLength(pageCount - 2);
});

test("the metadata names the document, its unit and its language", () => {
  expect(pdf.info).toMatchObject({
    Title: "三门峡市住房保障中心2023年度单位预算公开",
    Author: "三门峡市住房保障中心",
    Subject: "2023年度单位预算公开",
    Language: "zh-CN",
  });
});

test("the outline leads to every part, section and table", () => {
  const titles = pdf.outline.map((item) => item.title);
  const top = pdf.outline.filter((item) => item.level === 1).map((item) => item.title.split(/[\s：]/)[0]);
  expect(top).toEqual(["第一部分", "第二部分", "第三部分", "附件"]);
  expect(titles.filter((title) => /^[一二三四五六七八九十]、/.test(title))).toHaveLength(13);
  expect(titles.filter((title) => /^预算\d\d表\s*2023年.*表$/.test(title))).toHaveLength(11);
});

describe("on every page of the narrative", () => {
  test.each(narrative.map((lines, index) => ({ page: index + 1, lines })))("$page", ({ lines }) => {
    const [last = ""] = lines.slice(-1);
    expect(lines.length).toBeGreaterThan(1);
    expect(last).not.toMatch(/^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)[^。；，]{1,20}$/);
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1] ?? "";
      expect([line, next]).not.toEqual([expect.stringMatching(/[\d.]$/), expect.stringMatching(/^[\d.%]/)]);
      expect(line).not.toMatch(/^[。，；：、”）》%]/);
      expect(line).not.toMatch(/[“（《]$/);
    }
  });
});

test("no amount of a table is broken over lines, and a project's code only where its number begins", () => {
  const items = pdf.pages.filter((page) => page.width > page.height).flatMap((page) => page.items);
  const numbers = items.map((item) => item.text.trim()).filter((text) => /^[\d.,]+$/.test(text));
  const isPart = (text: string): boolean => /^4112\d{5}$|^\d{12}$/.test(text);
  expect(numbers.filter((text) => /^[.,]|[.,]$|^\d{8,20}$/.test(text) && !isPart(text))).toEqual([]);
  const codes = numbers.flatMap((text, index) => (/^4112\d{5}$/.test(text) ? text + numbers[index + 1] : []));
  expect(new Set(codes).size).toBe(8);
  expect(codes.filter((code) => code.length !== 21)).toEqual([]);
});

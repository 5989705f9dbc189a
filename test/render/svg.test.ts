import { describe, expect, test } from "@jest/globals";
import { cellText, runText } from "../../src/model/printed.js";
import type { Element } from "../../src/model/report.js";
import { ownWords } from "../../src/model/walk.js";
import { ownWording } from "../../src/model/wording.js";
import { loadFonts } from "../../src/render/fonts/fonts.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { svgStylesheet } from "../../src/render/svg/stylesheet.js";
import { renderSvg, type SvgPage } from "../../src/render/svg/svg.js";
import { drawnLines } from "../pdf/drawn-lines.js";
import { composeCase, REPORT_CASES } from "../reports/cases.js";
import { sampleOf } from "../sample.js";
import { heading, paragraph, part, report } from "./sample.js";
import { elementsNamed, type SvgWords, wordsOnPage } from "./svg-reading.js";
import { misplaced } from "./svg-rows.js";

const fonts = loadFonts("fonts");

describe.each(sampleOf(REPORT_CASES, 3))("the pages of %s", (name) => {
  const { report } = composeCase(name);
  const { pages } = renderSvg(report, fonts);

  test("are those of the PDF, every line and every run in its place", async () => {
    const drawn = await drawnLines((await renderPdf(report, fonts)).bytes);
    expect(pages).toHaveLength(drawn.at(-1)?.page ?? 0);
    for (const [index, page] of pages.entries()) {
      const expected = drawn.filter((line) => line.page === index + 1);
      expect(misplaced(wordsOnPage(page), expected)).toEqual([]);
    }
  });

  test("say of all their figures and words what of the report they print", () => {
    for (const page of pages) {
      const all = wordsOnPage(page);
      const repeated = all.filter(({ text }) => text.startsWith("续表")).map(({ y }) => y);
      const printing = all.filter(({ y, link }) => link === undefined && !repeated.includes(y));
      expect(printing.filter((words) => !isAsSaid(words, page))).toEqual([]);
    }
  });
});

/** Whether words are those of the element that they are said to print; of blanks between them and page numbers nothing is said. */
function isAsSaid({ text, figure, words, from }: SvgWords, { elements }: SvgPage): boolean {
  const element = elements[figure ?? words ?? -1];
  if (!element) return /^[—\d ]+$/.test(text);
  const isFigure = "kind" in element && element.kind === "figure";
  return (figure !== undefined) === isFigure && textOf(element).slice(from).includes(text);
}

function textOf(element: Element): string {
  if (!("kind" in element)) return element.header.text;
  switch (element.kind) {
    case "text":
      return element.text;
    case "figure":
      return "rows" in element ? cellText(element) : runText(element);
    case "empty":
    case "covered":
    case "point":
      return "";
    default:
      return ownWords(element)
        .map(({ text }) => text)
        .join("");
  }
}

test("a page is the same whatever changes on others", () => {
  const page = (text: string) => part(heading("part", text), paragraph("收入{1001.90万元}，占{11.45%}。"));
  const first = renderSvg(report(part(paragraph("一。")), page("其他")), fonts).pages;
  const then = renderSvg(report(part(paragraph("{3.00万元}，{4.00万元}。")), page("其他")), fonts).pages;
  expect(then[0]?.hash).not.toBe(first[0]?.hash);
  expect(then[1]?.hash).toBe(first[1]?.hash);
  expect(then[1]?.elements).toHaveLength(first[1]?.elements.length ?? 0);
});

test("untrusted words stay words, and nothing asks for a style that a strict policy forbids", () => {
  const evil = `"><script>alert(1)</script>&amp;<a href='x'>  R&D`;
  const [page] = renderSvg(report(part(paragraph(`${evil}{1.00万元}`))), fonts).pages;
  expect(page?.svg).not.toMatch(/<(script|a)\b|\sstyle=|\son\w+=/);
  const words = page ? wordsOnPage(page).filter((each) => each.words !== undefined) : [];
  expect(words.map(({ text }) => text).join("")).toBe(evil);
});

test("a character that no font has is shown as it is printed, not in a font of the browser's", () => {
  const [page] = renderSvg(report(part(paragraph("甲\u{1F600}乙"))), fonts).pages;
  const words = page ? wordsOnPage(page).filter((each) => each.words !== undefined) : [];
  expect(words.map(({ text }) => text).join("")).toBe("甲〓乙");
});

test("an entry of the contents leads to the line that bears its mark", () => {
  const contents = part({ kind: "contents", title: ownWording("目录") });
  const { pages } = renderSvg(report(contents, part(heading("part", "第一部分"), paragraph("甲。"))), fonts);
  const [link] = pages.flatMap((page) => elementsNamed("a", page));
  const marked = pages.map((page) => elementsNamed("text", page).map(({ id }) => id && `#${id}`));
  expect(link?.href).toBeDefined();
  expect(marked[1]).toContain(link?.href);
});

test("the stylesheet has every font that pages ask for, each at its address", () => {
  const { pages } = renderSvg(composeCase("sample").report, fonts);
  const asked = new Set(pages.flatMap((page) => wordsOnPage(page).map(({ font }) => font)));
  const sheet = svgStylesheet(fonts.faces, ({ file }) => `/fonts/${file}`);
  const given = [...sheet.matchAll(/font-family: "([^"]+)"; src: url\("\/fonts\/([^"]+)\.ttf"\)/g)];
  expect(given.map(([, family, file]) => family === file)).not.toContain(false);
  expect([...asked].filter((font) => !given.some(([, family]) => family === font))).toEqual([]);
  expect(sheet).not.toContain(process.cwd());
});

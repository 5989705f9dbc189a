import { expect, test } from "@jest/globals";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Element, Extent, Marked } from "../../src/model/report.js";
import { ownWording } from "../../src/model/wording.js";
import { loadFonts } from "../../src/render/fonts/fonts.js";
import { HIGHLIGHT } from "../../src/render/layout/highlight.js";
import { points, sum } from "../../src/render/layout/lengths.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { renderSvg } from "../../src/render/svg/svg.js";
import { column, heading, paragraph, part, report, row, table } from "./sample.js";
import { elementsNamed, wordsOnPage } from "./svg-reading.js";

const fonts = loadFonts("fonts");
const fail = (): never => {
  throw new Error("no run");
};
const TEXT = paragraph(`${"住房保障中心".repeat(8)}{1001.9万元}，占{11.45%}${"其他支出项".repeat(90)}`);
const LONG = table(
  "明细表",
  [column("名称"), column("金额")],
  [row("甲", "12.00"), row("乙", "34.00")],
  ["注：一。"],
);
const given = report(
  { ...part({ kind: "cover", lines: [ownWording("预算公开")] }), numbered: false },
  part(heading("part", "第一部分"), TEXT),
  part(LONG),
);

interface Ground {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The coloured grounds of a page and its texts, in pt from its upper left corner. */
async function readPage(bytes: Uint8Array, number: number) {
  const page = await (await getDocument({ data: Uint8Array.from(bytes) }).promise).getPage(number);
  const { height } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const grounds: Ground[] = [];
  let colour: unknown;
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] as unknown[];
    if (operator === OPS.setFillRGBColor) [colour] = args;
    if (operator !== OPS.constructPath || colour !== HIGHLIGHT.toLowerCase()) continue;
    const [left = 0, top = 0, right = 0, bottom = 0] = args[2] as number[];
    grounds.push({ left, right, top, bottom });
  }
  const { items } = await page.getTextContent();
  const texts = items.flatMap((item) => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [, , , , left = 0, baseline = 0] = item.transform as number[];
    return [{ text: item.str, left, right: left + item.width, baseline: height - baseline }];
  });
  return { grounds, texts };
}

function within(
  { left, right, top, bottom }: Ground,
  text: Awaited<ReturnType<typeof readPage>>["texts"][number],
) {
  const middle = (text.left + text.right) / 2;
  return left < middle && middle < right && top < text.baseline && text.baseline < bottom;
}

test("what is marked lies on a ground, and nothing else does", async () => {
  const figures = TEXT.runs.filter((run) => run.kind === "figure");
  const cell = LONG.rows[1]?.cells[1];
  const marked: Marked = new Map([...figures, ...(cell ? [cell] : [])].map((each) => [each, "whole"]));
  const { bytes } = await renderPdf(given, fonts, { marked, watermark: "审阅" });
  const ofText = await readPage(bytes, 2);
  const ofTable = await readPage(bytes, 3);
  const on = ({ grounds, texts }: typeof ofText) =>
    texts.filter((text) => grounds.some((ground) => within(ground, text))).map(({ text }) => text);
  expect(on(ofText)).toEqual(["1001.90", "万元，", "11.45%"]);
  expect(ofText.grounds).toHaveLength(2);
  const unit =
    (ofText.grounds[0]?.right ?? 0) - (ofText.texts.find(({ text }) => text === "1001.90")?.right ?? 0);
  expect(unit / 16).toBeCloseTo(2, 0);
  expect(on(ofTable).filter((text) => text.trim() !== "")).toEqual(["34.00"]);
});

test("a stretch of a run is marked over the lines that it stands on", async () => {
  const run = TEXT.runs.at(-1) ?? fail();
  const { bytes } = await renderPdf(given, fonts, {
    marked: new Map([[run, [{ from: 2, to: 60 }]]]),
    watermark: "审阅",
  });
  const { grounds } = await readPage(bytes, 2);
  const characters = grounds.map(({ left, right }) => (right - left) / (points(156) / 28));
  expect(grounds.length).toBeGreaterThan(2);
  expect(Math.round(sum(characters))).toBe(58);
});

test("a watermark is on every page of a copy for review, and on none of the publication", async () => {
  const copy = await renderPdf(given, fonts, { marked: new Map(), watermark: "审阅" });
  const publication = await renderPdf(given, fonts);
  for (let page = 1; page <= copy.pages; page++) {
    expect((await readPage(copy.bytes, page)).texts.map(({ text }) => text)).toContain("审阅");
    expect((await readPage(publication.bytes, page)).texts.map(({ text }) => text)).not.toContain("审阅");
  }
});

test("the screen shows the same grounds and the same watermark", async () => {
  const cell = LONG.rows[1]?.cells[1] ?? fail();
  const run = TEXT.runs.at(-1) ?? fail();
  const marked: Marked = new Map<Element, Extent>([
    [run, [{ from: 2, to: 60 }]],
    [cell, "whole"],
  ]);
  const look = { marked, watermark: "审阅" };
  const { bytes } = await renderPdf(given, fonts, look);
  for (const [index, page] of renderSvg(given, fonts, look).pages.entries()) {
    const { grounds, texts } = await readPage(bytes, index + 1);
    const shown = elementsNamed("rect", page).map(({ x, y, width, height }) =>
      [x, y, width, height].map(Number),
    );
    const expected = grounds.map(({ left, top, right, bottom }) => [left, top, right - left, bottom - top]);
    expect(shown.flat().map((each) => each.toFixed(1))).toEqual(
      expected.flat().map((each) => each.toFixed(1)),
    );
    const words = wordsOnPage(page).at(-1);
    const [, angle = 0, x = 0, y = 0] =
      /rotate\((\S+) (\S+) (\S+)\)/.exec(words?.transform ?? "")?.map(Number) ?? [];
    const turned = turnedAround({ x, y }, (angle * Math.PI) / 180, { x: words?.x ?? 0, y: words?.y ?? 0 });
    const drawn = texts.find(({ text }) => text === "审阅");
    expect(words?.text).toBe("审阅");
    expect(turned.x).toBeCloseTo(drawn?.left ?? 0, 1);
    expect(turned.y).toBeCloseTo(drawn?.baseline ?? 0, 1);
  }
});

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point turned clockwise around another, where y runs downwards. */
function turnedAround(middle: Point, angle: number, { x, y }: Point): Point {
  const [across, down] = [x - middle.x, y - middle.y];
  return {
    x: middle.x + across * Math.cos(angle) - down * Math.sin(angle),
    y: middle.y + across * Math.sin(angle) + down * Math.cos(angle),
  };
}

test("rules are as black under a watermark as without one", async () => {
  const { bytes } = await renderPdf(given, fonts, { marked: new Map(), watermark: "审阅" });
  const page = await (await getDocument({ data: Uint8Array.from(bytes) }).promise).getPage(3);
  const { fnArray, argsArray } = await page.getOperatorList();
  let opacity = 1;
  const rules: number[] = [];
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] as unknown[];
    if (operator === OPS.setGState) opacity = new Map(args[0] as [string, number][]).get("CA") ?? opacity;
    if (operator === OPS.constructPath && args[0] === OPS.stroke) rules.push(opacity);
  }
  expect(opacity).toBe(0.12);
  expect(rules).toEqual([1]);
});

test("every paragraph, figure and cell is known by its pages", async () => {
  const { where } = await renderPdf(given, fonts);
  expect(where.get(TEXT)?.map(({ index, number }) => [index, number])).toEqual([[2, 1]]);
  for (const run of TEXT.runs) expect(where.get(run)).toHaveLength(1);
  for (const cell of LONG.rows.flatMap(({ cells }) => cells))
    expect(where.get(cell)).toMatchObject([{ index: 3, number: 2 }]);
  expect(where.get(LONG.notes[0] ?? LONG)).toMatchObject([{ index: 3, number: 2 }]);
});

import { expect, test } from "@jest/globals";
import { loadFonts } from "../../src/render/fonts/fonts.js";
import { points, sum } from "../../src/render/layout/lengths.js";
import { setParagraph } from "../../src/render/layout/paragraphs.js";
import type { FontRun, SetLine } from "../../src/render/layout/set-line.js";
import { paragraph, STYLE } from "./sample.js";

const fonts = loadFonts("fonts");
/** Of 28 characters of 16 pt. */
const WIDTH = points(156);

function setIn(width: number, marked: string, charactersPerLine = 28): SetLine[] {
  const style = { ...STYLE, body: { ...STYLE.body, charactersPerLine } };
  return setParagraph(paragraph(marked), width, { style, fonts, marks: new Map(), numbers: new Map() });
}

function textOf({ runs }: SetLine): string {
  return runs.map(({ text }) => text).join("");
}

function textsOf(marked: string): string[] {
  return setIn(WIDTH, marked).map(textOf);
}

/** Where a line ends, in pt from the left edge of the text block. */
function endOf({ left, size, runs }: SetLine): number {
  const behind = runs.at(-1)?.behind ?? 0;
  const widthOf = (run: FontRun) => run.width * size + run.spacing * (run.count - 1) + run.behind;
  return left + sum(runs.map(widthOf)) - behind;
}

/** What is added between the characters of lines, in em. */
function spacesIn(lines: readonly SetLine[]): number[] {
  return lines.flatMap(({ size, runs }) =>
    runs.flatMap(({ count, spacing, behind }) =>
      [...(count > 1 ? [spacing] : []), behind].map((each) => each / size),
    ),
  );
}

const HAN = "预算收入支出项目单位公开".repeat(20);

test("28 characters fill a line, and the first is indented by two of them", () => {
  const lines = setIn(WIDTH, HAN.slice(0, 100));
  expect(lines.map((line) => textOf(line).length)).toEqual([26, 28, 28, 18]);
  for (const line of lines.slice(0, -1)) expect(endOf(line)).toBeCloseTo(WIDTH, 6);
  expect(new Set(spacesIn(lines).filter((each) => each !== 0)).size).toBe(1);
});

test("the room before a figure that does not fit is shared among the lines above it", () => {
  for (let length = 40; length < 68; length++) {
    const text = `${HAN.slice(0, length)}{1001.90万元}，${HAN.slice(0, 20)}`;
    const lines = setIn(WIDTH, text);
    expect(lines.map(textOf).join("")).toBe(text.replace(/[{}]/g, ""));
    for (const line of lines.slice(0, -1)) expect(endOf(line)).toBeCloseTo(WIDTH, 6);
  }
});

test("a figure is not parted from its unit where lines can be filled without it", () => {
  const lines = textsOf(`${HAN.slice(0, 51)}{201.90万元}，${HAN.slice(0, 20)}`);
  for (const line of lines) expect(line).not.toMatch(/\d$/);
});

test("where they cannot, a number parts from its unit, and is whole itself", () => {
  const lines = textsOf(`三门峡市住房保障中心2023年一般公共预算收支预算{1001.90万元}，${HAN.slice(0, 28)}`);
  expect(lines[0]).toMatch(/预算1001\.90$/);
  expect(lines[1]).toMatch(/^万元，/);
});

test("what a figure is too wide for its line by is taken from the blank halves of punctuation marks", () => {
  const text = `${"预算，".repeat(6)}收入{1001.90万元}，${HAN.slice(0, 28)}`;
  const [first, second] = setIn(WIDTH, text);
  expect(first && textOf(first)).toMatch(/1001\.90万元，$/);
  expect(first && endOf(first)).toBeCloseTo(WIDTH, 6);
  expect(second && textOf(second)).toBe(HAN.slice(0, 28));
});

test("no space is so wide that a reader takes it for one between words, whatever the text", () => {
  const text = `按照《通知》（98号）要求，2023年收入{1001.90万元}，占{20.15%}；${HAN}`;
  for (let count = 9; count < 31; count++) {
    const spaces = spacesIn(setIn((WIDTH * Math.min(count, 28)) / 28, text, count));
    expect(Math.max(...spaces)).toBeLessThan(0.1);
    expect(Math.min(...spaces)).toBeGreaterThan(-0.1);
  }
});

test("what is wider than a line is broken between its characters and not lost", () => {
  const digits = "411200230000000004110".repeat(6);
  const lines = textsOf(digits);
  expect(lines.join("")).toBe(digits);
  expect(lines.length).toBe(3);
  expect(setIn(4, "款项").map(textOf)).toEqual(["款", "项"]);
});

test("blanks at the ends of a paragraph and of its lines are dropped", () => {
  expect(setIn(WIDTH, "  预算 ").map(textOf)).toEqual(["预算"]);
  expect(setIn(WIDTH, "   ")).toEqual([]);
  expect(setIn(WIDTH, "")).toEqual([]);
  for (const text of textsOf("budget 　disclosed ".repeat(20))) expect(text).toBe(text.trim());
});

test("a character beyond the first plane counts as one", () => {
  const lines = setIn(WIDTH, `𠅤𬒈${HAN.slice(0, 60)}`);
  expect(lines.map((line) => [...textOf(line)].length)).toEqual([26, 28, 8]);
  for (const line of lines.slice(0, -1)) expect(endOf(line)).toBeCloseTo(WIDTH, 6);
});

test("a paragraph of any length is set whole", () => {
  const text = `${HAN}1001.90万元，`.repeat(400);
  expect(setIn(WIDTH, text).map(textOf).join("")).toBe(text);
  const blanks = "\u200B".repeat(50_000);
  expect(setIn(WIDTH, `预${blanks}算`).length).toBeGreaterThan(0);
});

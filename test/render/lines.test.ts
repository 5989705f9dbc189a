import { expect, test } from "@jest/globals";
import { runText } from "../../src/model/printed.js";
import type { Run } from "../../src/model/report.js";
import { ownWording } from "../../src/model/wording.js";
import { boxesOf } from "../../src/render/layout/break-opportunities.js";
import { breakEvenly, breakLines } from "../../src/render/layout/line-breaking.js";
import {
  ownTexts,
  plainText,
  type SourceText,
  sliceText,
  textOfRuns,
} from "../../src/render/layout/source-text.js";
import { paragraph } from "./sample.js";

/** Han characters are 1 wide, the others a half. */
const measure = (text: string) => [...text].reduce((sum, each) => sum + (each < "\u2000" ? 0.5 : 1), 0);

const TEXT =
  "三门峡市住房保障中心2023年收入总计1001.90万元，支出总计（含“三公”经费）1001.90万元；与《2022年预算》相比，收入减少11.45%。";

function textsOf(lines: readonly SourceText[]): string[] {
  return lines.map(({ text }) => text);
}

function linesOf(text: string, width: number, first = width): string[] {
  return textsOf(breakLines(plainText(text), measure, width, { first }));
}

test("no line begins with closing punctuation or ends with opening punctuation, at any width", () => {
  for (let width = 8; width < 40; width++) {
    for (const line of linesOf(TEXT, width)) {
      expect(line).not.toMatch(/^[，。；：、）》”%]/);
      expect(line).not.toMatch(/[（《“]$/);
    }
  }
});

test("punctuation stays with the figure it follows", () => {
  const boxes = boxesOf("收入（1001.90万元），占20.15%。", [
    { from: 3, to: 12 },
    { from: 15, to: 21 },
  ]);
  expect(boxes.map(({ text }) => text)).toEqual(["收", "入", "（1001.90万元），", "占", "20.15%。"]);
  expect(boxes.map(({ from }) => from)).toEqual([0, 1, 2, 14, 15]);
});

test("a figure is not broken inside its unit", () => {
  expect(boxesOf("12台（套）", [{ from: 0, to: 6 }])).toEqual([{ text: "12台（套）", from: 0 }]);
});

test("a number is not parted from the character that counts it", () => {
  const boxes = boxesOf("自2023年起按98号文拨付40万平方米");
  expect(boxes.map(({ text }) => text)).toEqual(expect.arrayContaining(["2023年", "98号", "40万平"]));
});

test("every line is as full as it can be, and none is wider than it may be", () => {
  const lines = linesOf(TEXT, 20, 18);
  expect(lines.join("")).toBe(TEXT);
  expect(measure(lines[0] ?? "")).toBeLessThanOrEqual(18);
  for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(20);
});

test("what is wider than a line is broken between characters and not lost", () => {
  expect(linesOf("411200230000000004110", 4)).toEqual(["41120023", "00000000", "04110"]);
});

test("a character wider than the line still prints", () => {
  expect(linesOf("款项", 0.5)).toEqual(["款", "项"]);
});

test("spaces at the ends of lines are dropped", () => {
  expect(linesOf("budget 2023 disclose", 4)).toEqual(["budget", "2023", "disclose"]);
  expect(linesOf("  budget ", 9)).toEqual(["budget"]);
});

test("a text of nothing has no lines", () => {
  expect(linesOf("", 4)).toEqual([]);
  expect(linesOf("  ", 4)).toEqual([]);
});

test("titles break into lines of about equal length", () => {
  const lines = breakEvenly(plainText("国有资本经营预算拨款"), measure, 8);
  expect(textsOf(lines)).toEqual(["国有资本经", "营预算拨款"]);
});

test("lines know of all their words in which run they stand, and where in it", () => {
  const { runs } = paragraph("收入总计 {1001.9万元}，与上年相比 减少。");
  const source = textOfRuns(runs);
  for (let width = 4; width < 20; width++) {
    for (const { text, parts } of breakLines(source, measure, width)) {
      const slices = parts.map(({ of, from, at }) => runText(of as Run).slice(from, from + at.to - at.from));
      expect(slices.join("")).toBe(text);
      expect(parts.map(({ at }) => text.slice(at.from, at.to)).join("")).toBe(text);
    }
  }
});

test("a block's own words are told apart also where they are the same", () => {
  const cover = { kind: "cover", lines: [ownWording("预算"), ownWording("预算")] } as const;
  expect(ownTexts(cover).map(({ parts }) => parts[0]?.from)).toEqual([0, 2]);
  const [part] = sliceText(ownTexts(cover)[1] ?? plainText(""), { from: 1, to: 2 }).parts;
  expect(part).toMatchObject({ of: cover, from: 3, at: { from: 0, to: 1 } });
});

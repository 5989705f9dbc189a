import { expect, test } from "@jest/globals";
import { textUnits, unitsOf } from "../../src/render/layout/break-opportunities.js";
import { breakEvenly, breakLines } from "../../src/render/layout/first-fit.js";
import { breakParagraph } from "../../src/render/layout/minimum-raggedness.js";

/** Han characters are 1 wide, the others a half. */
const measure = (text: string) => [...text].reduce((sum, each) => sum + (each < "\u2000" ? 0.5 : 1), 0);

const TEXT =
  "三门峡市住房保障中心2023年收入总计1001.90万元，支出总计（含“三公”经费）1001.90万元；与《2022年预算》相比，收入减少11.45%。";

test("no line begins with closing punctuation or ends with opening punctuation, at any width", () => {
  for (let width = 8; width < 40; width++) {
    for (const line of breakLines(textUnits(TEXT), measure, width)) {
      expect(line).not.toMatch(/^[，。；：、）》”%]/);
      expect(line).not.toMatch(/[（《“]$/);
    }
  }
});

test("punctuation stays with the figure it follows", () => {
  const units = unitsOf([
    { text: "收入（", whole: false },
    { text: "1001.90万元", whole: true },
    { text: "），占", whole: false },
    { text: "20.15%", whole: true },
    { text: "。", whole: false },
  ]);
  expect(units).toEqual(["收", "入", "（1001.90万元），", "占", "20.15%。"]);
});

test("a figure is not broken inside its unit", () => {
  expect(unitsOf([{ text: "12台（套）", whole: true }])).toEqual(["12台（套）"]);
});

test("a number is not parted from the character that counts it", () => {
  expect(textUnits("自2023年起按98号文拨付40万平方米")).toEqual(
    expect.arrayContaining(["2023年", "98号", "40万平"]),
  );
});

test("every line is as full as it can be, and none is wider than it may be", () => {
  const lines = breakLines(textUnits(TEXT), measure, 20, 18);
  expect(lines.join("")).toBe(TEXT);
  expect(measure(lines[0] ?? "")).toBeLessThanOrEqual(18);
  for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(20);
});

test("what is wider than a line is broken between characters and not lost", () => {
  const code = "411200230000000004110";
  const lines = breakLines(textUnits(code), measure, 4);
  expect(lines).toEqual(["41120023", "00000000", "04110"]);
});

test("a character wider than the line still prints", () => {
  expect(breakLines(textUnits("款项"), measure, 0.5)).toEqual(["款", "项"]);
});

test("spaces at the ends of lines are dropped", () => {
  expect(breakLines(textUnits("budget 2023 disclose"), measure, 4)).toEqual(["budget", "2023", "disclose"]);
});

test("a text of nothing has no lines", () => {
  expect(breakLines(textUnits(""), measure, 4)).toEqual([]);
});

test("titles break into lines of about equal length", () => {
  expect(breakEvenly(textUnits("国有资本经营预算拨款"), measure, 8)).toEqual(["国有资本经", "营预算拨款"]);
});

test("a paragraph shares the room before a figure among its lines, and loses nothing", () => {
  const units = unitsOf([
    { text: "预".repeat(35), whole: false },
    { text: "1234567890.12万元", whole: true },
    { text: "。".padEnd(9, "算"), whole: false },
  ]);
  const lines = breakParagraph(units, measure, 20, 18);
  expect(lines.map(measure)).toEqual([17, 18, 17.5]);
  expect(lines.join("")).toBe(units.join(""));
});

test("a paragraph without figures has full lines", () => {
  expect(breakParagraph(textUnits("预".repeat(50)), measure, 20, 18).map(measure)).toEqual([18, 20, 12]);
});

test("a paragraph's unit that is wider than a line is broken", () => {
  expect(breakParagraph(["4112002300000000"], measure, 4, 3)).toEqual(["411200", "23000000", "00"]);
  expect(breakParagraph(["款", "项"], measure, 0.5, 0.5)).toEqual(["款", "项"]);
});

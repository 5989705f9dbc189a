import { expect, test } from "@jest/globals";
import { type LineGroup, paginate } from "../../src/render/layout/pagination.js";
import type { SetLine } from "../../src/render/layout/set-line.js";

const PITCH = 29;

function line(below = 0): SetLine {
  return { kind: "line", runs: [], size: 16, pitch: PITCH, left: 0, below, parts: [] };
}

function text(lines: number): LineGroup {
  return { isHeading: false, lines: Array.from({ length: lines }, () => line()) };
}

const heading: LineGroup = { isHeading: true, lines: [line()] };

function pageLengths(...passages: LineGroup[]): number[] {
  return paginate(passages, 10 * PITCH).map((page) => page.length);
}

test("22 lines of 29 pt fit into 225 mm", () => {
  expect(paginate([text(44)], (225 * 72) / 25.4).map((page) => page.length)).toEqual([22, 22]);
});

test("no heading ends a page", () => {
  expect(pageLengths(text(9), heading, text(4))).toEqual([9, 5]);
});

test("a heading takes two lines of what follows along", () => {
  expect(pageLengths(text(8), heading, text(4))).toEqual([8, 5]);
  expect(pageLengths(text(7), heading, text(4))).toEqual([10, 2]);
  expect(pageLengths(text(8), heading, text(1), text(4))).toEqual([8, 6]);
});

test("headings one below the other stay together", () => {
  expect(pageLengths(text(7), heading, heading, text(4))).toEqual([7, 6]);
});

test("no paragraph leaves a single line at a page's end or top", () => {
  expect(pageLengths(text(9), text(4))).toEqual([9, 4]);
  expect(pageLengths(text(7), text(4), text(4))).toEqual([9, 6]);
  expect(pageLengths(text(8), text(3), text(4))).toEqual([8, 7]);
});

test("no page holds a single line", () => {
  expect(pageLengths(text(11))).toEqual([9, 2]);
  expect(pageLengths(...Array.from({ length: 11 }, () => text(1)))).toEqual([9, 2]);
});

test("space under the last line of a page does not count", () => {
  expect(paginate([{ isHeading: false, lines: [line(), line(100)] }], 2 * PITCH)).toHaveLength(1);
});

test("nothing is lost where the rules cannot be kept", () => {
  expect(pageLengths(...Array.from({ length: 25 }, () => heading))).toEqual([10, 10, 5]);
  expect(paginate([text(3)], 1)).toHaveLength(3);
});

test("nothing makes no page", () => {
  expect(paginate([], 100)).toEqual([]);
});

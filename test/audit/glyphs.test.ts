import { expect, test } from "@jest/globals";
import { rowsOf } from "../../src/extract/word-rows.js";

/** A line of glyphs in type of 10 pt, each so wide, and so far behind the one before. */
function line(...glyphs: readonly (readonly [text: string, width: number, step: number])[]) {
  let left = 0;
  return glyphs.map(([text, width, step]) => {
    left += step;
    return { text, left, right: left + width, base: 100, size: 10 };
  });
}

test("bold type that is drawn twice is read once", () => {
  expect(rowsOf(line(["预", 10, 0], ["预", 10, 0.4], ["算", 10, 9.6], ["算", 10, 0.4]))[0]?.text).toBe(
    "预算",
  );
  expect(rowsOf(line(["1", 5, 0], ["1", 5, 0.3], ["1", 5, 4.7], ["1", 5, 0.3]))[0]?.text).toBe("11");
});

test("two apostrophes side by side are two", () => {
  expect(rowsOf(line(["'", 1.8, 0], ["'", 1.8, 1.8]))[0]?.text).toBe("''");
});

import { RegExpParser } from "@eslint-community/regexpp";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { analyse } from "scslre";
import { growthOf, LINEAR, PIECES, readOnce } from "./pieces.js";
import { patternsUsed, stopCounting } from "./steps.js";

/** All of them are tried where there is more time. */
const EVERY = 12;

beforeAll(readOnce);
afterAll(stopCounting);

test.each(PIECES.filter((_, index) => index % EVERY === 0))(
  "%s, many times over, is read in steps that grow as the text does",
  (piece) => {
    expect(growthOf(piece)).toBeLessThan(LINEAR);
  },
);

test("no pattern of a rule takes more than linear time, whatever the text", () => {
  const parser = new RegExpParser();
  const patterns = patternsUsed();
  expect(patterns.length).toBeGreaterThan(50);
  const slow = patterns.filter(({ source, flags: written }) => {
    const pattern = parser.parsePattern(source, 0, source.length, { unicode: written.includes("u") });
    return analyse({ pattern, flags: parser.parseFlags(written) }).reports.length > 0;
  });
  expect(slow.map(({ source }) => source)).toEqual([]);
});

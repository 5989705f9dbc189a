import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { growthOf, LINEAR, PIECES, readOnce } from "./pieces.js";
import { stopCounting } from "./steps.js";

beforeAll(readOnce);
afterAll(stopCounting);

test.each(PIECES)("%s, many times over, is read in steps that grow as the text does", (piece) => {
  expect(growthOf(piece)).toBeLessThan(LINEAR);
});

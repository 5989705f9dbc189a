import { describe, expect, test } from "@jest/globals";
import { judge, type Verdict } from "../../../src/check/reasons/judge.js";
import { ASKED_BACK, REFUSED, TRUE } from "./reasons.js";

const EXPECTED: readonly (readonly [string, Verdict, typeof TRUE])[] = [
  ["true: nothing is said", undefined, TRUE],
  ["nothing but saving: refused", "opposite", REFUSED],
  ["false otherwise: asked back", "doubtful", ASKED_BACK],
];

describe.each(EXPECTED)("%s", (_, verdict, rows) => {
  test.each(rows)("%s: %s", (direction, reason, measure = "支出总计") => {
    expect(judge(reason, { rises: direction === "增加", measure, lastYear: 2023 })).toBe(verdict);
  });
});

import { expect, test } from "@jest/globals";
import { openBooks } from "../../src/derive/books.js";
import { GAP } from "../../src/model/gap.js";
import type { Books, LedgerLine } from "../../src/model/ledger.js";
import { quantity } from "../../src/money/money.js";

const place = { file: "", line: 1, column: 1, length: 1, excerpt: "" };

let looks = 0;

/** A line of a unit; how often the lines are looked at is counted. */
function lineOf(unit: string, unsaid?: LedgerLine["unsaid"]): LedgerLine {
  const dimensions = { 单位: unit, 资金来源: "其他收入" };
  const line = {
    account: "收入" as const,
    amount: quantity("1"),
    label: unit,
    place,
    ...(unsaid && { unsaid }),
  };
  return {
    ...line,
    get dimensions() {
      looks += 1;
      return dimensions;
    },
  };
}

function booksOf(lines: readonly LedgerLine[]): Books {
  return openBooks({ lines, labels: {} }, new Map(), undefined, new Map());
}

function looksFor(units: number): number {
  const codes = Array.from({ length: units }, (_, index) => String(index));
  looks = 0;
  const books = booksOf(codes.flatMap((code) => [lineOf(code), lineOf(code)]));
  for (const code of codes) {
    const found = books.lines(["收入"], { 单位: code }, { 资金来源: "其他收入" });
    expect(found.map(({ label }) => label)).toEqual([code, code]);
  }
  return looks;
}

test("each unit of a department is asked for in steps that do not grow with their number", () => {
  expect(looksFor(400)).toBe(4 * looksFor(100));
});

test("a line that may be any unit's is found for each", () => {
  const unsaid = [{ dimensions: ["单位" as const], place }];
  const books = booksOf([lineOf("1"), lineOf(GAP, unsaid), lineOf("2")]);
  expect(books.lines(["收入"], { 单位: "1" }).map(({ label }) => label)).toEqual(["1", GAP]);
  expect(books.lines(["收入"], { 单位: "2" }).map(({ label }) => label)).toEqual([GAP, "2"]);
});

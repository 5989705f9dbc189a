import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Changes, changeWords, compareYears } from "../../src/compose/change.js";
import type { Place } from "../../src/diagnostic/diagnostic.js";
import type { Budget } from "../../src/model/budget.js";
import { IN_PROSE, IN_TABLES } from "../../src/model/figure.js";
import type { Books, Figure } from "../../src/model/ledger.js";
import type { Measure } from "../../src/model/pack/measure.js";
import type { PackWords } from "../../src/model/pack/pack.js";
import type { Written } from "../../src/model/source.js";
import { standsFor } from "../../src/model/wording.js";
import { digits, quantity } from "../../src/money/money.js";

const PLACE: Place = { file: "data/1/2023.yaml", line: 1, column: 1, length: 1, excerpt: "" };
const MEASURE: Measure = {
  kind: "sum",
  name: "收入",
  says: "",
  place: () => PLACE,
  unit: "元",
  account: "收入",
  where: {},
};
const written = (text: string): Written => standsFor(text, () => PLACE);
const WORDS = {
  increase: { amount: written("增加"), rate: written("增长") },
  decrease: { amount: written("减少"), rate: written("下降") },
  unchanged: written("持平"),
  noBase: written("上年无该预算，不计算增长率"),
} as PackWords;

function figure(amount: string): Figure {
  return { amount: quantity(amount), unit: "元", decimals: 2, measure: "收入", lines: [] };
}

/** Comparisons of one measure: this year's amount with last year's, both in 元, and the reason given. */
function compared(now: string, before: string | undefined, reason?: string): Changes {
  const books = { figure: () => figure(now), lastYear: () => before && figure(before) } as unknown as Books;
  const reasons = new Map(reason ? [["收入", { value: written(reason), place: PLACE }]] : []);
  const budget = {
    reasons: { value: reasons, place: PLACE },
    lastYear: { place: PLACE },
  } as unknown as Budget;
  return compareYears(budget, books, {
    measures: new Map([[MEASURE.name, MEASURE]]),
    money: { prose: IN_PROSE, tables: IN_TABLES },
  });
}

function said(changes: Changes): string {
  const change = changes.of(MEASURE);
  if (change.kind === "unknown") return "";
  if (change.kind === "unchanged") return WORDS.unchanged.text;
  return changeWords(change, WORDS)
    .map((each) => ("text" in each ? each.text : digits(each.amount, each.decimals, false) + each.unit))
    .join("");
}

test.each([
  ["10018980.00", "11314000.00", "减少129.50万元，下降11.45%"],
  ["11314000.00", "10018980.00", "增加129.50万元，增长12.93%"],
  ["0.00", "50000.00", "减少5.00万元，下降100.00%"],
  ["50000.00", "0.00", "增加5.00万元（上年无该预算，不计算增长率）"],
  ["0.00", "0.00", "持平"],
  ["156000.00", "312000.00", "减少15.60万元，下降50.00%"],
])("%s 元 after %s 元: %s", (now, before, expected) => {
  expect(said(compared(now, before))).toBe(expected);
});

test("amounts that are printed alike are 持平, whatever lies behind the print", () => {
  expect(said(compared("10000.00", "10049.99"))).toBe("持平");
});

describe("for any two amounts", () => {
  const fen = fc.integer({ min: 0, max: 10 ** 12 });
  const yuan = (amount: number): string =>
    `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;
  const hundredths = (amount: number): bigint => (BigInt(amount) + 5000n) / 10000n;

  test("the change is the difference of the printed amounts", () => {
    fc.assert(
      fc.property(fen, fen, (now, before) => {
        const change = compared(yuan(now), yuan(before)).of(MEASURE);
        const delta = hundredths(now) - hundredths(before);
        const size = delta < 0n ? -delta : delta;
        expect(change.kind).toBe(delta === 0n ? "unchanged" : delta > 0n ? "increase" : "decrease");
        if (change.kind === "unknown" || change.kind === "unchanged") return;
        expect(digits(change.amount.amount, 2, false).replace(".", "")).toBe(String(size).padStart(3, "0"));
      }),
    );
  });

  test("there is a percentage exactly where last year is printed as something", () => {
    fc.assert(
      fc.property(fen, fen, (now, before) => {
        const change = compared(yuan(now), yuan(before)).of(MEASURE);
        if (change.kind === "unknown" || change.kind === "unchanged") return;
        expect(change.rate === undefined).toBe(hundredths(before) === 0n);
      }),
    );
  });
});

describe("reasons", () => {
  const codes = (changes: Changes): string[] => changes.problems().map((each) => each.code);

  test("a change without a reason is an error", () => {
    const changes = compared("2.00", "1.00");
    changes.reasonFor(MEASURE);
    expect(codes(changes)).toEqual(["口径/缺少原因"]);
  });

  test("a reason for what did not change is an error at the reason", () => {
    const changes = compared("1.00", "1.00", "加强管理");
    changes.of(MEASURE);
    expect(codes(changes)).toEqual(["口径/多余原因"]);
    expect(changes.problems()[0]?.place).toBe(PLACE);
  });

  test("a change with its reason is no error", () => {
    const changes = compared("2.00", "1.00", "加强管理");
    expect(changes.reasonFor(MEASURE)?.text).toBe("加强管理");
    expect(codes(changes)).toEqual([]);
  });

  test("a comparison without last year's figure is one error, however often it is made", () => {
    const changes = compared("2.00", undefined);
    expect([said(changes), said(changes)]).toEqual(["", ""]);
    expect(codes(changes)).toEqual(["口径/上年数"]);
  });
});

import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { openBooks } from "../../src/derive/books.js";
import { DIMENSION_VALUES, natureOf } from "../../src/model/dimensions.js";
import type { LedgerLine, Selection, Where } from "../../src/model/ledger.js";
import { compareRegions, regionOf } from "../../src/model/query.js";
import { quantity } from "../../src/money/money.js";

const place = { file: "", line: 1, column: 1, length: 1, excerpt: "" };

type Dimensions = LedgerLine["dimensions"];

/** Every one of some with every one of others. */
function each<A extends object, B extends object>(
  some: readonly A[],
  others: readonly B[],
): readonly (A & B)[] {
  return some.flatMap((one) => others.map((other) => ({ ...one, ...other })));
}

const projects = each(
  ["是", "否"].map((绩效评价) => ({ 绩效评价 })),
  ["甲", "乙", "丙"].map((项目) => ({ 项目 })),
);
const kinds = DIMENSION_VALUES.类别.flatMap((kind): readonly Dimensions[] => {
  const own = { 类别: kind, ...natureOf(kind) };
  return own.支出性质 === "项目支出" ? each([own], projects) : [own];
});
/** Codes that the conditions below name, and some beside each of them. */
const functions = ["2080505", "2080599", "2080101", "2080199", "2089901", "2210106"].map((code) => ({
  功能类: code.slice(0, 3),
  功能款: code.slice(0, 5),
  功能科目: code,
}));
const funds = each(
  ["是", "否"].map((财政拨款) => ({ 财政拨款 })),
  ["一般公共预算", "政府性基金预算", "其他收入"].map((资金来源) => ({ 资金来源 })),
);
const years = ["本年", "上年结转"].map((年份来源) => ({ 年份来源 }));

/** A line of every sort that the conditions can tell apart. */
const lines = [
  ...each(each(funds, years), each<Dimensions, Dimensions>(kinds, functions)).map((dimensions) =>
    lineOf("支出", dimensions),
  ),
  ...each(each(funds, years), functions).map((dimensions) => lineOf("收入", dimensions)),
  ...funds.map((dimensions) => lineOf("年终结转", dimensions)),
];
const books = openBooks({ lines, labels: {} }, new Map(), undefined, new Map());

function lineOf(account: LedgerLine["account"], dimensions: Dimensions): LedgerLine {
  return { account, dimensions, amount: quantity("1"), label: "", place };
}

const linesOf = ({ accounts, conditions }: Selection): ReadonlySet<LedgerLine> =>
  new Set(books.lines(accounts, ...conditions));

const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 });
const conditions: fc.Arbitrary<Where> = fc.record(
  {
    财政拨款: some(DIMENSION_VALUES.财政拨款),
    资金来源: some(["一般公共预算", "政府性基金预算"]),
    年份来源: some(DIMENSION_VALUES.年份来源),
    功能类: fc.constant("208"),
    功能款: some(["20805", "20801"]),
    功能科目: some(["2080505", "2080101"]),
    类别: some(DIMENSION_VALUES.类别),
    经费性质: some(DIMENSION_VALUES.经费性质),
    支出性质: some(DIMENSION_VALUES.支出性质),
    绩效评价: some(DIMENSION_VALUES.绩效评价),
    项目: some(["甲", "乙"]),
  },
  { requiredKeys: [] },
);
const selections: fc.Arbitrary<Selection> = fc.record({
  accounts: fc.subarray(["支出", "收入", "年终结转"] as const, { minLength: 1 }),
  conditions: fc.array(
    fc.tuple(conditions, fc.nat()).map(([where, pick]): Where => {
      const entries = Object.entries(where);
      const chosen = entries[pick % Math.max(entries.length, 1)];
      return chosen ? Object.fromEntries([chosen]) : {};
    }),
    { maxLength: 3 },
  ),
});

function isSubset(one: ReadonlySet<LedgerLine>, other: ReadonlySet<LedgerLine>): boolean {
  return [...one].every((line) => other.has(line));
}

test("regions lie to each other as the lines that are selected of a ledger with lines of every sort", () => {
  fc.assert(
    fc.property(selections, selections, (one, other) => {
      const [mine, others] = [regionOf([one]), regionOf([other])];
      const [a, b] = [linesOf(one), linesOf(other)];
      expect([mine === undefined, others === undefined]).toEqual([a.size === 0, b.size === 0]);
      if (!mine || !others) return;
      const found = compareRegions(mine, others);
      const lies = [found.wider.length === 0, found.narrower.length === 0];
      expect(lies).toEqual([isSubset(a, b), isSubset(b, a)]);
    }),
    { numRuns: 1000 },
  );
});

import { groupedBy } from "../../model/groups.js";
import type { Account, Books, Dimension } from "../../model/ledger.js";
import type { StatutoryFigure } from "../../model/pack/measure.js";
import { digits, inUnit, percentage, type Quantity, sum, ZERO } from "../../money/money.js";
import { booksBefore } from "../../work/gates.js";
import type { TwoYears, YearsRow, YearsTable } from "../protocol.js";
import type { Composed } from "./opened.js";

/** What comes to so much this year, and came to so much last year where that is known. */
interface Pair {
  readonly name: string;
  readonly now: Quantity | undefined;
  readonly before: Quantity | undefined;
}

const TOTALS: readonly StatutoryFigure[] = [
  ...(["收入总计", "支出总计", "基本支出", "项目支出", "人员经费", "公用经费", "机关运行经费"] as const),
];
const THREE_PUBLIC: readonly StatutoryFigure[] = [
  ...(["三公经费", "因公出国境费", "公务接待费", "公务用车购置费", "公务用车运行维护费"] as const),
];

/** Two years of a disclosure side by side, for a look whether the year is plausible. */
export function twoYears(composed: Composed): TwoYears {
  const { disclosure, books } = composed;
  const before = booksBefore(composed.disclosure);
  const tables: readonly (readonly [title: string, pairs: readonly Pair[]])[] = [
    ["总数", statutory(TOTALS, composed)],
    ["收入", byDimension("收入", "资金来源", books, before)],
    ["支出，按功能分类的类", byDimension("支出", "功能类", books, before)],
    ["“三公”经费", statutory(THREE_PUBLIC, composed)],
    ["项目", byDimension("支出", "项目", books, before, withoutYear)],
  ];
  return {
    year: disclosure.year.budget.year,
    tables: tables.flatMap(([title, pairs]) => (pairs.length > 0 ? [tableOf(title, pairs)] : [])),
    remarks: before
      ? []
      : ["没有上年的数据文件：按资金来源、功能科目和项目比不了，总数用的是数据的“上年”里写的"],
  };
}

/** Figures that rules know, where the format has measures of them. */
function statutory(names: readonly StatutoryFigure[], { disclosure, books }: Composed): readonly Pair[] {
  return names.flatMap((name) => {
    const measure = disclosure.pack.statutory.get(name);
    if (!measure) return [];
    const [now, before] = [books.figure(measure).amount, books.lastYear(measure)?.amount];
    return now.isZero() && (before?.isZero() ?? true) ? [] : [{ name: measure.name, now, before }];
  });
}

/** The lines of an account by what they are of; what is called alike in both years is one. */
function byDimension(
  account: Account,
  dimension: Dimension,
  books: Books,
  before: Books | undefined,
  sameName = (name: string): string => name,
): readonly Pair[] {
  const years = [books, before].map((each) => each && namedSums(account, dimension, each, sameName));
  const [now, then] = years;
  const keys = new Set([...(now?.keys() ?? []), ...(then?.keys() ?? [])]);
  return [...keys].map((key) => {
    const [own, old] = [now?.get(key), then?.get(key)];
    const known = before && (old?.amount ?? ZERO);
    return { name: own?.name ?? old?.name ?? key, now: own?.amount ?? ZERO, before: known };
  });
}

function namedSums(account: Account, dimension: Dimension, books: Books, sameName: (name: string) => string) {
  const names = books.ledger.labels[dimension];
  const nameOf = (value: string): string => names?.get(value)?.name.text ?? value;
  const lines = books.lines([account]).filter(({ dimensions }) => dimensions[dimension] !== undefined);
  const groups = groupedBy(lines, ({ dimensions }) => sameName(nameOf(dimensions[dimension] ?? "")));
  return new Map(
    [...groups].map(([key, [first, ...others]]) => {
      const amount = sum([first, ...others].map((line) => line.amount));
      return [key, { name: nameOf(first.dimensions[dimension] ?? ""), amount }] as const;
    }),
  );
}

/** A project that goes on has the year in its name. */
function withoutYear(name: string): string {
  return name.replace(/20\d\d年?度?/g, "");
}

/** Bars are told in thousandths of the longest. */
const LONGEST = 1000;

function tableOf(title: string, pairs: readonly Pair[]): YearsTable {
  const amounts = pairs.flatMap(({ now = ZERO, before = ZERO }) => [now.abs(), before.abs()]);
  const most = amounts.reduce((one, other) => (other.gt(one) ? other : one), ZERO);
  const bar = (amount: Quantity): number =>
    most.isZero() ? 0 : Number(digits(amount.abs().dividedBy(most).times(LONGEST), 0, false));
  return {
    title,
    rows: pairs.map(({ name, now = ZERO, before }): YearsRow => {
      return {
        name,
        now: inMyriads(now),
        before: before && inMyriads(before),
        bars: [bar(now), before && bar(before)],
        change: changeOf(now, before),
      };
    }),
  };
}

/** To the hundred 元: it is looked at, and not calculated with. */
function inMyriads(amount: Quantity): string {
  return digits(inUnit(amount, "万元"), 2, true);
}

function changeOf(now: Quantity, before: Quantity | undefined): string {
  if (!before) return "";
  const change = now.minus(before);
  if (change.isZero()) return "持平";
  const rate = percentage(change, before);
  const sign = change.isPositive() ? "+" : "−";
  if (!rate) return "上年没有";
  return now.isZero() ? "今年没有" : `${sign}${digits(rate.abs(), 1, false)}%`;
}

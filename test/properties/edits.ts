import type { Place } from "../../src/diagnostic/diagnostic.js";
import type { Budget } from "../../src/model/budget.js";
import type { LedgerLine } from "../../src/model/ledger.js";
import type { Composed } from "./composed.js";
import { written } from "./money.js";

/** An amount of the data written differently. */
export interface Edit {
  readonly place: Place;
  /** as it is read: in 分, or in pieces */
  readonly before: bigint;
  readonly by: bigint;
  readonly counted: "分" | "件";
}

/** Edits that leave the budget as valid as it was, made at once, but for the reasons of what now differs from last year. */
export interface Mutation {
  readonly name: string;
  readonly edits: readonly Edit[];
}

const ALONE: readonly string[] = ["政府采购", "国有资产", "专项转移支付", "版式事项"];

/** What formats ask of units, but print of departments alone. */
export const UNPRINTED: readonly string[] = ["面向小微企业预留"];

/** In 分, enough to be seen in the last printed digit of every sum. */
const MORE = 1_234_567n;

/**
 * Each amount of the data changed: money that is spent or kept together with what was received of it, or with what is
 * spent less of it; what last year's total sums up together with the total; all others singly.
 */
export function mutationsOf({ budget, ledger }: Composed): readonly Mutation[] {
  const { lines } = ledger;
  const used = lines.filter(({ account }) => account === "支出" || account === "年终结转");
  const basic = used.filter(({ dimensions }) => dimensions.支出性质 === "基本支出");
  const alone = lines.filter(
    ({ account, dimensions }) =>
      ALONE.includes(account) && !UNPRINTED.some((each) => each === dimensions.事项),
  );
  return [
    ...used.map((line) => received(line, lines)),
    ...shifts(basic, lines),
    ...alone.map((line) => ({ name: named(line), edits: [editOf(line)] })),
    ...[...budget.lastYear.figures.keys()].map((name) => ofLastYear(name, budget)),
  ];
}

/** More spent, and as much more received of the same money. */
function received(line: LedgerLine, lines: readonly LedgerLine[]): Mutation {
  return { name: `${named(line)}与收入`, edits: [editOf(line), editOf(sourceOf(line, lines))] };
}

/** Where it was received by function, what is kept is of any. */
function sourceOf(line: LedgerLine, lines: readonly LedgerLine[]): LedgerLine {
  const source = lines.find(
    (each) => each.account === "收入" && isSameMoney(each, line) && isSameFunction(each, line),
  );
  if (!source) throw new Error(`${named(line)}没有相应的收入`);
  return source;
}

/** How many lines stand between those that are shifted: as many as there are would take long. */
const STEP = 3;

/** A quarter of one expenditure spent on the next of the same money. Projects cost what their targets say. */
function shifts(basic: readonly LedgerLine[], lines: readonly LedgerLine[]): readonly Mutation[] {
  return basic.flatMap((line, index) => {
    if (index % STEP > 0) return [];
    const source = sourceOf(line, lines);
    const other = basic.slice(index + 1).find((each) => sourceOf(each, lines) === source);
    if (!other) return [];
    const [from, to] = [editOf(line), editOf(other)];
    const by = from.before / 4n;
    const edits = [
      { ...from, by: -by },
      { ...to, by },
    ];
    return [{ name: `${named(line)}改为${named(other)}`, edits }];
  });
}

/** What must change with an amount of last year: both sides of its balance, or a total and one of its parts. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  收入总计: ["支出总计"],
  支出总计: ["收入总计"],
  财政拨款收入: ["财政拨款支出", "一般公共预算拨款支出"],
  财政拨款支出: ["财政拨款收入", "一般公共预算拨款支出"],
  一般公共预算拨款支出: ["财政拨款收入", "财政拨款支出"],
  政府性基金拨款支出: ["财政拨款收入", "财政拨款支出"],
  国有资本经营预算拨款支出: ["财政拨款收入", "财政拨款支出"],
  三公经费: ["公务接待费"],
  因公出国境费: ["三公经费"],
  公务接待费: ["三公经费"],
  公务用车购置费: ["公务用车购置及运行费", "三公经费"],
  公务用车运行费: ["公务用车购置及运行费", "三公经费"],
  公务用车购置及运行费: ["公务用车运行费", "三公经费"],
  公务用车运行维护费: ["三公经费"],
};

function ofLastYear(name: string, { lastYear }: Budget): Mutation {
  const names = [name, ...(TOGETHER[name] ?? [])].filter((each) => lastYear.figures.has(each));
  const edits = names.flatMap((each) => {
    const figure = lastYear.figures.get(each);
    return figure ? [more(figure.place, figure.value.toFixed(2))] : [];
  });
  return { name: `上年 ${names.join("与")}`, edits };
}

/** What is left at the end of the year is of no year. */
function isSameMoney({ dimensions: a }: LedgerLine, { dimensions: b }: LedgerLine): boolean {
  const isSameYear = !a.年份来源 || !b.年份来源 || a.年份来源 === b.年份来源;
  return isSameYear && a.资金来源 === b.资金来源 && a.财政拨款 === b.财政拨款;
}

function isSameFunction({ dimensions: a }: LedgerLine, { dimensions: b }: LedgerLine): boolean {
  return !a.功能科目 || !b.功能科目 || a.功能科目 === b.功能科目;
}

function named({ account, label, place }: LedgerLine): string {
  return `第${place.line}行${account} ${label}`;
}

function editOf({ account, amount, unit = "元", place }: LedgerLine): Edit {
  if (account !== "国有资产" && unit === "元") return more(place, amount.toFixed(2));
  return { place, before: BigInt(amount.toFixed(0)), by: 1n, counted: "件" };
}

function more(place: Place, yuan: string): Edit {
  return { place, before: BigInt(yuan.replace(".", "")), by: MORE, counted: "分" };
}

/** The text with the edits made in it. */
export function edited(text: string, { edits }: Mutation): string {
  const lines = text.split("\n");
  const fromTheRight = [...edits].sort((a, b) => b.place.column - a.place.column);
  for (const { place, before, by, counted } of fromTheRight) {
    const characters = [...(lines[place.line - 1] ?? "")];
    const now = before + by;
    characters.splice(place.column - 1, place.length, counted === "分" ? written(now) : String(now));
    lines[place.line - 1] = characters.join("");
  }
  return lines.join("\n");
}

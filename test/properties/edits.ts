import type { Place } from "../../src/diagnostic.js";
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
  /** the 口径 whose amount of last year it is */
  readonly lastYear?: string;
}

/** Edits that leave the budget balanced where it was, made at once. */
export interface Mutation {
  readonly name: string;
  readonly edits: readonly Edit[];
}

/** In 分, enough to be seen in the last printed digit of every sum. */
const MORE = 1_234_567n;

/** Each amount of the data changed: money together with what balances it, all others singly. */
export function mutationsOf({ budget, ledger }: Composed): readonly Mutation[] {
  const { lines } = ledger;
  const used = lines.filter(({ account }) => account === "支出" || account === "年终结转");
  const alone = lines.filter(({ account }) => ["政府采购", "国有资产", "专项转移支付"].includes(account));
  const before = [...budget.lastYear.figures].map(([name, { place, value }]) => ({
    name: `上年 ${name}`,
    edits: [{ ...more(place, value.toFixed(2)), lastYear: name }],
  }));
  return [...used.map((line) => received(line, lines)), ...shifts(used), ...alone.map(single), ...before];
}

/** More spent, and as much more received of the same money. */
function received(line: LedgerLine, lines: readonly LedgerLine[]): Mutation {
  const source = lines.find((each) => each.account === "收入" && isSameMoney(each, line));
  if (!source) throw new Error(`${named(line)}没有相应的收入`);
  return { name: `${named(line)}与收入`, edits: [editOf(line), editOf(source)] };
}

/** How many lines stand between those that are shifted: as many as there are would take long. */
const STEP = 3;

/** A quarter of one expenditure spent on the next of the same money. */
function shifts(used: readonly LedgerLine[]): readonly Mutation[] {
  return used.flatMap((line, index) => {
    if (index % STEP > 0) return [];
    const other = used.slice(index + 1).find((each) => isSameMoney(each, line));
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

function single(line: LedgerLine): Mutation {
  return { name: named(line), edits: [editOf(line)] };
}

/** What is left at the end of the year is of no year. */
function isSameMoney({ dimensions: a }: LedgerLine, { dimensions: b }: LedgerLine): boolean {
  const isSameYear = !a.年份来源 || !b.年份来源 || a.年份来源 === b.年份来源;
  return isSameYear && a.资金来源 === b.资金来源 && a.财政拨款 === b.财政拨款;
}

function named({ account, label, place }: LedgerLine): string {
  return `第${place.line}行${account} ${label}`;
}

function editOf({ account, amount, place }: LedgerLine): Edit {
  if (account !== "国有资产") return more(place, amount.toFixed(2));
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

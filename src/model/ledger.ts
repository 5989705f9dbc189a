import type { Place } from "../diagnostic/diagnostic.js";
import type { Quantity, Unit } from "../money/money.js";
import type { Measure } from "./pack/measure.js";
import type { Written } from "./source.js";

/** The books a line can belong to. Money accounts are in 元. */
export const ACCOUNTS = [
  "收入",
  "支出",
  "年终结转",
  "政府采购",
  "国有资产",
  "专项转移支付",
  "总投资",
  "版式事项",
] as const;
export type Account = (typeof ACCOUNTS)[number];

/** Whether what is in the accounts is counted in pieces and not in 元. */
export function countsPieces(accounts: readonly Account[]): boolean {
  return accounts.every((account) => account === "国有资产");
}

/** What is known of a line of 支出 only: its codes, and what it is spent on. */
export const SPENDING_DIMENSIONS = [
  "功能类",
  "功能款",
  "功能科目",
  "经济类",
  "经济科目",
  "政府经济类",
  "政府经济科目",
  "类别",
  "经费性质",
  "支出性质",
  "项目",
  "绩效评价",
  "重点项目",
  "绩效目标",
  "未编制原因",
  "名称公开",
] as const;
/** What every line has: whose it is. */
export const UNIT_DIMENSIONS = ["单位性质", "单位"] as const;
const FUNDS = ["资金来源", "财政拨款", "年份来源"] as const;
const OTHERS = ["采购类型", "面向中小企业", "资产类型", "事项", "条目"] as const;
/** What is known of a line besides its amount. Each account uses some of them. */
export const DIMENSIONS = [...FUNDS, ...SPENDING_DIMENSIONS, ...OTHERS, ...UNIT_DIMENSIONS] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A condition on lines: each dimension named must have the value, or one of the values, given. */
export type Where = Readonly<Partial<Record<Dimension, string | readonly string[]>>>;

/** Lines of the accounts that meet every one of the conditions. */
export interface Selection {
  readonly accounts: readonly Account[];
  readonly conditions: readonly Where[];
  /** only lines of projects whose expenditure comes to at least the measure of this name */
  readonly projectsFrom?: string;
}

/** What a figure asks of the year's ledger: the lines of each selection, added up. */
export type Query = readonly Selection[];

/** An amount where the officer wrote it. */
export interface Entry {
  /** 元, or pieces in 国有资产 */
  readonly amount: Quantity;
  /** whether it has still to be filled in; it counts as nothing so long, and only in drafts */
  readonly gap?: true;
  /** whether that is only to choose among some values */
  readonly undecided?: true;
  /** what else of it has, whose values here are any; only in drafts */
  readonly unsaid?: readonly Unsaid[];
  readonly place: Place;
}

/** Dimensions of an entry that have still to be filled in, and where. */
export interface Unsaid {
  readonly dimensions: readonly Dimension[];
  readonly place: Place;
  /** the values that are possible, of the dimensions of which they are known, where it is only to choose among some */
  readonly undecided?: Candidates;
}

export type Candidates = Readonly<Partial<Record<Dimension, readonly string[]>>>;

/** What every figure is made of in the end. */
export interface WrittenAmount extends Entry {
  /** what a reader would call it */
  readonly label: string;
}

/** One fact of the year; a dimension that is not said yet is GAP, or UNDECIDED. Last year's figures, where they are written down and not computed, are no facts of it. */
export interface LedgerLine extends WrittenAmount {
  readonly account: Account;
  readonly dimensions: Readonly<Partial<Record<Dimension, string>>>;
  /** what it is counted in, where its account does not say that */
  readonly unit?: Unit;
  /** whether its codes go together as they usually do, for all that is known, and nobody has looked into it yet */
  readonly inferred?: true;
}

/** What formats print for an amount of exactly nothing, if not its digits. */
export type ZeroSign = "0" | "—" | "－" | "-" | "/" | "无";

/** A number as it will be printed: where it comes from, and how it is counted. */
export interface Figure {
  /** exact, counted in `unit`; rounded to `decimals` where it is printed */
  readonly amount: Quantity;
  readonly unit: Unit;
  readonly decimals: number;
  /** whether commas part its thousands, where that is not as it is usual in its place: in cells, not in sentences */
  readonly separators?: boolean | undefined;
  /** what it is printed as where it is exactly nothing, if not as digits with all decimals: a sign in cells alone */
  readonly zero?: ZeroSign | undefined;
  /** the name of the 口径, or how it was made of others */
  readonly measure: string;
  /** what it is the sum of, or, where it is derived, what the figures are sums of that it was computed from */
  readonly lines: readonly WrittenAmount[];
  /** what it asks for, where conditions say it: it may be the figure of a cell that asks for the same */
  readonly query?: Query | undefined;
  /** whether it is a difference or a share, computed from printed values */
  readonly derived?: true;
  /** what a difference is between */
  readonly compared?: { readonly now: Figure; readonly before: Figure };
  /** what a percentage was made of */
  readonly ratio?: { readonly part: Figure; readonly whole: Figure };
}

/** Code and name of a dimension's value, for labels, and where the code is written. */
export interface Label {
  readonly code: string;
  readonly name: Written;
  /** of a project, its 类别 */
  readonly kind?: Written;
  /** the format's own facts about it that are words, by name */
  readonly says?: Readonly<Record<string, Written | readonly Written[]>>;
  place(): Place;
}

/** The facts of one unit and year as lines, and what their codes are called. */
export interface Ledger {
  readonly lines: readonly LedgerLine[];
  /** every value that a dimension can have, by value; a dimension that is not here has only its lines' values */
  readonly labels: Readonly<Partial<Record<Dimension, ReadonlyMap<string, Label>>>>;
}

/** A ledger that answers by 口径, for this year and for the last. */
export interface Books {
  readonly ledger: Ledger;
  /** what belongs to one unit of a department, this year */
  ofUnit(code: string): Books;
  /** lines of the accounts that meet every one of the conditions, and as gaps those that may, once they are filled in */
  lines(accounts: readonly Account[], ...conditions: readonly Where[]): readonly LedgerLine[];
  /** what the measure comes to this year, in 元 or in pieces */
  figure(measure: Measure): Figure;
  /** what it came to last year; undefined where nobody has said it */
  lastYear(measure: Measure): Figure | undefined;
  /** the same of lines of the accounts that meet every one of the conditions, where they are not those of one unit's books */
  before(accounts: readonly Account[], ...conditions: readonly Where[]): Figure | undefined;
}

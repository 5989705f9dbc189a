import type { Account, Dimension, LedgerLine, Query, Where } from "../../model/ledger.js";
import { fenFrom, fenUpTo } from "../../money/money.js";
import type { PrintedCell } from "../printed/printed-cell.js";

export type Dimensions = LedgerLine["dimensions"];

/** An amount of money between two whole numbers of 分, both possible. */
export interface FenRange {
  readonly low: number;
  readonly high: number;
}

/** What a printed amount tells lines apart by: what cells of no such kind ask holds for all lines. */
export type Side = "function" | "economy" | "both" | "project" | "neither";

/** A printed amount as the lines of a ledger see it. */
export interface AskedCell {
  readonly cell: PrintedCell;
  readonly side: Side;
  readonly range: FenRange;
}

/** The accounts whose lines are amounts of the budget itself. */
const MONEY_ACCOUNTS: ReadonlySet<Account> = new Set<Account>(["收入", "支出", "年终结转"]);
const FUNCTIONS: ReadonlySet<Dimension> = new Set<Dimension>(["功能类", "功能款", "功能科目"]);
const ECONOMY: ReadonlySet<Dimension> = new Set<Dimension>([
  "经济类",
  "经济科目",
  "政府经济类",
  "政府经济科目",
]);
const OTHERS: ReadonlySet<Dimension> = new Set<Dimension>([
  "资金来源",
  "财政拨款",
  "年份来源",
  "类别",
  "经费性质",
  "支出性质",
  "项目",
  "单位",
  "单位性质",
]);

/** What a cell asks, where lines that are made of printed tables can say it; undefined of any other. */
export function asked(cell: PrintedCell): AskedCell | undefined {
  const dimensions = new Set(dimensionsOf(cell.query));
  const has = (some: ReadonlySet<Dimension>): boolean => [...some].some((each) => dimensions.has(each));
  const isKnown = [...dimensions].every((each) =>
    [FUNCTIONS, ECONOMY, OTHERS].some((some) => some.has(each)),
  );
  const isMoney = cell.query.every(({ accounts }) =>
    accounts.every((account) => MONEY_ACCOUNTS.has(account)),
  );
  if (!isKnown || !isMoney || cell.query.some(({ projectsFrom }) => projectsFrom !== undefined))
    return undefined;
  const isOfProject = dimensions.has("项目");
  if (isOfProject && has(ECONOMY)) return undefined;
  return { cell, side: sideOf(isOfProject, has(FUNCTIONS), has(ECONOMY)), range: fenOf(cell) };
}

function sideOf(isOfProject: boolean, isOfFunction: boolean, isOfEconomy: boolean): Side {
  if (isOfProject) return "project";
  if (isOfFunction) return isOfEconomy ? "both" : "function";
  return isOfEconomy ? "economy" : "neither";
}

/** Half up, the highest amount is printed as the next one, so it is none of these. */
function fenOf({ low, high }: PrintedCell): FenRange {
  const most = fenUpTo(high);
  return {
    low: Math.max(0, fenFrom(low)),
    high: high.eq(low) || !high.times(100).eq(most) ? most : most - 1,
  };
}

function dimensionsOf(query: Query): readonly Dimension[] {
  return query.flatMap(({ conditions }) =>
    conditions.flatMap((where) => Object.keys(where) as readonly Dimension[]),
  );
}

/** Every value that a query asks of a dimension. */
export function valuesIn(query: Query, dimension: Dimension): readonly string[] {
  return query.flatMap(({ conditions }) => conditions.flatMap((where) => [where[dimension] ?? []].flat()));
}

/** Every value that any of the cells asks of a dimension, in the order of codes. */
export function valuesAsked(all: readonly AskedCell[], dimension: Dimension): readonly string[] {
  return [...new Set(all.flatMap(({ cell }) => valuesIn(cell.query, dimension)))].sort();
}

/** Whether a query takes a line of an account. */
export function takes(query: Query, account: Account, dimensions: Dimensions): boolean {
  return query.some(
    ({ accounts, conditions }) =>
      accounts.includes(account) && conditions.every((where) => meets(where, dimensions)),
  );
}

function meets(where: Where, dimensions: Dimensions): boolean {
  for (const dimension in where) {
    const values = where[dimension as Dimension];
    const value = dimensions[dimension as Dimension];
    if (value === undefined) return false;
    if (typeof values === "string" ? value !== values : !values?.includes(value)) return false;
  }
  return true;
}

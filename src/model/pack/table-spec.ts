import type { MoneyUnit } from "../../money/money.js";
import type { MoneyStyle } from "../figure.js";
import type { Account, Dimension, Where } from "../ledger.js";
import type { Align, ComparedFigure, Orientation, Role, TableLooks } from "../report.js";
import type { Written } from "../source.js";
import type { AskedFact, WrittenFact } from "./asked-fact.js";
import type { Conditional, InFile, Listed } from "./written-pack.js";

interface TableFrame extends Listed {
  /** what stands above its title, where the format numbers its tables */
  readonly number?: Written;
  readonly title: Written;
  readonly orientation: Orientation;
  /** replaces the pack's 单位：万元 at the right above the table */
  readonly right?: Written;
  /** how its amounts are printed, where that is not as in the pack's other tables */
  readonly money?: WrittenMoney;
  readonly notes?: readonly Written[];
  /** what of its rows and columns looks otherwise than in the format's other tables */
  readonly looks?: Partial<TableLooks>;
  /** printed instead of nothing when the table has no figure */
  readonly emptyNote?: Written;
  /** whether it is left out when it has no figure */
  readonly onlyWithFigures?: "true";
}

/** How amounts are printed, as the pack's files say it: what is not said is as elsewhere. */
export interface WrittenMoney {
  readonly unit?: MoneyUnit;
  readonly decimals?: string;
  readonly separators?: "true" | "false";
}

/** What is written, and of what is not, what else holds. */
export function moneyStyle(written: WrittenMoney | undefined, otherwise: MoneyStyle): MoneyStyle {
  const { unit, decimals, separators } = written ?? {};
  return {
    unit: unit ?? otherwise.unit,
    decimals: decimals === undefined ? otherwise.decimals : Number(decimals),
    separators: separators === undefined ? otherwise.separators : separators === "true",
    zero: otherwise.zero,
  };
}

export type TableSpec = BalanceSpec | PivotSpec | TargetsSpec | ListSpec | FormSpec;

/** The accounts that a table shows lines of. */
export function accountsOf(spec: TableSpec | TableFile): readonly Account[] {
  switch (spec.layout) {
    case "balance":
      return spec.sides.flatMap(({ account, rows, totals }) => [
        account,
        ...[...rows, ...totals].flatMap((row) => row.account ?? []),
      ]);
    case "pivot":
      return [spec.account];
    case "targets":
      return ["支出"];
    case "list":
      return [COLLECTIONS[spec.of as Collection]?.account ?? "版式事项"];
    case "form":
      return [spec.account ?? "支出"];
  }
}

/** Whether all that a list shows in figures is counted, and not in money. */
export function countsOnly(
  spec: TableSpec | TableFile,
  facts: readonly WrittenFact[] | readonly AskedFact[],
): boolean {
  if (spec.layout !== "list") return false;
  const items = facts.flatMap((fact) => (fact.name === spec.of ? (fact.items ?? []) : []));
  const shown = fieldsIn(spec.columns);
  const kinds = items.filter(({ name }) => shown.includes(name)).map(({ kind }) => kind);
  return kinds.length > 0 && !kinds.includes("amount");
}

/** The fields that columns show as figures. */
function fieldsIn(columns: readonly (ColumnSpec | InFile<ColumnSpec>)[]): readonly string[] {
  return columns.flatMap(({ fact = [], children = [] }) => [...[fact].flat(), ...fieldsIn(children)]);
}

/** Two lists beside each other, their totals on the same rows. */
export interface BalanceSpec extends TableFrame {
  readonly layout: "balance";
  readonly sides: readonly BalanceSide[];
}

export interface BalanceSide {
  readonly header: Written;
  readonly account: Account;
  /** the first column is the rows' label, the others are figures */
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly BalanceRow[];
  /** at the foot, level with the other side's */
  readonly totals: readonly BalanceRow[];
}

export interface BalanceRow {
  readonly label: Written;
  readonly where?: Where;
  /** a row for every code of the dimension; `label` is a template of 序号, 代码 and 名称 */
  readonly each?: Dimension;
  /** names that this table prints instead of the code list's */
  readonly names?: Readonly<Record<string, Written>>;
  /** the account, where it is not the side's; several are added */
  readonly account?: Account | readonly Account[];
  /** whether it is left out when it has no figure; rows of codes are numbered as they come then */
  readonly onlyWithFigures?: "true";
  /** "within" rows repeat a part of another; "total" rows sum up parts, "grand" rows totals */
  readonly role?: Role;
}

/** Rows by classification, columns by condition. */
export interface PivotSpec extends TableFrame {
  readonly layout: "pivot";
  readonly account: Account;
  readonly where?: Where;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly PivotRow[];
}

export interface PivotRow extends RowsOfUnit {
  /** rows below each unit's, of its lines; only where `by` is 单位 alone */
  readonly rows?: readonly RowsOfUnit[];
}

export interface RowsOfUnit {
  /** words for the columns that show text, by what the column shows */
  readonly text?: Readonly<Record<string, Written>>;
  /** a row for every combination of values that the lines have */
  readonly by?: readonly Dimension[];
  /** a row more for every value of these, from the coarsest, that sums up the rows of its lines */
  readonly levels?: readonly Dimension[];
  /** whether those stand below what they sum up */
  readonly levelsLast?: "true";
  /** also the codes that the data wants listed without an amount */
  readonly listed?: "true";
}

/** Projects with their performance targets beside each other. */
export interface TargetsSpec extends TableFrame {
  readonly layout: "targets";
  readonly columns: readonly ColumnSpec[];
  /** words for the unit's own row */
  readonly unitRow: Readonly<Record<string, Written>>;
}

/** What every format has several of: the account, which of its lines, and the dimension that tells them apart. */
export const COLLECTIONS = {
  项目: { account: "支出", dimension: "项目", where: { 支出性质: "项目支出" } },
  专项转移支付: { account: "专项转移支付", dimension: "项目", where: {} },
  政府采购: { account: "政府采购", dimension: "采购类型", where: {} },
  国有资产: { account: "国有资产", dimension: "资产类型", where: {} },
} as const satisfies Readonly<
  Record<string, { readonly account: Account; readonly dimension: Dimension; readonly where: Where }>
>;

export type Collection = keyof typeof COLLECTIONS;

/** A row for each entry of a list: of one that the format asks, or of what every format has several of. */
export interface ListSpec extends TableFrame {
  readonly layout: "list";
  readonly of: string;
  readonly columns: readonly ColumnSpec[];
  /** fields of the entries, from the coarsest: above those that are alike in it stands a row that sums them up */
  readonly groups?: readonly string[];
  /** words for the row above all that sums them up */
  readonly totalRow?: Readonly<Record<string, Written>>;
}

/** Labels and what is said beside them in a grid whose rows divide it as they like; the whole, or one for each project. */
export interface FormSpec extends TableFrame {
  readonly layout: "form";
  readonly of?: "单位" | "项目";
  /** how many columns the grid has */
  readonly columns: string;
  readonly account?: Account;
  readonly rows: readonly FormRow[];
}

/** A row of cells; one for each of several, where it says of what. */
export interface FormLine {
  readonly cells: readonly FormCell[];
  readonly each?: string;
}

/** The same; or rows beside a label that goes over all of them. */
export interface FormRow extends Partial<FormLine> {
  readonly side?: Written;
  /** how many columns of the grid the label takes */
  readonly columns?: string;
  readonly rows?: readonly FormLine[];
}

export interface FormCell {
  /** how many columns of the grid it takes */
  readonly columns?: string;
  readonly align?: Align;
  readonly label?: Written;
  /** the name of what is shown in words */
  readonly text?: string;
  /** the figure of a measure, of lines, or of a fact */
  readonly measure?: string;
  readonly where?: Where;
  readonly fact?: string;
  /** whether those below each other that say the same are one */
  readonly merge?: "true";
}

/** A leaf shows text, a figure or an indicator; a node with children shows only its header. */
export interface ColumnSpec extends Conditional {
  readonly header: Written;
  readonly children?: readonly ColumnSpec[];
  readonly align?: Align;
  /** what of a row's value is shown: 功能科目.类, 经济科目.名称, 项目.编码, … */
  readonly text?: string;
  readonly where?: Where;
  /** which figure of those lines is shown, where it is not this year's */
  readonly shows?: ComparedFigure;
  /** the fact that a change is held against, where that is not last year's figure */
  readonly against?: string;
  /** the amount or count among the format's own facts that is shown of what the row is about; in a list, fields added up */
  readonly fact?: string | readonly string[];
  /** the kind of indicator and the field of it that is shown: 成本指标.三级指标 */
  readonly target?: string;
  /** "total" columns sum up the others of their group, "within" columns repeat a part of one */
  readonly role?: Role;
}

/** A table's and a term's file as they are written. */
export type TableFile = InFile<TableSpec>;

import type { Place } from "../../diagnostic/diagnostic.js";
import type { Quantity, Unit } from "../../money/money.js";
import type { Account, Dimension, Query, Where } from "../ledger.js";
import type { Written } from "../source.js";

/** 口径: a named query of the ledger. */
export type Measure = SumMeasure | CountMeasure | TotalMeasure | ConstantMeasure;

/** Figures that rules know, whatever a format calls them: a measure says which of them it is. */
export const STATUTORY_FIGURES = [
  ...["收入总计", "收入合计", "上年结转结余"],
  ...["支出总计", "支出合计", "年终结转结余"],
  ...["基本支出", "项目支出", "人员经费", "公用经费"],
  ...["一般公共预算支出", "一般公共预算的基本支出", "一般公共预算的项目支出"],
  ...["一般公共预算财政拨款支出", "财政拨款基本支出", "财政拨款人员经费", "财政拨款公用经费"],
  ...["三公经费", "因公出国境费", "公务接待费"],
  ...["公务用车购置及运行费", "公务用车购置费", "公务用车运行维护费"],
  "机关运行经费",
  ...["政府采购预算", "政府采购货物预算", "政府采购工程预算", "政府采购服务预算", "面向中小企业预留"],
  ...["绩效评价项目支出", "重点项目支出", "大额项目支出"],
  ...["车辆", "机要通信用车", "应急保障用车", "执法执勤用车"],
  ...["以前种类的车辆", "特种专业技术用车", "其他用车"],
] as const;

export type StatutoryFigure = (typeof STATUTORY_FIGURES)[number];

interface Named {
  readonly name: string;
  readonly statutory?: StatutoryFigure;
  /** what it is called in print, where that is not its name */
  readonly label?: Written;
  /** what it means, in the officer's words */
  readonly says: string;
  /** where the pack defines it */
  place(): Place;
}

/** Of the lines of an account that meet a condition. */
interface OfLines extends Named {
  readonly unit: Unit;
  readonly account: Account;
  readonly where: Where;
  /** only lines of projects whose expenditure comes to at least this measure */
  readonly projectsFrom?: string;
}

/** The sum of those lines. */
export interface SumMeasure extends OfLines {
  readonly kind: "sum";
  /** of an item of a list, which of its values it is, so that what it is compared with can be of the same */
  readonly item?: Where;
}

/** How many values of a dimension those lines have. */
export interface CountMeasure extends OfLines {
  readonly kind: "count";
  readonly of: Dimension;
}

export interface TotalMeasure extends Named {
  readonly kind: "total";
  readonly of: readonly string[];
}

/** An amount that the format itself sets, such as a threshold. */
export interface ConstantMeasure extends Named {
  readonly kind: "constant";
  /** 元 */
  readonly value: Quantity;
}

export type Measures = ReadonlyMap<string, Measure>;

/** What a measure asks for; undefined of those that count, or name an amount. */
export function queryOf(measures: Measures, measure: Measure): Query | undefined {
  switch (measure.kind) {
    case "sum": {
      const { account, where, projectsFrom } = measure;
      const size = projectsFrom === undefined ? {} : { projectsFrom };
      return [{ accounts: [account], conditions: [where], ...size }];
    }
    case "total": {
      const parts = measure.of.map((name) => queryOf(measures, namedMeasure(measures, name)));
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    case "count":
    case "constant":
      return undefined;
  }
}

/** The measure of a name that was checked against the pack. */
export function namedMeasure(measures: Measures, name: string): Measure {
  const measure = measures.get(name);
  if (!measure) throw new Error(`measure ${name} was not checked against the pack`);
  return measure;
}

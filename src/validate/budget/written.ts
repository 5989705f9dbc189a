import type { RESTATED, TargetKind, UnitKind } from "../../model/budget.js";
import type { BASIC_KINDS, PROJECT_KINDS, ValueOf } from "../../model/dimensions.js";
import type { Plain, Source } from "../../model/source.js";

/** The data file as the officer writes it, once schemas/budget.schema.json has accepted it. */
export interface WrittenBudget {
  readonly 版式: string;
  readonly 年度: string;
  readonly 单位: WrittenUnit;
  readonly 新设单位?: "是" | "否";
  readonly 汇总单位?: readonly string[];
  readonly 收入: readonly WrittenFund[];
  readonly 基本支出: readonly (WrittenLine & { readonly 类别: (typeof BASIC_KINDS)[number] })[];
  readonly 列示科目?: readonly string[];
  readonly 科目名称?: Readonly<Record<string, string>>;
  readonly 项目: readonly WrittenProject[];
  readonly 年终结转?: readonly Omit<WrittenFund, "年份来源">[];
  readonly 政府采购?: readonly WrittenProcurement[];
  readonly 国有资产: Readonly<
    Record<Exclude<ValueOf<"资产类型">, VehicleKind>, string> & Partial<Record<VehicleKind, string>>
  >;
  readonly 专项转移支付?: readonly { readonly 名称: string; readonly 金额: string }[];
  readonly 上年?: Readonly<Record<string, string>>;
  readonly 上年口径?: typeof RESTATED;
  readonly 原因?: Readonly<Record<string, string>>;
  readonly 标准?: readonly string[];
  readonly 已核对?: readonly string[];
  readonly 公开日期?: string;
  /** with 公开日期 in it, as older data has it */
  readonly 更正?: { readonly 公开日期?: string; readonly 更正日期: string; readonly 原因: string };
}

/** The kinds that one of two lists has: the one of today, the one before. */
type VehicleKind = "机要通信用车" | "应急保障用车" | "执法执勤用车" | "一般公务用车" | "一般执法执勤用车";

type UnitLevel = "中央" | "省级" | "市级" | "县级" | "区级" | "乡级";

export interface WrittenUnit {
  readonly 代码: string;
  readonly 原代码?: string;
  readonly 名称: string;
  readonly 性质: UnitKind;
  readonly 级次?: UnitLevel;
  readonly 主要职责: string;
  readonly 内设机构: readonly string[] | WrittenWithheld;
  readonly 下属单位?: readonly string[];
}

/** Stands in place of what must not become public, which is not written at all: records hold all that is. */
export interface WrittenWithheld {
  readonly 不公开: "涉及国家秘密";
}

export interface WrittenFund {
  readonly 资金来源: ValueOf<"资金来源">;
  readonly 财政拨款: ValueOf<"财政拨款">;
  readonly 年份来源?: ValueOf<"年份来源">;
  readonly 金额: string;
}

export interface WrittenLine extends WrittenFund {
  readonly 功能科目: string;
  readonly 经济科目: string;
  readonly 政府经济科目?: string;
  readonly 按对应?: "是";
}

export interface WrittenProject {
  readonly 编码: string;
  readonly 名称: string | WrittenWithheld;
  readonly 类别: (typeof PROJECT_KINDS)[number];
  readonly 绩效评价?: ValueOf<"绩效评价">;
  readonly 重点项目?: ValueOf<"重点项目">;
  readonly 总投资?: string;
  readonly 支出: readonly WrittenLine[];
  readonly 绩效目标: Readonly<Partial<Record<TargetKind, readonly WrittenTarget[]>>> &
    Partial<WrittenWithheld> & { readonly 未编制?: string };
}

export interface WrittenTarget {
  readonly 二级指标?: string;
  readonly 三级指标: string;
  readonly 指标值: string;
}

export interface WrittenProcurement {
  readonly 采购类型: ValueOf<"采购类型">;
  readonly 面向中小企业: ValueOf<"面向中小企业">;
  readonly 金额: string;
}

/** The file's value in the shape that the schema has found it to have. */
export function written(source: Source): WrittenBudget {
  return source.value as unknown as WrittenBudget;
}

/** The items of a list that may not be one, when nothing has been checked yet. */
export function itemsOf(value: Plain | undefined): readonly Plain[] {
  return Array.isArray(value) ? value : [];
}

/** The text under `key` of a value that may be anything. */
export function textOf(value: Plain | undefined, key: string): string | undefined {
  const found = partOf(value, key);
  return typeof found === "string" ? found : undefined;
}

/** What is under `key` of a value that may be anything. */
export function partOf(value: Plain | undefined, key: string): Plain | undefined {
  if (typeof value !== "object" || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, key) ? (value as { readonly [key: string]: Plain })[key] : undefined;
}

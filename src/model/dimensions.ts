import { type Account, type Dimension, SPENDING_DIMENSIONS, UNIT_DIMENSIONS } from "./ledger.js";

/** The kinds of basic expenditure: personnel and operating money are what it consists of (预算法实施条例第五条). */
const PERSONNEL = ["工资福利支出", "对个人和家庭的补助"] as const;
const OPERATING = ["商品和服务支出", "资本性支出"] as const;
export const BASIC_KINDS = [...PERSONNEL, ...OPERATING] as const;
export const PROJECT_KINDS = ["其他运转类", "特定目标类"] as const;

/** What a format's own facts can be about. */
export const FACT_SUBJECTS = ["单位", "功能科目", "项目", "资产类型"] as const satisfies readonly Dimension[];
export type FactSubject = (typeof FACT_SUBJECTS)[number];

/** What a dimension can be where no code list says it. Dimensions that are not here take their values from one. */
export const DIMENSION_VALUES = {
  资金来源: [
    "一般公共预算",
    "政府性基金预算",
    "国有资本经营预算",
    "财政专户管理资金",
    "事业收入",
    "事业单位经营收入",
    "上级补助收入",
    "附属单位上缴收入",
    "其他收入",
  ],
  财政拨款: ["是", "否"],
  年份来源: ["本年", "上年结转"],
  类别: [...BASIC_KINDS, ...PROJECT_KINDS],
  经费性质: ["人员经费", "公用经费"],
  支出性质: ["基本支出", "项目支出"],
  绩效评价: ["是", "否"],
  重点项目: ["是", "否"],
  绩效目标: ["已编制", "未编制", "不公开"],
  名称公开: ["是", "否"],
  采购类型: ["货物", "工程", "服务"],
  面向中小企业: ["是", "否"],
  资产类型: [
    "机要通信用车",
    "应急保障用车",
    "执法执勤用车",
    "一般公务用车",
    "一般执法执勤用车",
    "特种专业技术用车",
    "其他用车",
    "单价50万元以上通用设备",
    "单价100万元以上专用设备",
  ],
  单位性质: ["行政单位", "参公事业单位", "事业单位"],
} as const satisfies Partial<Record<Dimension, readonly string[]>>;

/** A value of a dimension whose values no code list says. */
export type ValueOf<Name extends keyof typeof DIMENSION_VALUES> = (typeof DIMENSION_VALUES)[Name][number];

/** The funds that 财政拨款 can come from. */
export const APPROPRIATED_FUNDS: readonly string[] = ["一般公共预算", "政府性基金预算", "国有资本经营预算"];

/** What follows from the kind of an expenditure line: its 经费性质, where it has one, and its 支出性质. */
export function natureOf(kind: string): Readonly<Partial<Record<Dimension, string>>> {
  if (PERSONNEL.some((each) => each === kind)) return { 经费性质: "人员经费", 支出性质: "基本支出" };
  if (OPERATING.some((each) => each === kind)) return { 经费性质: "公用经费", 支出性质: "基本支出" };
  return { 支出性质: "项目支出" };
}

const FUND_DIMENSIONS = ["资金来源", "财政拨款", "年份来源", ...UNIT_DIMENSIONS] as const;

/** What revenue has only where its format asks for it. */
export const FUNCTION_DIMENSIONS = ["功能类", "功能款", "功能科目"] as const;

/** Which dimensions the lines of an account have: a query by any other would always be empty. */
export const ACCOUNT_DIMENSIONS: Readonly<Record<Account, readonly Dimension[]>> = {
  收入: [...FUND_DIMENSIONS, ...FUNCTION_DIMENSIONS],
  支出: [...FUND_DIMENSIONS, ...SPENDING_DIMENSIONS],
  年终结转: ["资金来源", "财政拨款", ...UNIT_DIMENSIONS],
  政府采购: ["采购类型", "面向中小企业", ...UNIT_DIMENSIONS],
  国有资产: ["资产类型", ...UNIT_DIMENSIONS],
  专项转移支付: ["项目", ...UNIT_DIMENSIONS],
  总投资: ["项目", ...UNIT_DIMENSIONS],
  版式事项: ["事项", "条目", ...FUNCTION_DIMENSIONS, "项目", "资产类型", ...UNIT_DIMENSIONS],
};

/** What a unit pays for its people, and the functions that it pays it under. */
export const CONTRIBUTIONS: Readonly<Record<string, readonly string[]>> = {
  "30108": ["2080505"],
  "30109": ["2080506"],
  "30110": ["2101101", "2101102"],
  "30111": ["2101103"],
  "30113": ["2210201"],
};

/** Functions that are for one of these only; medical care is paid under its functions in other ways too. */
export const SOLE_USE: ReadonlyMap<string, string> = new Map([
  ["2080505", "30108"],
  ["2080506", "30109"],
  ["2210201", "30113"],
]);

const RETIRED = ["30201", "30229", "30299", "30301", "30302", "30305", "30309", "30399"];
const OTHER_INSURANCE = ["30112"];
const MEDICAL_CARE = ["30110", "30112"];
const ALLOWANCES = ["30102"];

/** What is usually paid under the functions that are not for running the unit, by practice. */
export const USUAL_USES: Readonly<Record<string, readonly string[]>> = {
  "2080501": RETIRED,
  "2080502": RETIRED,
  "2080505": ["30108"],
  "2080506": ["30109"],
  "2080599": ["30299", "30301", "30302", "30399"],
  "2080801": ["30304", "30305"],
  "2080899": ["30112", "30304", "30305"],
  "2082701": OTHER_INSURANCE,
  "2082702": OTHER_INSURANCE,
  "2082703": OTHER_INSURANCE,
  "2082799": OTHER_INSURANCE,
  "2089999": OTHER_INSURANCE,
  "2101101": MEDICAL_CARE,
  "2101102": MEDICAL_CARE,
  "2101103": ["30111"],
  "2101199": ["30110", "30111", "30112", "30114", "30307"],
  "2210201": ["30113"],
  "2210202": ALLOWANCES,
  "2210203": ALLOWANCES,
};

import { FUNDS } from "./facts.js";

/** A column and the columns that it sums up, as the form of the table has it. */
type ColumnSum = readonly [whole: string, ...parts: string[]];

const FUNCTIONAL: readonly ColumnSum[] = [
  ["合计", "基本支出/小计", "项目支出/小计"],
  [
    "基本支出/小计",
    "基本支出/人员经费/工资福利支出",
    "基本支出/人员经费/对个人和家庭的补助",
    "基本支出/公用经费/商品和服务支出",
    "基本支出/公用经费/资本性支出",
  ],
  ["项目支出/小计", "项目支出/其他运转类", "项目支出/特定目标类"],
];

const OTHER_REVENUE = FUNDS.slice(4);
const YEARS_REVENUE = ["一般公共预算/小计", "政府性基金", "国有资本经营预算", "财政专户管理资金收入"];
const LEFT_REVENUE = ["一般公共预算", "政府性基金", "国有资本经营预算", "财政专户管理资金", "单位资金"];
const BUDGETS = ["一般公共预算", "政府性基金预算", "国有资本经营预算"];

const under = (head: string, columns: readonly string[]): string[] =>
  columns.map((each) => `${head}/${each}`);

/** The totals within each row of each table. */
export const ROW_SUMS: Readonly<Record<string, readonly ColumnSum[]>> = {
  预算02表: [
    ["总计", "本年收入/合计", "上年结转结余/合计"],
    ["本年收入/合计", ...under("本年收入", [...YEARS_REVENUE, ...OTHER_REVENUE])],
    ["上年结转结余/合计", ...under("上年结转结余", LEFT_REVENUE)],
  ],
  预算03表: FUNCTIONAL,
  预算04表: [["支出/合计", "支出/一般公共预算/小计", "支出/政府性基金", "支出/国有资本经营预算"]],
  预算05表: FUNCTIONAL,
  预算06表: [["合计", "人员经费", "公用经费"].map((each) => `本年一般公共预算基本支出/${each}`) as [string]],
  预算07表: [["总计", "上年结转结余", ...YEARS_REVENUE, ...OTHER_REVENUE]],
  预算08表: [
    ["“三公”经费合计", "因公出国（境）费", "公务用车购置及运行费/小计", "公务接待费"],
    [
      "公务用车购置及运行费/小计",
      "公务用车购置及运行费/公务用车购置费",
      "公务用车购置及运行费/公务用车运行费",
    ],
  ],
  预算09表: FUNCTIONAL,
  预算12表: FUNCTIONAL,
  预算10表: [
    [
      "合计",
      ...under("本年拨款", BUDGETS),
      ...under("财政拨款结转结余", BUDGETS),
      "财政专户管理资金",
      "单位资金",
    ],
  ],
  预算11表: [
    [
      "项目金额（万元）/资金总额",
      ...under("项目金额（万元）", ["政府预算资金", "财政专户管理资金", "单位资金"]),
    ],
  ],
};

/** Columns that are part of another. */
export const WITHIN: Readonly<Record<string, readonly (readonly [part: string, whole: string])[]>> = {
  预算02表: [["本年收入/一般公共预算/其中：财政拨款", "本年收入/一般公共预算/小计"]],
  预算04表: [["支出/一般公共预算/其中：财政拨款", "支出/一般公共预算/小计"]],
  预算07表: [["一般公共预算/其中：财政拨款", "一般公共预算/小计"]],
};

/** How many rows of totals stand above the rows that add up to them; the last one is 合计 under the unit's name. */
export const TOTAL_ROWS: Readonly<Record<string, number>> = {
  预算03表: 2,
  预算05表: 2,
  预算06表: 1,
  预算07表: 2,
  预算09表: 2,
  预算10表: 2,
  预算11表: 1,
  预算12表: 2,
};

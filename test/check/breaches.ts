import type { RuleCode } from "../../src/check/rule.js";
import type { BudgetName, Edit } from "./facts.js";

/** A change of a valid budget. */
export interface Case {
  readonly code: RuleCode;
  readonly says: string;
  readonly budget: BudgetName;
  readonly edits: readonly Edit[];
}

export interface Breach extends Case {
  /** what the line says that the breach is found on */
  readonly at: string;
}

const MEASURES = "templates/henan/measures.yaml";

/** The smallest changes that break a rule, and no other. */
export const BREACHES: readonly Breach[] = [
  {
    code: "勾稽/收支平衡",
    says: "one 分 more is received than spent",
    budget: "sample",
    edits: [["金额: 8000000.00", "金额: 8000000.01"]],
    at: "金额: 2018980.00",
  },
  {
    code: "勾稽/收支平衡",
    says: "one 分 more is spent than received, of the only fund",
    budget: "sample",
    edits: [["金额: 2430000.00", "金额: 2430000.01"]],
    at: "金额: 2018980.00",
  },
  {
    code: "勾稽/收支平衡",
    says: "the difference is the amount of a line",
    budget: "sample",
    edits: [
      [
        "政府采购: []",
        "年终结转:\n  - { 资金来源: 一般公共预算, 财政拨款: 是, 金额: 116300.00 }\n政府采购: []",
      ],
    ],
    at: "经济科目: 30113",
  },
  {
    code: "勾稽/资金来源",
    says: "one fund keeps a 分 of another",
    budget: "administrative",
    edits: [
      [
        "是, 金额: 100000.00 }\n  - { 资金来源: 其他收入, 财政拨款: 否, 金额: 100000.01 }",
        "是, 金额: 100000.01 }\n  - { 资金来源: 其他收入, 财政拨款: 否, 金额: 100000.00 }",
      ],
    ],
    at: "金额: 1000000.00",
  },
  {
    code: "勾稽/财政拨款收支",
    says: "a project is paid from the wrong half of a fund",
    budget: "sample",
    edits: [["财政拨款: 否, 金额: 40000.00", "财政拨款: 是, 金额: 40000.00"]],
    at: "是, 金额: 40000.00",
  },
  {
    code: "勾稽/财政拨款收支",
    says: "appropriation is received, but other money spent",
    budget: "sample",
    edits: [["财政拨款: 是, 金额: 116300.00", "财政拨款: 否, 金额: 116300.00"]],
    at: "金额: 116300.00",
  },
  {
    code: "勾稽/上年结转",
    says: "what is spent was brought forward, what was received was not",
    budget: "administrative",
    edits: [["年份来源: 上年结转, 金额: 200000.00", "年份来源: 本年, 金额: 200000.00"]],
    at: "        金额: 200000.00,",
  },
  {
    code: "勾稽/上年结转",
    says: "what was brought forward is spent as this year's",
    budget: "administrative",
    edits: [["年份来源: 上年结转,\n", "年份来源: 本年,\n"]],
    at: "金额: 1000000.00",
  },
  {
    code: "勾稽/财政拨款范围",
    says: "其他收入 is called an appropriation",
    budget: "administrative",
    edits: [["资金来源: 其他收入, 财政拨款: 否", "资金来源: 其他收入, 财政拨款: 是"]],
    at: "金额: 100000.01",
  },
  {
    code: "勾稽/口径合计",
    says: "支出 is no longer 基本 and 项目",
    budget: "administrative",
    edits: [
      [
        "项目支出: { says: 其他运转类与特定目标类之和, account: 支出, where: { 支出性质: 项目支出 }",
        "项目支出: { says: 其他运转类与特定目标类之和, account: 支出, where: { 类别: 特定目标类 }",
        MEASURES,
      ],
    ],
    at: "支出合计: {",
  },
  {
    code: "勾稽/口径合计",
    says: "公用经费 takes what 人员经费 has",
    budget: "sample",
    edits: [
      [
        "公用经费: { says: 商品和服务支出与资本性支出之和, account: 支出, where: { 经费性质: 公用经费 }",
        "公用经费: { says: 商品和服务支出与资本性支出之和, account: 支出, where: { 支出性质: 基本支出 }",
        MEASURES,
      ],
    ],
    at: "基本支出: {",
  },
  {
    code: "勾稽/口径合计",
    says: "a kind of vehicle is left out of the total",
    budget: "administrative",
    edits: [["其他用车, 一般公务用车, 一般执法执勤用车]", "其他用车, 一般公务用车]", MEASURES]],
    at: "车辆: {",
  },
  {
    code: "勾稽/口径合计",
    says: "三公经费 has receptions twice",
    budget: "administrative",
    edits: [
      [
        "total: [因公出国境费, 公务用车购置及运行费, 公务接待费]",
        "total: [公务接待费, 公务用车购置及运行费, 公务接待费]",
        MEASURES,
      ],
    ],
    at: "三公经费: {",
  },
  {
    code: "勾稽/口径合计",
    says: "政府采购 is more than 货物, 工程 and 服务",
    budget: "administrative",
    edits: [
      [
        "政府采购服务预算, account: 政府采购, where: { 采购类型: 服务 }",
        "政府采购服务预算, account: 政府采购, where: { 采购类型: 服务, 面向中小企业: 是 }",
        MEASURES,
      ],
    ],
    at: "政府采购预算: {",
  },
  {
    code: "勾稽/口径合计",
    says: "收入总计 forgets what was brought forward",
    budget: "administrative",
    edits: [
      [
        "收入总计: { says: 本年收入与上年结转之和, account: 收入 }",
        "收入总计: { says: 本年收入与上年结转之和, account: 收入, where: { 年份来源: 本年 } }",
        MEASURES,
      ],
    ],
    at: "收入总计: {",
  },
  {
    code: "勾稽/口径范围",
    says: "more is reserved for small enterprises than is procured",
    budget: "administrative",
    edits: [
      [
        "面向中小企业预留: { says: 政府采购预算中面向中小企业预留的份额, account: 政府采购, where: { 面向中小企业: 是 } }",
        "面向中小企业预留: { says: 政府采购预算中面向中小企业预留的份额, account: 支出 }",
        MEASURES,
      ],
    ],
    at: "面向中小企业预留: {",
  },
  {
    code: "勾稽/口径范围",
    says: "more is evaluated than projects spend",
    budget: "administrative",
    edits: [
      [
        "绩效评价项目支出: { says: 拟组织绩效评价的项目支出, account: 支出, where: { 绩效评价: 是 } }",
        "绩效评价项目支出: { says: 拟组织绩效评价的项目支出, account: 支出 }",
        MEASURES,
      ],
    ],
    at: "绩效评价项目支出: {",
  },
  {
    code: "勾稽/三公科目",
    says: "购置 takes what 运行 has",
    budget: "administrative",
    edits: [['经济科目: ["30913", "31013"]', '经济科目: ["30231"]', MEASURES]],
    at: "公务用车购置费: {",
  },
  {
    code: "勾稽/三公科目",
    says: "receptions are counted among visits abroad",
    budget: "administrative",
    edits: [
      [
        '因公出国境费: { says: 一般公共预算当年安排的因公出国（境）费用, account: 支出, where: { 资金来源: 一般公共预算, 年份来源: 本年, 经济科目: "30212" }',
        '因公出国境费: { says: 一般公共预算当年安排的因公出国（境）费用, account: 支出, where: { 资金来源: 一般公共预算, 年份来源: 本年, 经济科目: ["30212", "30217"] }',
        MEASURES,
      ],
    ],
    at: "因公出国境费: {",
  },
  {
    code: "勾稽/三公科目",
    says: "a format leaves out what is no 财政拨款",
    budget: "sample",
    edits: [
      ["经济科目: 30201, 资金来源", "经济科目: 30217, 资金来源"],
      ['本年, 经济科目: "30217"', '本年, 财政拨款: 是, 经济科目: "30217"', MEASURES],
    ],
    at: "公务接待费: {",
  },
  {
    code: "勾稽/机关运行经费",
    says: "an institution has some",
    budget: "sample",
    edits: [["where: { 单位性质: [行政单位, 参公事业单位], 资金来源", "where: { 资金来源", MEASURES]],
    at: "机关运行经费: {",
  },
  {
    code: "勾稽/机关运行经费",
    says: "an administrative unit counts personnel too",
    budget: "administrative",
    edits: [
      [
        "资金来源: 一般公共预算, 财政拨款: 是, 年份来源: 本年, 经费性质: 公用经费 } }\n\n# 政府采购",
        "资金来源: 一般公共预算, 财政拨款: 是, 年份来源: 本年, 支出性质: 基本支出 } }\n\n# 政府采购",
        MEASURES,
      ],
      ["  机关运行经费: 压减一般性支出", "  机关运行经费: 在职人员增加"],
    ],
    at: "机关运行经费: {",
  },
  {
    code: "勾稽/三公类别",
    says: "a vehicle is bought as goods and services",
    budget: "administrative",
    edits: [["类别: 资本性支出", "类别: 商品和服务支出"]],
    at: "金额: 180000.00,",
  },
  {
    code: "勾稽/三公资金",
    says: "receptions are paid from a fund",
    budget: "administrative",
    edits: [["经济科目: 30299, 资金来源: 政府性基金预算", "经济科目: 30217, 资金来源: 政府性基金预算"]],
    at: "金额: 500000.00",
  },
  {
    code: "勾稽/三公资金",
    says: "visits abroad are paid from what is left of last year",
    budget: "administrative",
    edits: [
      [
        "经济科目: 30227,\n          资金来源: 一般公共预算,\n          财政拨款: 是,\n          年份来源",
        "经济科目: 30212,\n          资金来源: 一般公共预算,\n          财政拨款: 是,\n          年份来源",
      ],
    ],
    at: "金额: 200000.00",
  },
  {
    code: "勾稽/车辆运行",
    says: "vehicles run that nobody has",
    budget: "administrative",
    edits: [
      ["一般公务用车: 2", "一般公务用车: 0"],
      ["一般执法执勤用车: 1", "一般执法执勤用车: 0"],
      ["经济科目: 31013", "经济科目: 31002"],
    ],
    at: "金额: 70000.00",
  },
  {
    code: "勾稽/车辆购置",
    says: "a vehicle is bought without procurement of goods",
    budget: "administrative",
    edits: [["采购类型: 货物", "采购类型: 工程"]],
    at: "金额: 180000.00,",
  },
  {
    code: "勾稽/政府采购总额",
    says: "a 分 more is procured than spent",
    budget: "administrative",
    edits: [["金额: 300000.00", "金额: 3420000.01"]],
    at: "采购类型: 货物",
  },
  {
    code: "勾稽/政府采购遗漏",
    says: "a million of 物业管理费 without procurement",
    budget: "second-year",
    edits: [
      ["金额: 100000.00", "金额: 1000000.00"],
      ["经济科目: 30201", "经济科目: 30209"],
      ["  收入总计: 压减一般性支出", "  收入总计: 新增物业项目"],
      ["  支出总计: 压减一般性支出", "  支出总计: 新增物业项目"],
      ["  一般公共预算收支: 压减一般性支出", "  一般公共预算收支: 新增物业项目"],
      ["  机关运行经费: 压减一般性支出", "  机关运行经费: 新增物业项目"],
    ],
    at: "      金额: 1000000.00,",
  },
  {
    code: "勾稽/成本指标",
    says: "a cost indicator in 万元 is above the project",
    budget: "sample",
    edits: [["≤243万元", "≤243.01万元"]],
    at: "指标值: ≤243.01万元",
  },
  {
    code: "勾稽/成本指标",
    says: "a cost indicator in 元 is above the project",
    budget: "sample",
    edits: [["≤4万元 }", "不超过40000.01元/年 }"]],
    at: "指标值: 不超过40000.01元/年",
  },
  {
    code: "勾稽/成本指标",
    says: "a cost indicator in whole 万元 is above what the project prints",
    budget: "sample",
    edits: [["≤4万元 }", "≤5万元 }"]],
    at: "指标值: ≤5万元",
  },
  {
    code: "勾稽/成本指标",
    says: "a cost indicator is above the investment of all years",
    budget: "sample",
    edits: [
      ["    名称: 2023物业管理费", "    总投资: 3000000.00\n    名称: 2023物业管理费"],
      ["≤243万元", "≤300.01万元"],
    ],
    at: "指标值: ≤300.01万元",
  },
  {
    code: "勾稽/总投资",
    says: "the investment of all years is less than this year's expenditure",
    budget: "sample",
    edits: [["    名称: 2023物业管理费", "    总投资: 2429999.99\n    名称: 2023物业管理费"]],
    at: "总投资: 2429999.99",
  },
  {
    code: "勾稽/占位编码",
    says: "a row of zeros stands for a code",
    budget: "sample",
    edits: [["编码: 未赋码", "编码: 411200230000000000000"]],
    at: "编码: 411200230000000000000",
  },
  {
    code: "勾稽/项目年份",
    says: "a name is last year's",
    budget: "sample",
    edits: [["名称: 2023物业管理费", "名称: 2022物业管理费"]],
    at: "名称: 2022物业管理费",
  },
  {
    code: "勾稽/科目性质",
    says: "an institution pays medical care of administrative units",
    budget: "sample",
    edits: [["功能科目: 2101102", "功能科目: 2101101"]],
    at: "功能科目: 2101101",
  },
  {
    code: "勾稽/科目性质",
    says: "an institution pays pensions of administrative units",
    budget: "sample",
    edits: [["功能科目: 2080502", "功能科目: 2080501"]],
    at: "功能科目: 2080501",
  },
  {
    code: "勾稽/科目性质",
    says: "an institution has 行政运行",
    budget: "sample",
    edits: [["功能科目: 2120199", "功能科目: 2120101"]],
    at: "功能科目: 2120101",
  },
  {
    code: "勾稽/科目性质",
    says: "an administrative unit pays pensions of institutions",
    budget: "administrative",
    edits: [["功能科目: 2080501", "功能科目: 2080502"]],
    at: "金额: 120000.00",
  },
  {
    code: "勾稽/政府经济科目",
    says: "the government code is not the one of the list",
    budget: "sample",
    edits: [["经济科目: 30302,", "经济科目: 30302, 政府经济科目: 50901,"]],
    at: "政府经济科目: 50901",
  },
  {
    code: "勾稽/上年数据",
    says: "last year's file gives another figure",
    budget: "second-year",
    edits: [["原因:\n", "上年:\n  收入总计: 123456.79\n原因:\n"]],
    at: "收入总计: 123456.79",
  },
  {
    code: "勾稽/上年合计",
    says: "三公经费 is a 分 above its parts",
    budget: "administrative",
    edits: [["三公经费: 250000.00", "三公经费: 250000.01"]],
    at: "三公经费: 250000.01",
  },
  {
    code: "勾稽/上年合计",
    says: "last year's expenditure is not 基本 and 项目",
    budget: "sample",
    edits: [
      [
        "  三公经费: 0.00\n",
        "  支出合计: 11314000.00\n  基本支出: 3000000.00\n  项目支出: 8314000.01\n  三公经费: 0.00\n",
      ],
    ],
    at: "支出合计: 11314000.00",
  },
  {
    code: "勾稽/上年平衡",
    says: "last year's totals differ",
    budget: "administrative",
    edits: [["支出总计: 3500000.00", "支出总计: 3500000.01"]],
    at: "支出总计: 3500000.01",
  },
  {
    code: "勾稽/新设单位",
    says: "a new unit had a budget last year",
    budget: "sample",
    edits: [["年度: 2023\n", "年度: 2023\n新设单位: 是\n"]],
    at: "新设单位: 是",
  },
  {
    code: "勾稽/上年机关运行",
    says: "an institution had 机关运行经费",
    budget: "sample",
    edits: [["  三公经费: 0.00\n", "  机关运行经费: 0.01\n  三公经费: 0.00\n"]],
    at: "机关运行经费: 0.01",
  },
  {
    code: "勾稽/原因空话",
    says: "a reason refers to a table",
    budget: "sample",
    edits: [["  收入总计: 加强经费管理，对项目经费进行压缩", "  收入总计: 详见附表二"]],
    at: "收入总计: 详见附表二",
  },
  {
    code: "勾稽/原因空话",
    says: "a reason begins again",
    budget: "sample",
    edits: [["  收入总计: 加强经费管理，", "  收入总计: 减少的主要原因是"]],
    at: "收入总计: 减少的主要原因是",
  },
  {
    code: "勾稽/原因相反",
    says: "an increase is explained by saving",
    budget: "administrative",
    edits: [["  收入总计: 新增普查任务", "  收入总计: 厉行节约，压减一般性支出"]],
    at: "收入总计: 厉行节约",
  },
  {
    code: "勾稽/原因方向",
    says: "a decrease is explained by what is new",
    budget: "sample",
    edits: [["  收入总计: 加强经费管理，对项目经费进行压缩", "  收入总计: 新增物业项目"]],
    at: "收入总计: 新增物业项目",
  },
  {
    code: "勾稽/原因方向",
    says: "a reason says the change once more",
    budget: "administrative",
    edits: [["  收入总计: 新增普查任务", "  收入总计: 本年度预算增加"]],
    at: "收入总计: 本年度预算增加",
  },
  {
    code: "勾稽/零金额",
    says: "a line of nothing",
    budget: "administrative",
    edits: [
      [
        "基本支出:\n",
        "基本支出:\n  - { 功能科目: 2010602, 经济科目: 30201, 类别: 商品和服务支出, 资金来源: 一般公共预算, 财政拨款: 是, 金额: 0 }\n",
      ],
    ],
    at: "功能科目: 2010602",
  },
  {
    code: "勾稽/汇总往来",
    says: "a unit lives on money from a unit above it, and nobody in the department pays as much",
    budget: "department",
    edits: [["事业收入", "上级补助收入", "data/403011/2024.yaml"]],
    at: "金额: 80000.06",
  },
  {
    code: "勾稽/汇总往来",
    says: "a unit of the department spends just what another one receives from those below it",
    budget: "department",
    edits: [
      [
        "事业收入, 财政拨款: 否, 金额: 80000.06",
        "附属单位上缴收入, 财政拨款: 否, 金额: 50000.30",
        "data/403011/2024.yaml",
      ],
    ],
    at: "金额: 50000.30",
  },
  {
    code: "勾稽/汇总同名",
    says: "a project without a code is in the files of two units",
    budget: "department",
    edits: [["住建信息平台维护", "信息系统维护", "data/403/2024.yaml"]],
    at: "名称: 信息系统维护",
  },
  {
    code: "勾稽/汇总上年",
    says: "last year's file names no units",
    budget: "department-second-year",
    edits: [["汇总单位: [403001, 403002]", "", "data/403/2023.yaml"]],
    at: "汇总单位",
  },
  {
    code: "勾稽/汇总范围",
    says: "a unit is new in the department",
    budget: "department-second-year",
    edits: [["[403001, 403002]", "[403001]", "data/403/2023.yaml"]],
    at: "汇总单位",
  },
  {
    code: "勾稽/收支平衡",
    says: "a unit of a department receives one 分 more than it spends",
    budget: "department",
    edits: [["金额: 1300000.33", "金额: 1300000.34", "data/403010/2024.yaml"]],
    at: "金额: 1300000.34",
  },
  {
    code: "勾稽/口径合计",
    says: "财政拨款基本支出 leaves out what most units of a department spend on operating",
    budget: "department",
    edits: [
      [
        "where: { 资金来源: 一般公共预算, 财政拨款: 是, 年份来源: 本年, 经费性质: 公用经费 }",
        "where: { 资金来源: 一般公共预算, 财政拨款: 是, 年份来源: 本年, 经费性质: 公用经费, 单位性质: 行政单位 }",
        MEASURES,
      ],
    ],
    at: "财政拨款基本支出",
  },
  {
    code: "勾稽/收支平衡",
    says: "an amount of 万元 written as 元",
    budget: "sample",
    edits: [["金额: 2018980.00", "金额: 201.90"]],
    at: "金额: 201.90",
  },
  {
    code: "勾稽/金额单位",
    says: "all in 万元",
    budget: "second-year",
    edits: [
      ["金额: 100000.00", "金额: 10.00"],
      ["金额: 123456.78", "金额: 12.35", "data/410002/2024.yaml"],
      ["123456.78", "12.35", "data/410002/2024.yaml"],
    ],
    at: "金额: 10.00",
  },
  {
    code: "勾稽/万元",
    says: "last year in 万元",
    budget: "sample",
    edits: [["11314000.00", "1131.40"]],
    at: "收入总计: 1131.40",
  },
  {
    code: "勾稽/收支平衡",
    says: "an amount that lacks a zero",
    budget: "sample",
    edits: [["金额: 431540.00", "金额:  43154.00"]],
    at: "43154.00",
  },
  {
    code: "勾稽/收支平衡",
    says: "an amount that has a zero too many",
    budget: "sample",
    edits: [["金额:   7700.00", "金额:  77000.00"]],
    at: "77000.00",
  },
  {
    code: "勾稽/支出类别",
    says: "办公费 among the wages",
    budget: "sample",
    edits: [["经济科目: 30201, 类别: 商品和服务支出", "经济科目: 30201, 类别: 工资福利支出"]],
    at: "经济科目: 30201",
  },
  {
    code: "勾稽/科目资金",
    says: "general money is spent under a function that is surely of a fund",
    budget: "administrative",
    edits: [["功能科目: 2010507", "功能科目: 2120803"]],
    at: "金额: 1500000.00",
  },
  {
    code: "勾稽/科目资金",
    says: "money of a fund is spent under a function of state capital",
    budget: "administrative",
    edits: [["功能科目: 2296002", "功能科目: 2230105"]],
    at: "金额: 500000.00",
  },
  {
    code: "勾稽/科目资金存疑",
    says: "money of a fund is spent under a function of the general budget",
    budget: "administrative",
    edits: [["功能科目: 2296002", "功能科目: 2010602"]],
    at: "金额: 500000.00",
  },
  {
    code: "勾稽/科目资金存疑",
    says: "general money is spent under a function that nobody has checked to be of a fund",
    budget: "administrative",
    edits: [["功能科目: 2010507", "功能科目: 2121099"]],
    at: "金额: 1500000.00",
  },
  {
    code: "勾稽/科目资金存疑",
    says: "general money is spent under a function of long bonds, which the bureau has named",
    budget: "administrative",
    edits: [
      ["功能科目: 2010507", "功能科目: 2129899"],
      ["项目:\n", "科目名称: { 21298: 超长期特别国债安排的支出, 2129899: 其他城乡社区支出 }\n项目:\n"],
    ],
    at: "金额: 1500000.00",
  },
  {
    code: "勾稽/科目资金存疑",
    says: "this year's money is spent under a function that is abolished",
    budget: "administrative",
    edits: [
      ["功能科目: 2296002", "功能科目: 2146301"],
      ["项目:\n", "科目名称: { 21463: 港口建设费安排的支出, 2146301: 港口设施 }\n项目:\n"],
    ],
    at: "金额: 500000.00",
  },
  {
    code: "勾稽/行政单位收入",
    says: "an administrative unit has the revenue of an institution",
    budget: "administrative",
    edits: [["资金来源: 其他收入", "资金来源: 事业收入"]],
    at: "金额: 100000.01",
  },
  {
    code: "勾稽/社保科目",
    says: "住房公积金 is paid under the function of wages",
    budget: "sample",
    edits: [["功能科目: 2210201", "功能科目: 2120199"]],
    at: "经济科目: 30113",
  },
  {
    code: "勾稽/社保科目",
    says: "pensions are paid under the function of contributions",
    budget: "administrative",
    edits: [["功能科目: 2080501", "功能科目: 2080505"]],
    at: "金额: 120000.00",
  },
  {
    code: "勾稽/项目工资",
    says: "a project pays wages",
    budget: "administrative",
    edits: [["经济科目: 30227", "经济科目: 30199"]],
    at: "金额: 1500000.00",
  },
  {
    code: "勾稽/绩效工资",
    says: "an administrative unit pays by performance",
    budget: "administrative",
    edits: [["经济科目: 30101,", "经济科目: 30107,"]],
    at: "金额: 1000000.00",
  },
  {
    code: "勾稽/基本建设",
    says: "a vehicle is bought as capital construction, without a project",
    budget: "administrative",
    edits: [["经济科目: 31013,", "经济科目: 30913,"]],
    at: "金额: 180000.00",
  },
  {
    code: "勾稽/成本指标合计",
    says: "costs are above the project together",
    budget: "sample",
    edits: [["节日慰问总成本, 指标值: ≤2万元", "节日慰问总成本, 指标值: ≤2.1万元"]],
    at: "宣传材料制作总成本",
  },
  {
    code: "勾稽/车辆科目",
    says: "a vehicle is bought as other transport",
    budget: "administrative",
    edits: [["经济科目: 31013,", "经济科目: 31019,"]],
    at: "金额: 180000.00",
  },
  {
    code: "勾稽/车辆科目",
    says: "a project that buys vehicles has nothing under their codes",
    budget: "administrative",
    edits: [["名称: 专项普查", "名称: 更新执法执勤用车"]],
    at: "金额: 1500000.00",
  },
  {
    code: "勾稽/车辆科目",
    says: "a project that keeps vehicles running has nothing under their code",
    budget: "administrative",
    edits: [["名称: 专项普查", "名称: 公务用车运行维护费"]],
    at: "金额: 1500000.00",
  },
];

import type { Case } from "./breaches.js";

const BARE_LINE =
  "  - { 功能科目: 2012604, 经济科目: 30201, 类别: 商品和服务支出, 资金来源: 事业收入, 财政拨款: 否, 金额: ";

/** Changes that come near to breaking a rule, and do not. */
export const NEAR_MISSES: readonly Case[] = [
  {
    code: "勾稽/单位性质",
    says: "an administrative unit pays for institutions alone, and had 机关运行经费",
    budget: "sample",
    edits: [
      ["  性质: 事业单位", "  性质: 行政单位"],
      ["  三公经费: 0.00", "  机关运行经费: 0.00\n  三公经费: 0.00"],
    ],
  },
  {
    code: "勾稽/单位性质",
    says: "an institution has functions of administrative units, and gives no reason for 机关运行经费",
    budget: "administrative",
    edits: [
      ["  性质: 行政单位", "  性质: 事业单位"],
      ["  机关运行经费: 压减一般性支出\n", ""],
    ],
  },
  {
    code: "勾稽/单位性质",
    says: "an institution has one function of its own",
    budget: "sample",
    edits: [
      ["  性质: 事业单位", "  性质: 行政单位"],
      ["功能科目: 2101102", "功能科目: 2101101"],
    ],
  },
  {
    code: "勾稽/万元",
    says: "the projects come to ten thousand times last year's, the totals do not",
    budget: "sample",
    edits: [["  三公经费: 0.00", "  项目支出: 800.00\n  三公经费: 0.00"]],
  },
  {
    code: "勾稽/收支平衡",
    says: "sums that binary fractions get wrong",
    budget: "bare",
    edits: [
      [
        "{ 资金来源: 事业收入, 财政拨款: 否, 金额: 0.01 }",
        "{ 资金来源: 事业收入, 财政拨款: 否, 金额: 0.31 }",
      ],
      ["基本支出:\n", `基本支出:\n${BARE_LINE}0.1 }\n${BARE_LINE}0.2 }\n`],
    ],
  },
  {
    code: "勾稽/资金来源",
    says: "the only fund is overspent, which is an imbalance",
    budget: "sample",
    edits: [["金额: 2430000.00", "金额: 2430000.01"]],
  },
  {
    code: "勾稽/财政拨款收支",
    says: "the whole fund is overspent",
    budget: "sample",
    edits: [["金额: 2430000.00", "金额: 2430000.01"]],
  },
  {
    code: "勾稽/财政拨款范围",
    says: "国有资本经营预算 is an appropriation",
    budget: "administrative",
    edits: [["资金来源: 其他收入, 财政拨款: 否", "资金来源: 国有资本经营预算, 财政拨款: 是"]],
  },
  {
    code: "勾稽/口径范围",
    says: "all that is procured is reserved",
    budget: "administrative",
    edits: [["面向中小企业: 否", "面向中小企业: 是"]],
  },
  {
    code: "勾稽/口径合计",
    says: "a format that does not print a part",
    budget: "administrative",
    edits: [
      ["政府采购服务预算: {", "政府采购其他预算: {", "templates/henan/measures.yaml"],
      [
        "{{万元 政府采购服务预算}}",
        "{{万元 政府采购其他预算}}",
        "templates/henan/narrative/other-matters.hbs",
      ],
      ["  - 政府采购服务预算\n", "  - 政府采购其他预算\n", "templates/henan/pack.yaml"],
    ],
  },
  {
    code: "勾稽/三公科目",
    says: "receptions that are no 财政拨款 are counted all the same",
    budget: "sample",
    edits: [["经济科目: 30201, 资金来源", "经济科目: 30217, 资金来源"]],
  },
  {
    code: "勾稽/机关运行经费",
    says: "a 参公 unit has what it operates on",
    budget: "second-year",
    edits: [],
  },
  {
    code: "勾稽/三公类别",
    says: "a vehicle is bought by a project",
    budget: "administrative",
    edits: [["经济科目: 30227", "经济科目: 31013"]],
  },
  {
    code: "勾稽/车辆运行",
    says: "a unit without vehicles buys its first",
    budget: "administrative",
    edits: [
      ["一般公务用车: 2", "一般公务用车: 0"],
      ["一般执法执勤用车: 1", "一般执法执勤用车: 0"],
    ],
  },
  {
    code: "勾稽/政府采购总额",
    says: "all that is spent is procured",
    budget: "administrative",
    edits: [["金额: 300000.00", "金额: 3420000.00"]],
  },
  {
    code: "勾稽/政府采购遗漏",
    says: "some of it is procured",
    budget: "sample",
    edits: [["政府采购: []", "政府采购:\n  - { 采购类型: 服务, 面向中小企业: 否, 金额: 2430000.00 }"]],
  },
  {
    code: "勾稽/政府采购遗漏",
    says: "a 分 less than a million",
    budget: "second-year",
    edits: [
      ["金额: 100000.00", "金额: 999999.99"],
      ["经济科目: 30201", "经济科目: 30209"],
    ],
  },
  {
    code: "勾稽/政府采购遗漏",
    says: "compensation for land is not procured",
    budget: "second-year",
    edits: [
      ["金额: 100000.00", "金额: 1000000.00"],
      ["经济科目: 30201", "经济科目: 31009"],
    ],
  },
  {
    code: "勾稽/成本指标",
    says: "the cost is the expenditure to the 分",
    budget: "sample",
    edits: [["≤4万元 }", "≤40000.00元/年 }"]],
  },
  {
    code: "勾稽/成本指标",
    says: "the cost in 万元 is the expenditure as it is printed",
    budget: "sample",
    edits: [
      ["否, 金额: 40000.00", "否, 金额: 123456.78"],
      ["≤4万元 }", "≤12.35万元/年 }"],
    ],
  },
  {
    code: "勾稽/成本指标",
    says: "the cost is the investment of all years",
    budget: "sample",
    edits: [
      ["    名称: 2023物业管理费", "    总投资: 3000000.00\n    名称: 2023物业管理费"],
      ["≤243万元", "≤300万元"],
    ],
  },
  {
    code: "勾稽/总投资",
    says: "the investment of all years is this year's expenditure",
    budget: "sample",
    edits: [["    名称: 2023物业管理费", "    总投资: 2430000.00\n    名称: 2023物业管理费"]],
  },
  {
    code: "勾稽/成本指标",
    says: "an indicator of costs that is not an amount",
    budget: "sample",
    edits: [["≤243万元", "超过500万元时另报"]],
  },
  {
    code: "勾稽/成本指标",
    says: "an amount that is not a cost",
    budget: "sample",
    edits: [["8700-9400户", "≥9000万元"]],
  },
  {
    code: "勾稽/占位编码",
    says: "a code that ends in a number",
    budget: "sample",
    edits: [["编码: 未赋码", "编码: 411200230000000000001"]],
  },
  {
    code: "勾稽/项目年份",
    says: "a project of several years",
    budget: "administrative",
    edits: [["名称: 专项普查", "名称: 2023-2025年专项普查"]],
  },
  {
    code: "勾稽/项目年份",
    says: "a number that is no year",
    budget: "sample",
    edits: [["名称: 2023物业管理费", "名称: 12022户物业管理费"]],
  },
  {
    code: "勾稽/项目年份",
    says: "a project of last year that spends what is left",
    budget: "administrative",
    edits: [
      ["名称: 专项普查", "名称: 2023专项普查"],
      ["财政拨款: 是, 金额: 1500000.00", "财政拨款: 是, 年份来源: 上年结转, 金额: 1500000.00"],
    ],
  },
  {
    code: "勾稽/科目性质",
    says: "参公事业单位 have functions of administrative units",
    budget: "second-year",
    edits: [["功能科目: 2012604", "功能科目: 2101101"]],
  },
  {
    code: "勾稽/政府经济科目",
    says: "the code of the list is written out",
    budget: "sample",
    edits: [["经济科目: 30302,", "经济科目: 30302, 政府经济科目: 50905,"]],
  },
  {
    code: "勾稽/上年数据",
    says: "the figure of last year's file is written out",
    budget: "second-year",
    edits: [["原因:\n", "上年:\n  收入总计: 123456.78\n原因:\n"]],
  },
  {
    code: "勾稽/上年合计",
    says: "a part is not known",
    budget: "administrative",
    edits: [
      ["三公经费: 250000.00", "三公经费: 250000.01"],
      ["  公务接待费: 60000.00\n", ""],
    ],
  },
  {
    code: "勾稽/上年机关运行",
    says: "an institution had none",
    budget: "sample",
    edits: [["  三公经费: 0.00\n", "  机关运行经费: 0.00\n  三公经费: 0.00\n"]],
  },
  {
    code: "勾稽/原因相反",
    says: "what is spent more is said beside what is saved",
    budget: "administrative",
    edits: [["  收入总计: 新增普查任务", "  收入总计: 压减一般性支出，统筹用于普查"]],
  },
  {
    code: "勾稽/原因方向",
    says: "what was new last year is no more",
    budget: "sample",
    edits: [["  收入总计: 加强经费管理，对项目经费进行压缩", "  收入总计: 上年新增的一次性项目本年不再安排"]],
  },
  {
    code: "勾稽/版式事项",
    says: "a format asks how money is spent that there is not",
    budget: "sample",
    edits: [
      [
        "\ndisclosed:",
        "\nfacts:\n  - { name: 说明, kind: text, says: 怎样用, when: { measure: 政府性基金预算支出 } }\ndisclosed:",
        "templates/henan/pack.yaml",
      ],
    ],
  },
  {
    code: "勾稽/零金额",
    says: "a source of revenue without money, which no table shows",
    budget: "sample",
    edits: [["\n收入:\n", "\n收入:\n  - { 资金来源: 事业收入, 财政拨款: 否, 金额: 0.00 }\n"]],
  },
  {
    code: "勾稽/金额单位",
    says: "last year was a hundredth of this",
    budget: "sample",
    edits: [["11314000.00", "113140.00"]],
  },
  {
    code: "勾稽/科目资金",
    says: "other money than that of budgets under a function of a fund is only doubted",
    budget: "administrative",
    edits: [["资金来源: 政府性基金预算, 财政拨款: 是", "资金来源: 财政专户管理资金, 财政拨款: 否"]],
  },
  {
    code: "勾稽/科目资金存疑",
    says: "the function is one of the fund, as its section is",
    budget: "administrative",
    edits: [["功能科目: 2296002", "功能科目: 2121099"]],
  },
  {
    code: "勾稽/科目资金存疑",
    says: "an item is of the general budget in a class that has one of a fund",
    budget: "administrative",
    edits: [["功能科目: 2010507", "功能科目: 2170401"]],
  },
  {
    code: "勾稽/科目资金存疑",
    says: "what was brought forward is spent under a function that is abolished",
    budget: "administrative",
    edits: [
      ["功能科目: 2296002", "功能科目: 2146301"],
      ["项目:\n", "科目名称: { 21463: 港口建设费安排的支出, 2146301: 港口设施 }\n项目:\n"],
      [
        "资金来源: 政府性基金预算, 财政拨款: 是, 金额",
        "资金来源: 政府性基金预算, 财政拨款: 是, 年份来源: 上年结转, 金额",
      ],
    ],
  },
  {
    code: "勾稽/收入科目",
    says: "more is received for a function than is spent on it, as some is left at the end of the year",
    budget: "by-function",
    edits: [
      ["事业收入, 财政拨款: 否, 金额: 32000.00", "事业收入, 财政拨款: 否, 金额: 32000.01"],
      ["功能科目: 2070204, 金额: 300000.00", "功能科目: 2070204, 金额: 300000.01"],
    ],
  },
  {
    code: "勾稽/行政单位收入",
    says: "an institution has revenue of its own",
    budget: "sample",
    edits: [["资金来源: 一般公共预算, 财政拨款: 否", "资金来源: 事业收入, 财政拨款: 否"]],
  },
  {
    code: "勾稽/社保科目",
    says: "medical care is paid under its function in another way",
    budget: "sample",
    edits: [["经济科目: 30110", "经济科目: 30112"]],
  },
  {
    code: "勾稽/项目工资",
    says: "a project pays for services of people",
    budget: "administrative",
    edits: [["经济科目: 30227", "经济科目: 30226"]],
  },
  {
    code: "勾稽/绩效工资",
    says: "an administrative unit carries staff of an institution",
    budget: "administrative",
    edits: [
      ["功能科目: 2010601", "功能科目: 2010650"],
      ["经济科目: 30101,", "经济科目: 30107,"],
    ],
  },
  {
    code: "勾稽/基本建设",
    says: "a project builds",
    budget: "administrative",
    edits: [["经济科目: 30227", "经济科目: 30901"]],
  },
  {
    code: "勾稽/成本指标合计",
    says: "costs that were rounded come to a little more than the project",
    budget: "sample",
    edits: [["节日慰问总成本, 指标值: ≤2万元", "节日慰问总成本, 指标值: ≤2.01万元"]],
  },
  {
    code: "勾稽/成本指标合计",
    says: "what one of something costs is no part of a sum",
    budget: "sample",
    edits: [["节日慰问总成本, 指标值: ≤2万元", "每户慰问成本, 指标值: ≤4万元"]],
  },
  {
    code: "勾稽/成本指标合计",
    says: "a cost is part of the total cost",
    budget: "administrative",
    edits: [
      [
        "{ 三级指标: 项目总成本, 指标值: ≤170万元 }",
        "{ 三级指标: 项目总成本, 指标值: ≤170万元 }, { 三级指标: 印刷成本, 指标值: ≤20万元 }",
      ],
    ],
  },
  {
    code: "勾稽/车辆科目",
    says: "a project buys vehicles under their code",
    budget: "administrative",
    edits: [
      ["名称: 专项普查", "名称: 更新执法执勤用车"],
      ["经济科目: 30227", "经济科目: 31013"],
    ],
  },
  {
    code: "勾稽/车辆科目",
    says: "vehicles that are not the unit's",
    budget: "administrative",
    edits: [["名称: 专项普查", "名称: 城市公交车辆购置补贴"]],
  },
];

import type { Code } from "../../src/diagnostic/diagnostic-codes.js";
import type { Edit } from "./reading.js";

/** A fault of published disclosures, made in the sample by an edit, and under which code it is found there. */
export interface Breach extends Edit {
  readonly fault: string;
  readonly code: Code;
  /** the words of the edit that the place begins with */
  readonly at: string;
  /** the file that the place is in, and the words of it that the place begins with, where that is not the edit */
  readonly elsewhere?: readonly [file: string, words: string];
}

const DATA = "data/403008/2023.yaml";
const narrative = (name: string): string => `templates/henan/narrative/${name}.hbs`;
const table = (name: string): string => `templates/henan/tables/${name}.yaml`;

const REASON = "  一般公共预算收支: 加强经费管理，对项目经费进行压缩";
const DUTIES = "承担廉租住房和经济适用房的建设";
const OVERSEAS =
  "预算数{{#if (持平 因公出国境费)}}与{{上年}}年持平{{#if (持平原因 因公出国境费)}}{{持平原因 因公出国境费}}{{else}}{{#if (为零 因公出国境费)}}，主要原因是无此项业务开展{{/if}}{{/if}}{{else}}比{{上年}}年{{增减 因公出国境费}}{{/if}}。";

/** Where it is certain that nothing has changed: elsewhere no template may say 持平. */
const FLAT = "{{#if (持平 因公出国境费)}}";

function inReason(fault: string, code: Code, words: string, at: string): Breach {
  return { fault, code, file: DATA, find: REASON, replace: `  一般公共预算收支: ${words}`, at };
}

function inDuties(fault: string, code: Code, words: string, at: string): Breach {
  return { fault, code, file: DATA, find: DUTIES, replace: `${words}${DUTIES}`, at };
}

function inOverseas(fault: string, code: Code, replace: string, at: string): Breach {
  return { fault, code, file: narrative("three-public"), find: OVERSEAS, replace, at };
}

function inIndicator(fault: string, code: Code, words: string, at: string): Breach {
  return { fault, code, file: DATA, find: "指标值: 100户/年", replace: `指标值: ${words}`, at };
}

const NUMBERS: readonly Breach[] = [
  inReason("an amount in a reason", "校对/手写数字", "压缩项目经费300万元", "300万元"),
  inReason("an amount in Chinese characters", "校对/手写数字", "压缩项目经费三百万元", "三百万元"),
  inReason("a percentage in Chinese characters", "校对/手写数字", "压缩百分之五", "百分之五"),
  inReason("an amount in a reason without its unit", "校对/手写数字", "压缩300万，退休3人", "300"),
  inReason("a multiple in a reason", "校对/手写数字", "任务增长1.5倍", "1.5倍"),
  inReason("a multiple in Chinese characters", "校对/手写数字", "任务增长两倍", "两倍"),
  inReason("a fraction in Chinese characters", "校对/手写数字", "任务增加三分之一", "三分之一"),
  inReason("an amount as it is spoken", "校对/手写数字", "任务增加1000块钱", "1000块钱"),
  inReason("an amount in w", "校对/手写数字", "任务增加10w元", "10w元"),
  inDuties("an amount in the duties", "校对/手写数字", "管理资金1001.90万元；", "1001.90万元"),
  {
    fault: "an amount typed into a template",
    code: "校对/手写数字",
    file: narrative("revenue"),
    find: "收入合计{{万元 收入合计}}",
    replace: "收入合计1001.90万元",
    at: "1001.90万元",
  },
  {
    fault: "an amount typed into a note",
    code: "校对/手写数字",
    file: table("05-general-public-budget"),
    find: "notes: [备注：本表仅含当年财政拨款安排的支出]",
    replace: "notes: [备注：本表仅含当年财政拨款安排的支出201.90万元]",
    at: "201.90万元",
  },
  {
    fault: "a document that the pack does not cite",
    code: "校对/手写数字",
    file: narrative("economic-classification"),
    find: "（财预〔2017〕98号）",
    replace: "（财预〔2017〕89号）",
    at: "2017",
  },
  {
    fault: "增长100% on a zero base, typed",
    code: "校对/手写数字",
    file: narrative("revenue"),
    find: "。{{#unless (为零 上年结转结余)}}",
    replace: "，增长100%。{{#unless (为零 上年结转结余)}}",
    at: "100%",
  },
  {
    fault: "811.63 元 where 万元 is meant: 元 behind a figure in 万元",
    code: "校对/计量单位",
    file: narrative("general-public-budget"),
    find: "{{名称}}{{万元 本项}}，",
    replace: "{{名称}}{{万元 本项}}元，",
    at: "{{万元 本项}}元",
  },
  {
    fault: "单位：元 above tables in 万元",
    code: "校对/计量单位",
    file: "templates/henan/pack.yaml",
    find: "tableRight: 单位：万元",
    replace: "tableRight: 单位：元",
    at: "单位：元",
  },
  inDuties("元元", "校对/计量单位", "发放补助元元；", "元元"),
  {
    fault: "two figures with nothing between them",
    code: "校对/计量单位",
    file: narrative("revenue"),
    find: "收入合计{{万元 收入合计}}",
    replace: "收入合计{{万元 收入合计}}{{万元 收入总计}}",
    at: "{{万元 收入合计}}",
  },
  {
    fault: "a year left over from an older file",
    code: "校对/年份",
    file: narrative("offices"),
    find: "无内设机构。\n{{/if}}",
    replace: "无内设机构。\n{{/if}}\n机构设置自2019年起未变。",
    at: "2019",
  },
  {
    fault: "a year in Chinese characters left over",
    code: "校对/年份",
    file: "templates/henan/pack.yaml",
    find: '"{{年}}年度{{主体}}预算公开"]',
    replace: '"{{年}}年度{{主体}}预算公开", 二〇二一年三月]',
    at: "二〇二一",
  },
  {
    fault: "a year left over in the title of a table",
    code: "校对/年份",
    file: table("06-basic-expenditure"),
    find: "{{年}}年一般公共预算基本支出表",
    replace: "2021年一般公共预算基本支出表",
    at: "2021",
  },
  inReason("a reason copied from an older file", "校对/原因中的年份", "2019年起压缩经费", "2019"),
  inIndicator("a target copied from last year", "校对/表中年份", "100%/2022年12月底前", "2022"),
];

const CHANGES: readonly Breach[] = [
  inOverseas(
    "持平 with a reason for a cut",
    "校对/持平",
    `预算数${FLAT}与{{上年}}年持平，主要原因是加强经费管理，压减出国任务{{/if}}。`,
    "加强经费管理",
  ),
  inOverseas(
    "持平 with a reason for a cut in the next sentence",
    "校对/持平",
    `预算数${FLAT}与{{上年}}年持平。主要原因是压减出国任务{{/if}}。`,
    "压减出国任务",
  ),
  inOverseas("比P年预算持平", "校对/持平", `预算数${FLAT}比{{上年}}年预算持平{{/if}}。`, "比"),
  inOverseas(
    "an increase without a reason",
    "校对/增减原因",
    "预算数比{{上年}}年增加{{万元 收入合计}}。",
    "增加",
  ),
  inOverseas(
    "增加0万元，增长0%",
    "校对/增减原因",
    "预算数比{{上年}}年增加{{万元 因公出国境费}}，主要原因是新增任务。",
    "增加",
  ),
  inOverseas(
    "growth divided by this year's figure",
    "校对/增长率",
    "预算数比{{上年}}年增加{{万元 项目支出}}，增长{{占比 项目支出 支出合计}}，主要原因是新增任务。",
    "增长",
  ),
  inOverseas(
    "增长100% on a zero base",
    "校对/增长率",
    "预算数比{{上年}}年增加{{万元 项目支出}}，增长{{占比 项目支出 项目支出}}，主要原因是新增任务。",
    "增长",
  ),
];

const RESIDUES: readonly Breach[] = [
  ...[
    "XX",
    "××",
    "ＸＸ",
    "TODO",
    "待填",
    "待定",
    "某某",
    "（略）",
    "请填写",
    "【】",
    "{单位}",
    "#REF!",
    "“”",
    "（）",
  ].map((left) => inDuties(`${left} is left over`, "校对/残留", `承担'${left}'工作；`, left)),
  inOverseas(
    "增加（减少）",
    "校对/残留",
    "预算数比{{上年}}年增加（减少）{{万元 收入合计}}，主要原因是任务变化。",
    "增加（减少）",
  ),
  {
    fault: "公务用车购置费 without its amount",
    code: "校对/残留",
    file: narrative("three-public"),
    find: '公务用车购置费{{万元 公务用车购置费}}{{#unless (是 新设单位 "是")}}，预算数',
    replace: "公务用车购置费，预算数{{#unless 年}}{{else}}",
    at: "公务用车购置费，预算数",
  },
  inOverseas("主要原因是。", "校对/残留", `预算数${FLAT}与{{上年}}年持平，主要原因是{{/if}}。`, "原因是"),
  inOverseas(
    "主要原因是；",
    "校对/残留",
    `预算数${FLAT}与{{上年}}年持平，主要原因是；其他说明略{{/if}}。`,
    "原因是",
  ),
  inOverseas("占 %", "校对/残留", `预算数${FLAT}与{{上年}}年持平，占 %{{/if}}。`, "占 %"),
  inOverseas(
    "an amount that was not filled in",
    "校对/残留",
    `预算数${FLAT}与{{上年}}年持平，共计 万元{{/if}}。`,
    "计 万元",
  ),
  {
    fault: "由上年…调整为, which was true of 2018",
    code: "校对/残留",
    file: narrative("economic-classification"),
    find: "我{{主体}}《支出经济分类汇总表》按两套",
    replace: "我{{主体}}《支出经济分类汇总表》由上年仅反映基本支出，调整为按两套",
    at: "由上年",
  },
  inDuties("等等", "校对/残留", "负责规划、建设等等；", "等等"),
];

const MARKS: readonly Breach[] = [
  inDuties("full stops doubled", "校对/标点", "承担工作。。", "。。"),
  inDuties("a comma before a full stop", "校对/标点", "承担工作，。", "，。"),
  inDuties("half-width brackets", "校对/标点", "承担工作(含协调)；", "("),
  inDuties("a half-width comma", "校对/标点", "承担工作,负责协调；", ","),
  {
    fault: "a half-width comma behind a name",
    code: "校对/标点",
    file: narrative("duties"),
    find: "{{单位名称}}主要职责是",
    replace: "{{单位名称}},主要职责是",
    at: ",主要",
  },
  inDuties("less-than for a title", "校对/标点", "执行<预算法>；", "<"),
  inDuties("a bracket that nothing closes", "校对/标点", "承担工作（含协调；", "（"),
  {
    fault: "国防支出(",
    code: "校对/标点",
    file: table("01-balance"),
    find: "label: 五、事业收入",
    replace: "label: 五、事业收入(其他)",
    at: "(",
  },
  inIndicator("an indicator cut short: （明显、一般", "校对/表中标点", "改善（明显、一般", "（"),
  inIndicator("an indicator without its unit: 活动3 前完成", "校对/表中残缺", "100户/活动3 前完成", "3 前"),
  inIndicator("an indicator that breaks off", "校对/表中残缺", "按期完成、", "按期完成、"),
  inIndicator("half-width brackets in an indicator", "校对/表中标点", "明显(一般)", "("),
  {
    fault: "财政单位 for 财政部门",
    code: "校对/称呼",
    file: narrative("other-matters"),
    find: "向财政部门提出",
    replace: "向财政单位提出",
    at: "财政单位",
  },
  {
    fault: "文化体育旅游与传媒 for 文化旅游体育与传媒",
    code: "校对/称呼",
    file: table("01-balance"),
    find: "文化旅游体育与传媒",
    replace: "文化体育旅游与传媒",
    at: "文化体育旅游与传媒",
  },
  {
    fault: "本表无数 for 本表无数据",
    code: "校对/称呼",
    file: table("09-funds-budget"),
    find: "本表无数据",
    replace: "本表无数",
    at: "本表无数",
  },
  {
    fault: "数量、实效 for 数量、时效",
    code: "校对/称呼",
    file: narrative("other-matters"),
    find: "数量、时效、质量",
    replace: "数量、实效、质量",
    at: "数量、实效、质量",
  },
  {
    fault: "a unit that calls itself 部门",
    code: "校对/称呼",
    file: narrative("other-matters"),
    find: "我{{主体}}将按照《预算法》",
    replace: "我部门将按照《预算法》",
    at: "我部门",
  },
  {
    fault: "未开展重点项目预算的绩效目标 without 编制工作",
    code: "校对/称呼",
    file: narrative("other-matters"),
    find: "的绩效目标编制工作",
    replace: "的绩效目标",
    at: "",
    elsewhere: [narrative("other-matters"), "未开展重点项目预算的绩效目标"],
  },
  {
    fault: "a technical term that is not explained",
    code: "校对/名词",
    file: "templates/henan/terms.yaml",
    find: "- term: 附属单位上缴收入\n  says: 是指事业单位附属的独立核算单位按照有关规定上缴的收入。\n",
    replace: "",
    at: "",
    elsewhere: ["templates/henan/terms.yaml", "附属单位上缴收入"],
  },
  inDuties("a character that no font has", "校对/缺字", "服务𠀀村；", "𠀀"),
];

const TABLES: readonly Breach[] = [
  {
    fault: "an empty table without a note",
    code: "校对/空表",
    file: table("09-funds-budget"),
    find: "emptyNote: 说明：本{{主体}}没有政府性基金预算安排的支出，本表无数据。\n",
    replace: "",
    at: "",
  },
  {
    fault: "a table with figures noted 本表为空表",
    code: "校对/空表",
    file: table("05-general-public-budget"),
    find: "notes: [备注：本表仅含当年财政拨款安排的支出]",
    replace: "notes: [备注：本表为空表]",
    at: "本表为空",
  },
  {
    fault: "a list of 科目 that the table does not have",
    code: "校对/列举",
    file: narrative("basic-expenditure"),
    find: '{{列举 财政拨款公用经费 "经济科目"}}',
    replace: "办公费、咨询费、水费、电费、工会经费、其他商品和服务支出",
    at: "办公费、咨询费",
  },
  {
    fault: "a list of 科目 that leaves out some of the table's",
    code: "校对/列举",
    file: narrative("basic-expenditure"),
    find: '{{列举 财政拨款公用经费 "经济科目"}}',
    replace: "办公费、水费等",
    at: "办公费、水费",
  },
  {
    fault: "一般公共预算支出 in the text that is not that of the table, and does not say so",
    code: "校对/文表不符",
    file: narrative("general-public-budget"),
    find: "，列入《一般公共预算支出情况表》",
    replace: "",
    at: "",
    elsewhere: [narrative("general-public-budget"), "{{万元 一般公共预算支出}}。\n{{/if}}"],
  },
  {
    fault: "a table of projects that shows some of them",
    code: "校对/文表不符",
    file: table("10-projects"),
    find: "where: { 支出性质: 项目支出 }",
    replace: "where: { 类别: 特定目标类 }",
    at: "",
    elsewhere: [narrative("expenditure"), "{{万元 项目支出}}"],
  },
  {
    fault: "a column of this year's money that takes last year's",
    code: "校对/表内合计",
    file: table("10-projects"),
    find: "      - { header: 一般公共预算, where: { 年份来源: 本年, 资金来源: 一般公共预算 } }",
    replace: "      - { header: 一般公共预算, where: { 年份来源: 上年结转, 资金来源: 一般公共预算 } }",
    at: "",
  },
];

const MEASURES: readonly Breach[] = [
  {
    fault: "a total whose name stands before another figure",
    code: "校对/名数不符",
    file: narrative("overview"),
    find: "支出总计{{万元 支出总计}}",
    replace: "支出总计{{万元 基本支出}}",
    at: "{{万元 基本支出}}",
  },
  {
    fault: "购置 and 运行 swapped in the text",
    code: "校对/名数不符",
    file: narrative("three-public"),
    find: "；公务用车运行维护费{{万元 公务用车运行维护费}}",
    replace: "；公务用车运行维护费为{{万元 公务用车购置费}}",
    at: "{{万元 公务用车购置费}}",
  },
  {
    fault: "the share of another amount than the one before it",
    code: "校对/占比",
    file: narrative("expenditure"),
    find: "占{{占比 基本支出 支出合计}}",
    replace: "占{{占比 项目支出 支出合计}}",
    at: "{{占比 项目支出 支出合计}}",
  },
  {
    fault: "a share the wrong way round",
    code: "校对/占比",
    file: narrative("expenditure"),
    find: "，占{{占比 基本支出 支出合计}}",
    replace: "，比重为{{占比 支出合计 基本支出}}",
    at: "{{占比 支出合计 基本支出}}",
  },
  {
    fault: "国有资产占用 without the vehicles",
    code: "校对/漏公开",
    file: narrative("other-matters"),
    find: "共有车辆{{数量 车辆}}，其中：",
    replace: "占用资产：",
    at: "",
    elsewhere: ["templates/henan/pack.yaml", "{{单位名称}}{{年}}年度预算情况说明"],
  },
];

const SECRETS: readonly Breach[] = [
  inDuties("an identity card", "校对/个人信息", "联系人11010519491231002X；", "11010519491231002X"),
  inDuties("an old identity card", "校对/个人信息", "联系人110105491231002；", "110105491231002"),
  inDuties("a mobile number", "校对/个人信息", "联系电话13800138000；", "13800138000"),
  inDuties("a mobile number in groups", "校对/个人信息", "联系电话138-0013-8000；", "138-0013-8000"),
  inDuties("a bank card", "校对/个人信息", "账号6222021234567890128；", "6222021234567890128"),
  inDuties("an e-mail address", "校对/个人信息", "邮箱zhang.san@example.com；", "zhang.san@example.com"),
  inIndicator("a mobile number in a cell", "校对/个人信息", "联系13800138000", "13800138000"),
  inIndicator("a mark of secrecy alone in a cell", "校对/密级", "机密", "机密"),
  inIndicator("a mark of secrecy with its term", "校对/密级", "100户/年（秘密★1年）", "秘密★"),
  inDuties("内部资料，注意保密", "校对/密级", "内部资料，注意保密；", "内部资料，注意保密"),
  inDuties(
    "an identity card in full width",
    "校对/个人信息",
    "联系人１１０１０５１９４９１２３１００２Ｘ；",
    "１１０１０５１９４９１２３１００２Ｘ",
  ),
  inDuties(
    "an identity card in groups",
    "校对/个人信息",
    "联系人110105 19491231 002X；",
    "110105 19491231 002X",
  ),
  inDuties("a mobile number with its country", "校对/个人信息", "联系电话+8613800138000；", "+8613800138000"),
  inDuties(
    "a bank card in groups",
    "校对/个人信息",
    "账号6222 0212 3456 7890 128；",
    "6222 0212 3456 7890 128",
  ),
  inDuties(
    "an e-mail address in full width",
    "校对/个人信息",
    "邮箱ｚhang＠example.com；",
    "ｚhang＠example.com",
  ),
  inDuties("a plate that may be the office's", "校对/可能是个人信息", "车辆豫M12345；", "豫M12345"),
  inDuties("a passport", "校对/个人信息", "护照号：E12345678；", "E12345678"),
  inDuties("somebody's own car", "校对/个人信息", "私家车豫M12345；", "豫M12345"),
  inDuties("内部资料，注意保存", "校对/密级", "（内部资料，注意保存）；", "内部资料，注意保存"),
  inIndicator("机密级 alone in a cell", "校对/密级", "机密级", "机密级"),
  inIndicator("工作秘密 in brackets", "校对/密级", "100户/年（工作秘密）", "（工作秘密）"),
];

export const BREACHES: readonly Breach[] = [
  ...NUMBERS,
  ...CHANGES,
  ...RESIDUES,
  ...MARKS,
  ...TABLES,
  ...MEASURES,
  ...SECRETS,
];

import { describe, expect, test } from "@jest/globals";
import { compare } from "../../src/audit/words/edits.js";
import { tokensOf } from "../../src/audit/words/tokens.js";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import type { Code } from "../../src/diagnostic/diagnostic-codes.js";
import { extract } from "../../src/extract/extract.js";
import { readGiven } from "../../src/files/given.js";
import { PROGRAM } from "../project.js";
import { type Departure, describe as describeDeparture, readRegister } from "../seed/register.js";
import { compact } from "../seed/text.js";
import { auditOf, subject } from "./auditing.js";

/** A fault of the document of 2023 as it was published, and what is said of it. */
interface Found {
  readonly fault: string;
  readonly code: Code;
  /** what the finding quotes, each piece somewhere in it */
  readonly quotes: readonly string[];
}

/** One that nobody can find who only reads the document beside the data. */
interface Unfound {
  readonly fault: string;
  readonly why: string;
}

const FOUND: readonly Found[] = [
  {
    fault: "1 表三合计 工资福利支出 383.26",
    code: "审核/矛盾",
    quotes: ["383.26", "191.63", "预算03表“合计”"],
  },
  {
    fault: "2 表三合计 对个人和家庭的补助 0.00",
    code: "审核/矛盾",
    quotes: ["印的是 0.00", "2.62", "预算03表"],
  },
  {
    fault: "3 表五合计 工资福利支出 383.26",
    code: "审核/矛盾",
    quotes: ["预算05表“合计”一行“工资福利支出”栏也是 383.26"],
  },
  { fault: "4 表十合计 1595.00", code: "审核/矛盾", quotes: ["1595.00", "800.00", "各分项相加是 800.00"] },
  {
    fault: "5 人员经费 194.20，占 96.19%",
    code: "审核/矛盾",
    quotes: ["194.20万元", "194.25万元", "96.19%，应为 96.21%"],
  },
  {
    fault: "6 公用经费 7.70，占 3.81%",
    code: "审核/矛盾",
    quotes: ["7.70万元", "7.65万元", "3.81%，应为 3.79%"],
  },
  { fault: "7 十（三）里又是 194.20 和 7.70", code: "审核/矛盾", quotes: ["“人员经费”也是 194.20万元"] },
  {
    fault: "8 表六有尾差，没有注明",
    code: "审核/缺少",
    quotes: ["预算06表", "备注：本表仅含当年财政拨款安排的支出"],
  },
  {
    fault: "9 表七有尾差，没有注明",
    code: "审核/缺少",
    quotes: ["预算07表", "因四舍五入，本表有的分项相加"],
  },
  {
    fault: "10 退休费有的 2.63，有的 2.62",
    code: "审核/矛盾",
    quotes: ["退休费", "印的是 2.63", "预算07表“30302 退休费”一行 3 栏也是 2.63"],
  },
  {
    fault: "12 文字的 1001.90 与表五的 201.90 口径不同",
    code: "审核/缺少",
    quotes: ["缺数 201.90万元、800.00万元"],
  },
  { fault: "13 没有说其余 800.00 是什么", code: "审核/缺少", quotes: ["缺数 201.90万元、800.00万元"] },
  {
    fault: "12 没有写明一般公共预算支出的合计",
    code: "审核/缺少",
    quotes: ["一般公共预算支出共计1001.90万元"],
  },
  { fault: "12 没有表四的合计", code: "审核/缺少", quotes: ["财政拨款收入合计1001.90万元"] },
  { fault: "12 没有写明财政拨款的两种用法", code: "审核/缺少", quotes: ["文字中的“当年财政拨款安排”"] },
  { fault: "12 没有写明表八的口径", code: "审核/缺少", quotes: ["备注：本表仅含当年一般公共预算安排的支出"] },
  { fault: "29 以前的车辆种类", code: "审核/缺少", quotes: ["应急保障用车0辆"] },
  { fault: "29 设备以套计", code: "审核/单位", quotes: ["印的是 0套，应为 0台（套）"] },
  {
    fault: "14 列举的科目与表六不符",
    code: "审核/矛盾",
    quotes: ["多列了：职业年金缴费", "没有列：职工基本医疗保险缴费、福利费、退休费"],
  },
  {
    fault: "14 列举的公用经费科目与表六不符",
    code: "审核/矛盾",
    quotes: ["多列了：在职人员定额公用经费等", "没有列：办公费、水费、电费"],
  },
  {
    fault: "15 “由上年…调整为”是 2018 年的事",
    code: "审核/文字",
    quotes: ["由上年仅反映一般公共预算基本支出经济分类科目预算，调整为", "从前某一年的变化"],
  },
  { fault: "16 811.63 元", code: "审核/单位", quotes: ["811.63元", "811.63万元"] },
  { fault: "17 因公出国（境）费 0.00 元", code: "审核/单位", quotes: ["0.00元", "0.00万元"] },
  { fault: "18 公务用车购置没有金额", code: "审核/文字", quotes: ["“公务用车购置，预算数”里没有数"] },
  { fault: "19 持平却写压缩，出国经费", code: "审核/文字", quotes: ["持平", "对", "加强出国经费管理"] },
  {
    fault: "19 持平却写压缩，公务接待",
    code: "审核/文字",
    quotes: ["持平", "是加强公务接待费管理，对公务接待费进行压缩"],
  },
  { fault: "20 实效", code: "审核/文字", quotes: ["数量、实效、质量", "数量、时效、质量"] },
  {
    fault: "21 未开展…绩效目标，缺字",
    code: "审核/文字",
    quotes: ["应当写作“未开展重点项目预算的绩效目标编制工作”"],
  },
  { fault: "22 财政单位", code: "审核/文字", quotes: ["财政单位", "财政部门"] },
  { fault: "23 本表无数", code: "审核/文字", quotes: ["本表无数", "本表无数据"] },
  { fault: "24 等等", code: "审核/文字", quotes: ["等等", "管理科等等。"] },
  { fault: "25 减少、下降混用", code: "审核/文字", quotes: ["有的写“减少”，有的写“下降”"] },
  {
    fault: "38 附表用到的名词没有解释",
    code: "审核/缺少",
    quotes: ["上级补助收入：是指"],
  },
  { fault: "26 国防支出(", code: "审核/措辞", quotes: ["多了“(”", "（三）国防支出("] },
  { fault: "27 文化体育旅游与传媒", code: "审核/文字", quotes: ["文化体育旅游与传媒", "文化旅游体育与传媒"] },
  { fault: "28 医疗卫生与计划生育", code: "审核/文字", quotes: ["医疗卫生与计划生育", "社会保险基金"] },
  {
    fault: "29 旧的类名，表一城乡社区",
    code: "审核/文字",
    quotes: ["应当写作", "十二、城乡社区事务 159.48"],
  },
  { fault: "29 旧的类名，表一农林水", code: "审核/文字", quotes: ["应当写作", "十三、农林水事务"] },
  { fault: "29 旧的类名，表一资源勘探", code: "审核/文字", quotes: ["应当写作", "十五、资源勘探信息等"] },
  { fault: "29 旧的类名，表四城乡社区", code: "审核/文字", quotes: ["（十二）城乡社区事务支出"] },
  { fault: "29 旧的类名，表四农林水", code: "审核/文字", quotes: ["（十三）农林水事务支出"] },
  { fault: "29 旧的类名，表四资源勘探", code: "审核/文字", quotes: ["（十五）资源勘探信息等支出"] },
  { fault: "29 旧的类名，文字", code: "审核/文字", quotes: ["“城乡社区事务”应当写作", "21%；城乡社区支出"] },
  { fault: "31 表三各行没有排序", code: "审核/次序", quotes: ["预算03表", "2012604 档案馆"] },
  { fault: "31 表五各行没有排序", code: "审核/次序", quotes: ["预算05表", "2012604 档案馆"] },
  { fault: "31 表六各行没有排序", code: "审核/次序", quotes: ["预算06表", "30302 退休费"] },
  { fault: "31 表七各行没有排序", code: "审核/次序", quotes: ["预算07表", "30302 退休费"] },
  {
    fault: "32 表十的项目名称不全，维修",
    code: "审核/文字",
    quotes: ["没有印完", "2023保障房小区维护及维修费用（含经济适用房费用）"],
  },
  {
    fault: "32 表十的项目名称不全，系统",
    code: "审核/文字",
    quotes: ["没有印完", "2023保障房系统建设费（系统运行、升级）"],
  },
  {
    fault: "33 表十与表十一的项目次序不同",
    code: "审核/次序",
    quotes: ["预算10表", "2023保障房系统维护费"],
  },
  { fault: "34 占位的项目编码", code: "审核/文字", quotes: ["411200230000000000000", "未赋码"] },
  { fault: "35 243.0 与 108.00 并用", code: "审核/写法", quotes: ["预算11表", "243.0"] },
  { fault: "36 “活动3 前完成”", code: "审核/措辞", quotes: ["少了“天”", "≥95%/活动3天前完成"] },
  { fault: "36 “（明显、一般”", code: "审核/文字", quotes: ["没有印完", "影响程度（明显、一般、不明显）"] },
  {
    fault: "37 括号半角、全角混用",
    code: "审核/写法",
    quotes: ["括号半角、全角混用", "(一)机关运行", "维修(护)费"],
  },
  { fault: "38 解释了没有用到的名词", code: "审核/多出", quotes: ["用事业基金弥补收支差额"] },
  { fault: "38 用到的名词没有解释", code: "审核/缺少", quotes: ["上年结转结余", "是指以前年度预算安排"] },
  {
    fault: "39 数折在两行",
    code: "审核/写法",
    quotes: ["4 处把一个数折在两行", "1001.90", "800.00", "0.00"],
  },
];

const UNFOUND: readonly Unfound[] = [
  { fault: "11 福利费算在人员经费里", why: "各处一致，数据里也是这样写的" },
  { fault: "31 没有金额的行", why: "数据的“列示科目”要求列出这些行" },
  { fault: "40 综合费用全列在办公费", why: "批复的支出科目要看批复，文件里看不出" },
  { fault: "41 政府采购 0.00，却有物业管理费 243", why: "数据里也是 0；核对数据时已有警告" },
];

/** What differs but is none of the faults: what the registered departures say of the published text. */
const MERELY_DIFFERENT: readonly Found[] = [
  {
    fault: "书名号里用小于号、大于号，冒号半角",
    code: "审核/写法",
    quotes: ["标点半角、全角混用", "<支出经济分类", "单位名称:"],
  },
  {
    fault: "表一至表六没有编号，表十一没有金额单位",
    code: "审核/缺少",
    quotes: ["预算01表", "预算06表", "单位：万元"],
  },
  { fault: "表四 国有资本经营预算", code: "审核/措辞", quotes: ["少了“支出”", "（二十三）国有资本经营预算"] },
  {
    fault: "表四 灾害防治及应急管理",
    code: "审核/措辞",
    quotes: ["少了“支出”", "（二十四）灾害防治及应急管理"],
  },
  { fault: "第五节先说表五的数", code: "审核/措辞", quotes: ["当年财政拨款安排的支出年初预算为201.90万元"] },
  { fault: "第六节写明口径", code: "审核/措辞", quotes: ["少了“当年财政拨款安排的”"] },
  {
    fault: "部门预算支出经济分类科目是专名",
    code: "审核/措辞",
    quotes: ["据政府预算管理和部门预算管理的不同特"],
  },
  { fault: "第八节写明口径", code: "审核/措辞", quotes: ["少了“一般公共预算当年安排的”"] },
  { fault: "现行的车辆种类", code: "审核/措辞", quotes: ["“一般公务”，程序印的是“机要通信”"] },
  { fault: "名词的次序", code: "审核/次序", quotes: ["5 句话的位置与程序印的不同"] },
  { fault: "名词的编号", code: "审核/次序", quotes: ["编号“七”，程序印的是“一”"] },
  { fault: "名词的编号，其他收入", code: "审核/措辞", quotes: ["多列了“五”，没有列“十一”"] },
  { fault: "财政拨款的两种用法", code: "审核/措辞", quotes: ["按这一范围列示"] },
  { fault: "专业业务活动", code: "审核/措辞", quotes: ["少了“业务”"] },
  { fault: "三公的口径", code: "审核/措辞", quotes: ["单位使用一般公共预算安排的因公出国"] },
  { fault: "公务用车现行的种类", code: "审核/措辞", quotes: ["多列了“包括领导干部专车"] },
  { fault: "空表八的注", code: "审核/措辞", quotes: ["本单位无当年一般公共预算安排的"] },
  { fault: "空表九的注", code: "审核/措辞", quotes: ["程序印的是：“说明：本单位没有政府性基金预”"] },
  { fault: "表四 收入合计：", code: "审核/措辞", quotes: ["多了“：”", "收入合计："] },
  { fault: "表七首行没有“合计”", code: "审核/缺少", quotes: ["缺“合计”", "预算07表"] },
  { fault: "表十首行没有“合计”", code: "审核/缺少", quotes: ["缺“合计”", "预算10表"] },
];

const sample = await subject("sample");
const { findings, counts } = auditOf(await extract(readGiven(PROGRAM, "test/seed/published.txt")), sample);
const printed = findings.map((finding) => printDiagnostics([finding]));

function isOf({ code, quotes }: Found): (finding: Diagnostic, index: number) => boolean {
  return (finding, index) =>
    finding.code === code && quotes.every((quote) => printed[index]?.includes(quote));
}

describe("of the errors in the published document of 2023 all that can be read are reported", () => {
  test.each(FOUND.map((found) => [found.fault, found] as const))("%s", (_, found) => {
    expect(findings.filter(isOf(found)).map(({ code }) => code)).toContain(found.code);
  });
});

test("nothing else is: errors are those errors, warnings those or registered departures", () => {
  const all = [...FOUND, ...MERELY_DIFFERENT];
  const strange = findings.filter((finding, index) => !all.some((found) => isOf(found)(finding, index)));
  expect(printDiagnostics(strange)).toBe("");
  const errors = findings.filter(
    (finding, index) => finding.severity === "错误" && !FOUND.some((found) => isOf(found)(finding, index)),
  );
  expect(printDiagnostics(errors)).toBe("");
});

test("every entry has its number, and none is missing", () => {
  const numbers = [...FOUND, ...UNFOUND].map(({ fault }) => Number(fault.split(" ")[0]));
  // the list of faults has no 30
  const expected = Array.from({ length: 41 }, (_, index) => index + 1).filter((number) => number !== 30);
  expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(expected);
  for (const { why } of UNFOUND) expect(why).not.toBe("");
});

describe("every registered departure is reported", () => {
  const said = compact(printed.join("\n"));
  const register = Object.entries(readRegister()).flatMap(([part, entries]) =>
    // what is printed as nothing may as well be left out
    entries
      .filter(({ printed }) => !/^[0. ]+$/.test(printed))
      .map((entry) => [`${part} ${describeDeparture(entry).slice(0, 60)}`, entry, part] as const),
  );
  test.each(register)("%s", (_, entry, part) => {
    expect(wordsOf(entry, part).filter((word) => !said.includes(word))).toEqual([]);
  });
});

/** What must be said of a departure: the words that differ; of an order that it is another. */
function wordsOf({ location, published, printed: instead }: Departure, part: string): readonly string[] {
  if (location === "次序")
    return [part.startsWith("第") ? "句话的位置与程序印的不同" : `${numberOf(part)}各行的次序与程序印的不同`];
  const [before, after] = [published.split(/\s+/u), instead.split(/\s+/u)];
  const isRow = before.length > 1 && after.length > 1;
  // figures stand between blanks
  if (isRow && before.length === after.length) {
    return before.flatMap((word, index) => differing(word, after[index] ?? ""));
  }
  if (!isRow) return differing(compact(published), compact(instead));
  return [
    ...before.filter((word) => !after.includes(word)),
    ...after.filter((word) => !before.includes(word)),
  ];
}

function differing(one: string, other: string): readonly string[] {
  const { edits } = compare(tokensOf(one), tokensOf(other));
  return edits.flatMap(({ expected, found }) => {
    const words = [expected, found].map((tokens) => tokens.map(({ text }) => text).join(""));
    // of a whole sentence its beginning is quoted
    return words.filter((word) => word !== "").map((word) => word.slice(0, 12));
  });
}

function numberOf(part: string): string {
  const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"];
  return `预算${String(numerals.indexOf(part.slice(1)) + 1).padStart(2, "0")}表`;
}

test("it says how much was audited", () => {
  expect(counts).toEqual({ pages: 0, sentences: 69, cells: 867 });
});

import { isNarrative } from "../model/passage.js";
import { type Span, stretchesWithin, type Written } from "../model/source.js";
import { standForOther } from "../model/wording.js";
import { quantity } from "../money/money.js";
import { withoutPersonal } from "./confidential/personal.js";
import { citedWords, covering, properNames } from "./masks.js";
import {
  type Finding,
  isFact,
  matches,
  type Proof,
  type ReadPassage,
  type Remarks,
  type ReportProof,
  type Rule,
} from "./rule.js";
import { YEAR } from "./years.js";

const DIGITS = "[0-9０-９]+(?:[.,．，][0-9０-９]+)*";
/** Only where they begin: else a long number is gone through from each of its digits. */
const BEGINS = "(?<![0-9０-９][.,．，]?)";
/** A telephone number or a range is one number: 0398-2812345, (0398)2812345, 3-5万元. */
const NUMBER = new RegExp(
  `(?:[(（]0\\d{2,3}[)）]\\s*)?${DIGITS}(?:[-－—–~～]${DIGITS})*\\s*(?:[%％‰]|[万亿wW]?元|块钱|倍|个?百分点)?`,
  "g",
);
/** What a numeral begins with; what else may stand in one, and before it, as in 比上年多三百元. */
const DIGIT = "一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟";
const IN_NUMERAL = "零〇万亿余多点";
const NUMERAL = `[${DIGIT}${IN_NUMERAL}]`;
/** 三百万元, 百分之五, 两倍: amounts all the same. 每百元, 一元化, 百倍努力 and 三分之一的人员 are none. */
const CHINESE_NUMBER = new RegExp(
  [
    "(?<![每一二两三四五六七八九十百半])[一二两三四五六七八九十百半]+(?:点[一二三四五六七八九]+)?倍(?![增努信])",
    "[一二两三四五六七八九]成(?=[，。；、）左以多]|$)",
    "翻[一两二三]番",
    `(?<=(?<!${NUMERAL})[${IN_NUMERAL}]{0,3})(?<![每第])[${DIGIT}]${NUMERAL}*元(?![化结素旦宵首件老月勋])`,
    "[百千]分之[一二三四五六七八九十百点零]+(?<!百分之百)",
    "[二三四五六七八九十]分之[一二三四五六七八九](?=[，。；、多左]|$)",
  ].join("|"),
  "g",
);

/** Numbers that are no amounts: dates, numbered paragraphs, and those that are part of a word such as 5G. */
const DATE = /(?<!\d)(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?/g;
const NUMBERED = /[（(]\d{1,2}[）)]|(?<=^|[：；。])\d{1,2}[.．、）](?=\D)/g;
const IN_WORD =
  /(?:(?<![A-Za-z][.-]{0,2})[A-Za-z]+(?:[.-]{1,2}[A-Za-z]+)*[.-]{0,2}\d[\d.]*(?:[A-Za-z][A-Za-z\d]*)?|(?<![\d.])\d[\d.]*[A-Za-z][A-Za-z\d]*)(?![\d.]|\s*(?:[%％‰]|[万亿]?元))/g;

/** 12345热线, 编制30人: in the duties a number is a fact unless it is money or a share. */
const HARMLESS_IN_DUTIES = new RegExp(
  `${BEGINS}${DIGITS}(?![0-9０-９]|[.,．，][0-9０-９]|\\s*(?:[%％‰]|[万亿]?元))`,
  "g",
);

/** 2人, 第3批, 1、2号楼, 3万平方米: a number of something else than money, whole or in parts. */
const MONEY_OR_SHARE =
  "[百千wW]*[美欧港日]?元|块钱|英镑|倍|个?百分点|分之|折|成(?:[，。；、左以多]|$)|[万亿](?!人|户|次|件|个|名|位|辆|台|套|吨|亩|平方|立方|公里|公顷|册|份|株|棵|头|只|羽|条|家|座|张)";
const AND = "[、—–\\-~～至到和与及×]";
const COUNT = new RegExp(
  `第 ?\\d+|${BEGINS}(?<![0-9０-９]${AND}第?)${DIGITS}(?:${AND}第?${DIGITS})*(?![0-9.]) ?(?=(?!${MONEY_OR_SHARE})[\\p{Script=Han}A-Za-z#℃㎡])`,
  "gu",
);
/** 豫财〔2023〕12号 and 0398-2812345转8001. */
const DOCUMENT = /[〔[（(【](?:19|20)\d\d[〕\]）)】] ?(?:第 ?)?\d+ ?号/g;
const TELEPHONE =
  /(?<=(?:电话|热线|专线|传真|转)[为是：: ]{0,3})\d[\d-]{2,}|(?<!\d)[（(]?0\d{2,3}[）)]?[- ]?[2-9]\d{6,7}(?!\d)|(?<!\d)[48]00-?\d{3}-?\d{4}(?!\d)/g;

/** 按1:1配套 and “1+6+N”体系. */
const RATIO =
  /(?<![\d.])\d{1,3}(?:(?:[:：比]\d{1,3})+|(?:[+＋](?:\d{1,3}|[A-Z]))+)(?![\d.]|\s*[%％‰万亿元])/g;

const coverCounts = covering([], DOCUMENT, TELEPHONE, RATIO, COUNT);

export const TYPED_NUMBERS: Rule = {
  code: "校对/手写数字",
  severity: "错误",
  says: "文字和表注里的金额、个数和百分比由程序从数据算出，不手写；数据的文字里，金额按名称引用，百分比和倍数不写，人数、台数、文号、电话可以写，标准（每人每年2万元）先登记；模板里的文号先在版式里登记",
  certainty: "实务",
  basis: "实务：已公开文件中，文字和附表各写各的，数常常不一致",
  examine: (proof) => {
    const numbers = [...inDigits(proof), ...inCharacters(proof)];
    const standardOf = createStandards();
    const found = numbers.map((finding) => ({ ...finding, standard: standardOf(finding) }));
    const list = declared(
      new Set([...standardsOf(proof), ...found.flatMap(({ standard }) => standard ?? [])]),
      proof,
    );
    return found.map(({ standard, ...finding }) => {
      if (!isFact(finding.passage, finding.start)) return finding;
      return { ...finding, remedy: standard === undefined ? remedyInData(finding, proof) : list };
    });
  },
};

function standardsOf({ budget }: Proof): readonly string[] {
  return budget.standards.map(({ text }) => text);
}

/** Sentences, and notes under tables but for what the program itself says of rounding. */
function readIn({ passages, pack: { words } }: Proof): readonly ReadPassage[] {
  const isOfRounding = ({ origins = [] }: ReadPassage): boolean =>
    origins.some(({ written }) => written === words.residual);
  return passages.filter(
    (passage) => isNarrative(passage) || (passage.kind === "note" && !isOfRounding(passage)),
  );
}

function inDigits(proof: Proof): readonly Finding[] {
  const duties = new Set<Written>(proof.budget.unit.duties);
  const names = [...properNames(proof), ...citedWords(proof)];
  const cover = covering(names, YEAR, DATE, NUMBERED, IN_WORD);
  const standards = covering(standardsOf(proof));
  const text = (passage: ReadPassage): string => {
    const withoutDuties = inOrigins(passage, passage.text, (written) => duties.has(written), harmless);
    const others = withoutPersonal(withoutDuties);
    return cover(inOrigins(passage, others, isOfFact, (words) => coverCounts(standards(words))));
  };
  return matches(readIn(proof), NUMBER, typed, text).filter((each) => !isOfTag(each) && !isOwn(each));
}

function harmless(duties: string): string {
  return duties.replace(HARMLESS_IN_DUTIES, (number) => "　".repeat(number.length));
}

/** A passage's text, as far as it is not covered, with what was written in some places covered in another way, too. */
function inOrigins(
  { origins = [] }: ReadPassage,
  text: string,
  isOne: (written: Written) => boolean,
  cover: (words: string) => string,
): string {
  const pieces: string[] = [];
  let end = 0;
  for (const { from, to, written } of origins) {
    if (!isOne(written)) continue;
    pieces.push(text.slice(end, from), cover(text.slice(from, to)));
    end = to;
  }
  return pieces.join("") + text.slice(end);
}

function isOfFact({ fact }: Written): boolean {
  return fact === true;
}

/** Whether a tag prints the number: {{年}} behind a unit's name that ends with one. */
function isOfTag({ passage: { origins = [] }, start, end }: Finding): boolean {
  return stretchesWithin(origins, start, end).some(
    (origin) => origin.from <= start && end <= origin.to && standForOther(origin),
  );
}

/** Whether the program itself prints the number, which numbers a heading or a paragraph. */
function isOwn({ passage: { origins = [] }, start, end }: Finding): boolean {
  return origins.length > 0 && stretchesWithin(origins, start, end).length === 0;
}

function inCharacters(proof: Proof): readonly Finding[] {
  const cover = covering([...properNames(proof), ...citedWords(proof)]);
  const standards = covering(standardsOf(proof));
  return matches(readIn(proof), CHINESE_NUMBER, typed, (passage) =>
    inOrigins(passage, cover(passage.text), isOfFact, standards),
  );
}

function typed(number: string): Remarks {
  return {
    message: `文字里有手写的数“${number.trim()}”`,
    remedy: "模板里改用 {{万元 口径}}、{{数量 口径}} 或 {{占比 口径 口径}}",
  };
}

/** 每人每年2万元, 人均1200元, 25元/平方米, with what it is for each of; 100万元以上. */
const EACH = "[/／](?:[平立]方公?[米里]|公[里顷]|学[期年]|\\p{Script=Han})";
const OF_STANDARD = new RegExp(
  `(?:[户人亩]均|每)[^，。；：、元%％]{0,20}元(?:${EACH})*|${BEGINS}${DIGITS}[万千百]?元(?:(?:${EACH})+|(?:（含）)?以[上下内])`,
  "gu",
);

/** The standard of which a number is part, where the officer wrote it; each passage is looked through once. */
function createStandards(): (finding: Finding) => string | undefined {
  const known = new Map<ReadPassage, readonly (Span & { readonly words: string })[]>();
  const standardsIn = ({ text }: ReadPassage) =>
    [...text.matchAll(OF_STANDARD)].map(({ index: from, 0: words }) => ({
      from,
      to: from + words.length,
      words,
    }));
  return ({ passage, start, end }) => {
    if (!isFact(passage, start)) return undefined;
    const found = known.get(passage) ?? standardsIn(passage);
    known.set(passage, found);
    return stretchesWithin(found, start, end).find(({ from, to }) => from <= start && end <= to)?.words;
  };
}

/** `standards` are all that are declared, or should be: they are written in one line. */
function declared(standards: ReadonlySet<string>, { budget }: Proof): string {
  const list = [...standards].map((each) => (/[,#]/.test(each) ? `"${each}"` : each)).join(", ");
  const where = budget.standards.length > 0 ? "把数据的“标准”一行改成" : "在数据里写一行";
  return `是规定的标准，不是本文件的数，就${where}：标准: [${list}]`;
}

function remedyInData({ passage, start, end }: Finding, { quotes }: ReportProof): string {
  const [quote, ...others] = quotesOf(passage.text.slice(start, end), quotes);
  if (quote === undefined) {
    return "删去金额、百分比和倍数，只写话；要写本文件的数，按名称引用，例如 {{项目支出}}、{{上年 项目支出}}、{{增减额 项目支出}}、{{项目 编码}}、{{科目 代码}}；是规定的标准，写在数据的“标准”里，例如 标准: [每人每年2万元]";
  }
  const also = others.length > 0 ? `（数相同的还有 ${others.slice(0, MOST_QUOTES).join("、")}）` : "";
  return `这个数是算出来的，把它改成 ${quote}${also}；金额和单位由程序印出`;
}

const MOST_QUOTES = 3;

function quotesOf(number: string, quotes: ReportProof["quotes"]): readonly string[] {
  const [, digits, unit] = /^([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)\s*([万亿]?元)$/.exec(number.trim()) ?? [];
  if (digits === undefined || unit === undefined) return [];
  const times = { 元: "1", 万元: "10000", 亿元: "100000000" }[unit] ?? "1";
  return quotes(quantity(digits.replaceAll(",", "").replace(/^0+(?=\d)/, "")).times(times));
}

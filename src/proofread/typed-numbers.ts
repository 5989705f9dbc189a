import { isNarrative } from "../model/passage.js";
import { standForOther } from "../model/wording.js";
import { literally, plainText } from "../text/fold.js";
import { withoutPersonal } from "./confidential/personal.js";
import { citedWords, covering, properNames } from "./masks.js";
import {
  type Finding,
  matches,
  type Proof,
  type ReadPassage,
  type Remarks,
  type Rule,
} from "./rule.js";
import { YEAR } from "./years.js";

const DIGITS = "[0-9０-９]+(?:[.,．，][0-9０-９]+)*";
const NUMBER = new RegExp(`${DIGITS}\\s*(?:[%％‰]|[万亿]?元)?`, "g");
/** 三百万元, 百分之五: amounts all the same. 每百元 and 一元化 are none. */
const CHINESE_NUMBER =
  /(?<![每第])[一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟][零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟余多点]*元(?![化结素旦宵首件老月勋])|百分之[一二三四五六七八九十百点零]+(?<!百分之百)/g;

/** Numbers that are no amounts: dates, numbered paragraphs, and those that are part of a word such as 5G. */
const DATE = /(?<!\d)(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?/g;
const NUMBERED = /[（(]\d{1,2}[）)]|(?<=^|[：；。])\d{1,2}[.．、）](?=\D)/g;
const IN_WORD =
  /(?:[A-Za-z][A-Za-z.-]*\d[\d.]*|(?<![\d.])\d[\d.]*[A-Za-z])[A-Za-z\d]*(?![\d.]|\s*(?:[%％‰]|[万亿]?元))/g;

/** 12345热线, 编制30人: in the duties a number is a fact unless it is money or a share. */
const HARMLESS_IN_DUTIES = new RegExp(
  `${DIGITS}(?![0-9０-９]|[.,．，][0-9０-９]|\\s*(?:[%％‰]|[万亿]?元))`,
  "g",
);

export const TYPED_NUMBERS: Rule = {
  code: "校对/手写数字",
  severity: "错误",
  says: "文字和表注里的金额、个数和百分比由程序从数据算出，不手写；年份只写本年和上年，文号先在版式里登记",
  basis: "实务：已公开文件中，文字和附表各写各的，数常常不一致",
  examine: (proof) => [...inDigits(proof), ...inCharacters(proof)],
};

/** Sentences, and notes under tables but for what the program itself says of rounding. */
function isRead(passage: ReadPassage): boolean {
  return isNarrative(passage) || passage.kind === "note";
}

function roundingNote({ pack }: Proof): RegExp {
  const words = pack.words.residual.text.split(/\{\{(?:处|差额)\}\}/);
  return new RegExp(`^${words.map(literally).join(".+")}$`, "g");
}

function inDigits(proof: Proof): readonly Finding[] {
  const { text: duties } = proof.budget.unit.duties;
  const harmless = duties.replace(HARMLESS_IN_DUTIES, (number) => "　".repeat(number.length));
  const names = [...properNames(proof), ...citedWords(proof)];
  const cover = covering(names, YEAR, DATE, NUMBERED, IN_WORD, roundingNote(proof));
  const text = (passage: ReadPassage): string =>
    cover(withoutPersonal(passage.text).replaceAll(plainText(duties), () => plainText(harmless)));
  return matches(proof.passages.filter(isRead), NUMBER, typed, text).filter((each) => !isOfTag(each));
}

/** Whether a tag prints the number: {{年}} behind a unit's name that ends with one. */
function isOfTag({ passage: { origins = [] }, start, end }: Finding): boolean {
  return origins.some((origin) => origin.from <= start && end <= origin.to && standForOther(origin));
}

function inCharacters(proof: Proof): readonly Finding[] {
  const cover = covering([...properNames(proof), ...citedWords(proof)]);
  return matches(proof.passages.filter(isRead), CHINESE_NUMBER, typed, ({ text }) => cover(text));
}

function typed(number: string): Remarks {
  return {
    message: `文字里有手写的数“${number.trim()}”`,
    remedy:
      "“原因”和“主要职责”里删去数，只写话；模板里改用 {{万元 口径}}、{{数量 口径}} 或 {{占比 口径 口径}}",
  };
}

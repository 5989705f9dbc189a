import type { Numeral } from "./numerals.js";

const NO_YEAR = "看来不是年份，没有改";
const COMPACT = "像是日期，没有改";
const CITATION = "是文号，没有改";

const CALLED_YEAR = /^\s*(?:年|[-/]\d{1,2}(?:[-/]\d{1,2})?(?!\d)|[.．]\d{1,2}[.．]\d{1,2}(?!\d))/;
const OPENS_CITATION = /[〔[［（(【]\s*$/;
const CLOSES_CITATION = /^\s*[〕\]］）)】]\s*第?\s*\d+\s*号/;
const COUNTED_BEFORE =
  /(?:[≥≤＞＜><=＝≧≦±约A-Za-z]|不[少低高多小大]于|不超过|至少|超过|达到?|共计?|\d[.．,，]|\d\s*[-–—~～])\s*$/;
const COUNTED_BEHIND = /^(?:[A-Za-z]|[,，]\d{3}|[.．]\d|\s*[%％‰]|\s*[-–—~～]\s*\d)/;
const MEASURE =
  /^\s*[万亿]?(?:元|平方米|平方公里|公里|千米|米|亩|公顷|吨|户|人次|人|台|套|辆|件|个|处|名|项|次|份|家|所|间|株|盏|场|幅|册|课时|小时)(?=$|[\s/／，。、；,;（()）]|以上|以下|左右)/;

/** Why a numeral is no year of the calendar, or one of a law. */
export function doubtOf(numeral: Numeral, text: string): string | undefined {
  const { before, behind, written } = numeral;
  if (/^\d{4}/.test(behind)) return COMPACT;
  if (OPENS_CITATION.test(before) && CLOSES_CITATION.test(behind)) return CITATION;
  if (CALLED_YEAR.test(behind) || isFirstOfTwo(numeral) || isSecondOfTwo(numeral)) return undefined;
  const counted = [COUNTED_BEHIND, MEASURE].some((pattern) => pattern.test(behind));
  return counted || COUNTED_BEFORE.test(before) || text.trim() === written ? NO_YEAR : undefined;
}

const DAY = String.raw`(?:年度?)?\s*(?:\d{1,2}月份?)?(?:\d{1,2}[日号])?[底末初]?`;
const TO = String.raw`\s*[-–—―~～至到]+\s*`;
const FIRST_OF_TWO = new RegExp(String.raw`^${DAY}${TO}(?:20\d\d(?!\d)|\d\d(?=学?年))`);
const SECOND_OF_TWO = new RegExp(String.raw`(?<!\d)20\d\d${DAY}${TO}$`);

function isFirstOfTwo({ behind }: Numeral): boolean {
  return FIRST_OF_TWO.test(behind);
}

function isSecondOfTwo({ before }: Numeral): boolean {
  return SECOND_OF_TWO.test(before);
}

/** Whether a year begins or ends a time that runs over the turn of a year. */
export function isSpan(year: Numeral, before?: Numeral, behind?: Numeral): boolean {
  const begins = isFirstOfTwo(year) && behind?.value !== year.value;
  return begins || (isSecondOfTwo(year) && before?.value !== year.value);
}

const COMPARED_BEFORE = /(?:比|较|截[至止]到?)\s*$/;
const COMPARED_BEHIND = /^\s*年?度?\s*(?:年?[末底]|同期|基数|水平|实际|决算|相比|持平|基础|结转|结余)/;

/** Whether a year of the calendar is this year, or last year as something that is compared with. */
export function movesOn({ before, behind, value }: Numeral, year: number): boolean {
  if (value !== year - 1) return value === year;
  return COMPARED_BEFORE.test(before) || COMPARED_BEHIND.test(behind);
}

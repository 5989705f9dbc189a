import { doubtOf, isSpan, movesOn } from "./doubts.js";
import { type Numeral, numeralsIn, writtenLike } from "./numerals.js";

/** A year in a text, and what becomes of it one year later. */
export interface YearMention extends Numeral {
  /** what is written in its place; undefined where it stays */
  readonly becomes: string | undefined;
  /** why it stays, or what to mind where it does not */
  readonly remark: string | undefined;
}

/** In one text with years so near, a year may be the beginning or end of something that takes years. */
const NEARBY = 5;
/** Years that lie further back are history, law, or no years. */
const BACK = 1;

const SPAN = "是跨年的，没有改";
const IN_COMPANY = "与别的年份在一起，没有改";
const LAST_YEAR = "是更早的年份，没有改";
const LATER = "是以后的年份，没有改";

/**
 * The years in `text`, this year's and those near it, in a text of the budget of `year`. What surely is this year moves
 * on, and so does last year where something is compared with it; whatever is doubtful stays. Nothing is passed over.
 */
export function yearMentions(text: string, year: number): readonly YearMention[] {
  const found = numeralsIn(text).filter(({ value }) => Math.abs(value - year) <= NEARBY);
  const years = found.filter((each) => doubtOf(each, text) === undefined);
  const held = whyAllStay(years, year);
  return found
    .filter(({ value }) => value >= year - BACK)
    .map((each) => {
      const doubt = doubtOf(each, text) ?? held;
      if (doubt !== undefined) return { ...each, becomes: undefined, remark: doubt };
      return { ...each, becomes: writtenLike(each.value + 1, each.written), remark: longerFebruary(each) };
    });
}

/** Why the years of a text stay; undefined where they all move on. */
function whyAllStay(years: readonly Numeral[], year: number): string | undefined {
  if (years.some((each, index) => isSpan(each, years[index - 1], years[index + 1]))) return SPAN;
  if (years.every((each) => movesOn(each, year)))
    return years.map(lostDay).find((each) => each !== undefined);
  const values = new Set(years.map(({ value }) => value));
  if (values.size > 1) return IN_COMPANY;
  return values.has(year - 1) ? LAST_YEAR : LATER;
}

const FEBRUARY = /^\s*(?:年\s*0?2\s*月\s*(2[89])\s*[日号]|([-/.．])0?2\2(2[89])(?!\d))/;

function dayInFebruary({ behind }: Numeral): string | undefined {
  const [, day, , other] = FEBRUARY.exec(behind) ?? [];
  return day ?? other;
}

/** That the next year has no such day. */
function lostDay(numeral: Numeral): string | undefined {
  const next = numeral.value + 1;
  if (dayInFebruary(numeral) !== "29" || isLeap(next)) return undefined;
  return `没有改：${next} 年没有 2 月 29 日`;
}

/** That the end of a month is a day later next year. */
function longerFebruary(numeral: Numeral): string | undefined {
  const next = numeral.value + 1;
  return dayInFebruary(numeral) === "28" && isLeap(next) ? `改了：${next} 年 2 月有 29 天` : undefined;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

import type { Passage, PassageKind } from "../model/passage.js";
import { wordsBetweenQuotes } from "../model/quote.js";
import { standForOther } from "../model/wording.js";
import { citedWords, covering, isCovered, properNames } from "./masks.js";
import { type Finding, matches, type Proof, type ReadPassage, type Remarks, type Rule } from "./rule.js";

/** A year, alone or as the first of several: 2023年, 2021—2025年, 二〇二三年. */
export const YEAR =
  /(?<![\d.])(?:19|20)\d\d(?=年|\s*[—–\-~～至]\s*(?:19|20)\d\d年)|[一二][九〇零○][〇零○一二三四五六七八九]{2}(?=年)/g;

const CHARACTERS = "〇一二三四五六七八九";

export const YEARS: Rule<Proof> = {
  code: "校对/年份",
  severity: "错误",
  says: "封面、标题、说明和表注里的年份，只能是本年和上年；法规文件的年份先在版式里登记",
  certainty: "实务",
  basis: "实务：照上年的文件改写时，年份常有漏改",
  examine: (proof) => {
    const isInReason = inReasons(proof);
    const others = otherYears(
      proof,
      [0, 1],
      (passage) => passage.kind !== "cell",
      "改成本年或上年，模板里用 {{年}} 和 {{上年}}；法规文件的年份，连同前后的话登记在 pack.yaml 的 citations 里",
    );
    return [...others.filter((finding) => !isInReason(finding)), ...lastYearsInTitles(proof)];
  },
};

export const YEARS_IN_REASONS: Rule = {
  code: "校对/原因中的年份",
  severity: "警告",
  says: "“原因”里的年份一般是本年或上年；文号里的年份不算",
  certainty: "实务",
  basis: "实务：照上年的文件改写时，年份常有漏改",
  examine: (proof) =>
    otherYears(
      proof,
      [0, 1],
      (passage) => passage.kind !== "cell",
      "从以前的文件复制来的，改成本年或上年；确是别的年份的事，可以留着",
    ).filter(inReasons(proof)),
};

/** What changed, and why, may have begun in any year. */
function inReasons({ budget }: Proof): (finding: Finding) => boolean {
  const cover = covering(
    [...budget.reasons.value.values()].flatMap(({ value }) => wordsBetweenQuotes(value.text)),
  );
  return ({ passage, start }) => isCovered(cover(passage.text), start);
}

const TITLES: readonly PassageKind[] = ["cover", "heading", "title"];

/** Last year as somebody typed it in a title, which was of that year then. */
function lastYearsInTitles(proof: Proof): readonly Finding[] {
  const remedy = "模板里写 {{年}}，由程序印出；说的确是上年的，写 {{上年}}";
  const titles = (passage: Passage): boolean =>
    passage.origins !== undefined && TITLES.includes(passage.kind);
  return otherYears(proof, [0], titles, remedy).filter(
    ({ passage: { text, origins = [] }, start, end }) =>
      yearOf(text.slice(start, end)) === proof.budget.year - 1 &&
      !origins.some((origin) => origin.from <= start && end <= origin.to && standForOther(origin)),
  );
}

export const YEARS_IN_CELLS: Rule = {
  code: "校对/表中年份",
  severity: "警告",
  says: "表里的年份，例如绩效指标值里的，一般是预算年度；写的日期是日历上有的",
  certainty: "实务",
  basis: "实务：绩效目标常从上年复制，年份没有改",
  examine: (proof) => [
    ...otherYears(
      proof,
      [0],
      (passage) => passage.kind === "cell",
      "从上年复制来的，改成本年；确是别的年份，可以留着",
    ),
    ...impossibleDates(proof),
  ],
};

const DATE = /(?<!\d)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g;

/** Days that no calendar has: 11月31日. */
function impossibleDates({ passages }: Proof): readonly Finding[] {
  const remark = (found: string): Remarks => ({
    message: `“${found}”这一天，日历上没有`,
    remedy: "照批复改正日期",
  });
  return matches(passages, DATE, remark).filter(({ passage: { text }, start, end }) => {
    // a leap year where none is named
    const [, year = "2000", month, day] = new RegExp(DATE).exec(text.slice(start, end)) ?? [];
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    return date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day);
  });
}

/** The years that are none of those that lie so many years back. In the duties any year is a fact. */
function otherYears(
  proof: Proof,
  back: readonly number[],
  among: (passage: ReadPassage) => boolean,
  remedy: string,
): readonly Finding[] {
  const { year, unit } = proof.budget;
  const usual = back.map((years) => year - years);
  const cover = covering([
    ...citedWords(proof),
    ...properNames(proof),
    ...unit.duties.flatMap(({ text }) => wordsBetweenQuotes(text)),
  ]);
  const remark = (found: string): Remarks => ({
    message: `这里写着“${found}年”，本文件的预算年度是 ${year} 年`,
    remedy,
  });
  return matches(proof.passages.filter(among), YEAR, remark).filter(
    ({ passage: { text }, start, end }) =>
      !usual.includes(yearOf(text.slice(start, end))) && !isCovered(cover(text), start),
  );
}

function yearOf(text: string): number {
  return Number([...text.replace(/[零○]/g, "〇")].map(digitOf).join(""));
}

function digitOf(character: string): string {
  const value = CHARACTERS.indexOf(character);
  return value === -1 ? character : String(value);
}

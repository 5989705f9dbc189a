import { citedWords, covered, properNames } from "./masks.js";
import type { Passage } from "./passages.js";
import { type Finding, matches, type Proof, type Rule } from "./rule.js";

/** A year, alone or as the first of several: 2023年, 2021—2025年, 二〇二三年. */
export const YEAR =
  /(?<![\d.])(?:19|20)\d\d(?=年|\s*[—–\-~～至]\s*(?:19|20)\d\d年)|[一二][九〇零○][〇零○一二三四五六七八九]{2}(?=年)/g;

const CHARACTERS = "〇一二三四五六七八九";

export const YEARS: Rule = {
  code: "校对/年份",
  severity: "错误",
  says: "封面、标题、说明和表注里的年份，只能是本年和上年；法规文件的年份先在版式里登记",
  basis: "实务：照上年的文件改写时，年份常有漏改",
  examine: (proof) => otherYears(proof, (passage) => passage.kind !== "cell", [0, 1]),
};

export const YEARS_IN_CELLS: Rule = {
  code: "校对/表中年份",
  severity: "警告",
  says: "表里的年份，例如绩效指标值里的，一般是预算年度",
  basis: "实务：绩效目标常从上年复制，年份没有改",
  examine: (proof) => otherYears(proof, (passage) => passage.kind === "cell", [0]),
};

/** The years that are none of those that lie so many years back. */
function otherYears(
  proof: Proof,
  among: (passage: Passage) => boolean,
  back: readonly number[],
): readonly Finding[] {
  const { year } = proof.budget;
  const usual = back.map((years) => year - years);
  const names = [...citedWords(proof), ...properNames(proof)];
  const found = matches(proof.passages.filter(among), YEAR, remark(year), ({ text }) => covered(text, names));
  return found.filter(({ passage, start, end }) => !usual.includes(yearOf(passage.text.slice(start, end))));
}

function remark(year: number): (found: string) => Pick<Finding, "message" | "remedy"> {
  return (found) => ({
    message: `出现了 ${found}年，本文件的预算年度是 ${year} 年`,
    remedy:
      "确是别的年份，可以留着，表里的只是提醒；模板里的年份用 {{年}} 和 {{上年}}，文号登记在 pack.yaml 的 citations 里",
  });
}

/** The number of a year in digits or in Chinese characters. */
function yearOf(text: string): number {
  return Number([...text.replace(/[零○]/g, "〇")].map(digitOf).join(""));
}

function digitOf(character: string): string {
  const value = CHARACTERS.indexOf(character);
  return value === -1 ? character : String(value);
}

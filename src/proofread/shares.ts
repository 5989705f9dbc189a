import { printedValue } from "../model/figure.js";
import { FIGURE, figureAt, figuresIn, isNarrative } from "../model/passage.js";
import { figureText } from "../model/printed.js";
import type { Finding, ReadPassage, Rule } from "./rule.js";

const WHOLE = 100;
/** An amount, and behind it what share it is. */
const AMOUNT_AND_SHARE = new RegExp(`${FIGURE}[，（]?占[^，。；${FIGURE}]{0,20}${FIGURE}`, "g");

export const SHARES: Rule = {
  code: "校对/占比",
  severity: "错误",
  says: "金额后面的占比，是这个金额占总数的百分比，不超过 100%",
  certainty: "实务",
  basis: "实务：照上一句改写时，占比里的口径常没有跟着改",
  examine: ({ passages }) =>
    passages.filter(isNarrative).flatMap((passage) => [...wrongParts(passage), ...tooLarge(passage)]),
};

function wrongParts(passage: ReadPassage): readonly Finding[] {
  return [...passage.text.matchAll(AMOUNT_AND_SHARE)].flatMap(({ index, 0: { length } }) => {
    const end = index + length;
    const [amount, share] = [figureAt(passage, index), figureAt(passage, end - 1)];
    if (!amount || amount.unit === "%" || !share?.ratio || share.ratio.part.measure === amount.measure)
      return [];
    const message = `“${amount.measure}”后面的 ${figureText(share)} 是${share.measure}的百分比`;
    const { part, whole } = share.ratio;
    const remedy = `改成 {{占比 ${amount.measure} ${(whole.measure === amount.measure ? part : whole).measure}}}`;
    return [{ passage, start: end - 1, end, message, remedy }];
  });
}

function tooLarge(passage: ReadPassage): readonly Finding[] {
  return [...figuresIn(passage)].flatMap(([start, share]) => {
    // a change may be any percentage of last year's amount
    if (!share.ratio || share.ratio.part.derived || printedValue(share).lte(WHOLE)) return [];
    const message = `占比 ${figureText(share)} 超过了 100%（它是${share.measure}）`;
    return [{ passage, start, end: start + 1, message, remedy: "两个口径写颠倒了：先写部分，后写总数" }];
  });
}

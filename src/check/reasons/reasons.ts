import type { Place } from "../../diagnostic.js";
import { difference, hasGap, inMoney } from "../../model/figure.js";
import { plainText } from "../../text/fold.js";
import type { LedgerFacts, LedgerRule } from "../rule.js";
import { judge, type Verdict } from "./judge.js";

/** What refers to something else, and what is no reason at all. */
const NOTHING_SAID =
  /^[（(]?(?:(?:具体|详细)?(?:情况|原因|内容|说明)?(?:请|详)?(?:见|参见|参照|参阅)(?:下|上|后|前|本|相关|有关|附|情况|预算|编制|文字|公开)*(?:表|附件|说明|文件|文|述|页)?[一二三四五六七八九十0-9]*|附表|附件|同上(?:述|文|年)?|同前|如上(?:所述)?|如前(?:所述)?|以上(?:原因)?|(?:上|下)述原因|暂?无(?:原因)?|没有(?:原因)?|不详|不明|其他(?:原因)?|略|正常(?:变动|增减|变化|调整)?|预算(?:变动|变化|增减)|[-—－/.…\s]+)[）)]?$/;

/** The change said once more: 预算增加, 支出减少. */
const SAID_AGAIN =
  /^(?:(?:本|今)年度?)?(?:(?:年初)?预算|支出|收入|经费|金额|资金|数额|安排|总额|数|较上年|比上年)*(?:有所)?(?:增加|减少|增长|下降)(?:了|较多|较大)?$/;

/** Begins what the pack has begun already; the schema refuses the usual ways. */
const BEGUN_AGAIN =
  /^(?:(?:本年|今年|预算|支出|收入|经费)?(?:变化|变动|增减|增加|减少|增长|下降)?的?)?(?:其)?(?:主要)?原因(?:[是为系：:]|在于|如下)|^主要(?:是|系|由于|因为)/;

interface Given {
  readonly measure: string;
  readonly text: string;
  readonly rises: boolean;
  readonly place: Place;
}

/** The reasons for figures that changed, and which way. */
function givenReasons({ budget, books, measures, money }: LedgerFacts): readonly Given[] {
  return [...budget.reasons.value].flatMap(([name, { value, place }]) => {
    const measure = measures.get(name);
    const [now, before] = measure ? [books.figure(measure), books.lastYear(measure)] : [];
    if (!now || !before || hasGap(now) || hasGap(before)) return [];
    const { amount } = difference(inMoney(now, money.prose), inMoney(before, money.prose));
    const rises = !amount.isNegative();
    return amount.isZero() ? [] : [{ measure: name, text: plainText(value.text), rises, place }];
  });
}

/** The reasons of which this is to be said. */
function judged(facts: LedgerFacts, verdict: Verdict): readonly Given[] {
  const lastYear = facts.budget.year - 1;
  return givenReasons(facts).filter(
    ({ text, ...change }) =>
      !NOTHING_SAID.test(text) &&
      (judge(text, { ...change, lastYear }) ?? (SAID_AGAIN.test(text) ? "doubtful" : undefined)) === verdict,
  );
}

const direction = ({ rises }: Given): string => (rises ? "增加" : "减少");

export const REASON_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/原因空话",
    severity: "错误",
    says: "增减的原因就写在“原因”里，不写“详见附表”“同上”“无”，开头也不再写“主要原因是”",
    certainty: "实务",
    basis: "增减变化要说明原因（财预〔2016〕143号，说的是“三公”经费；其他各项为实务）",
    examine: (facts) =>
      givenReasons(facts).flatMap(({ measure, text, place }) => {
        if (NOTHING_SAID.test(text)) {
          const remedy = "写出是什么事使它增减，例如“新招录人员”“某项目完工”";
          return [{ message: `“${measure}”的原因“${text}”没有说出原因`, place, remedy }];
        }
        const begun = BEGUN_AGAIN.exec(text)?.[0];
        if (begun === undefined) return [];
        const remedy = `删去“${begun}”：“主要原因是”由程序印出`;
        return [{ message: `“${measure}”的原因又以“${begun}”开头，会印两遍`, place, remedy }];
      }),
  },
  {
    code: "勾稽/原因相反",
    severity: "错误",
    says: "增加的原因，不能只是压减、压缩、从严控制、过紧日子、厉行节约",
    certainty: "实务",
    basis: "实务：照上年的文件改写时，数变了方向，原因没有改",
    examine: (facts) =>
      judged(facts, "opposite").map(({ measure, text, place }) => ({
        message: `“${measure}”比上年增加，原因却是“${text}”`,
        place,
        remedy: "写出使它增加的事；数不该增加的，核对本年数和“上年”里的数",
      })),
  },
  {
    code: "勾稽/原因方向",
    severity: "警告",
    says: "原因与增减的方向一致：增加的不只说减少、取消、完工，减少的不只说增加、新增、提高，说的是这一项",
    certainty: "实务",
    basis: "实务：照上年的文件改写时，数变了方向，原因没有改；只看常用的字眼，不一定对",
    examine: (facts) =>
      judged(facts, "doubtful").map((given) => ({
        message: `“${given.measure}”比上年${direction(given)}，原因“${given.text}”没有说出为什么${direction(given)}`,
        place: given.place,
        remedy: `写出使它${direction(given)}的事；确实如此的，可以留着`,
      })),
  },
];

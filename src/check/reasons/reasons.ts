import type { Place } from "../../diagnostic/diagnostic.js";
import { projectsOf } from "../../model/consolidation.js";
import { difference, hasGap, inMoney } from "../../model/figure.js";
import { isGap } from "../../model/gap.js";
import { wordsBetweenQuotes } from "../../model/quote.js";
import { plainText } from "../../text/fold.js";
import { knownInWan } from "../imbalance.js";
import { isTenThousandth } from "../miscounted.js";
import type { LedgerFacts, LedgerRule } from "../rule.js";
import { judge, type Verdict } from "./judge.js";

/** What refers to something else, and what is no reason at all. */
const NOTHING_SAID = new RegExp(
  `^[（(]?(?:${[
    "(?:具体|详细)?(?:情况|原因|内容|说明)?(?:请|详|可)*(?:见|参见|参照|参阅|参考)(?:[下上后前本第号一二三四五六七八九十0-9]|相关|有关|情况|预算|编制|文字|公开|说明|文件|附件|附|表|文|述|页)*",
    "附表|附件",
    "(?:因|由于)?(?:原因|理由)?(?:与|和|同|因|由于|如)?[上前以下](?:述|文|面|项|款)?(?:的)?(?:原因|理由|情况)?(?:相同|一致|一样|类似|所述)?",
    "(?:与|和|同)(?:收入|支出|一般公共预算|“?三公”?)(?:总计|合计|预算|收支|经费)*(?:增加|减少|增减|变化)?的?(?:相同|一致|一样|原因|理由)?",
    "[暂并]?(?:无|没有)(?:原因|说明|其他)?|不详|不明|其他(?:原因)?|略|如题|空白?|正常(?:变动|增减|变化|调整)?|预算(?:变动|变化|增减)",
    "n/?a|none|nil|null|无此项|[-—－/.…\\s]*",
  ].join("|")})[）)]?$`,
  "iu",
);

/** That nothing changed. */
const STAYED =
  /^(?:(?:与|和|同|较|比)(?:上年|去年|\d{4}年)度?(?:预算数?)?)?(?:基本)?(?:相比，?)?(?:保持)?(?:同上年度?|不变|没有(?:增减)?变化|无(?:增减)?变化|未(?:发生)?变化|持平|相同|一致|没有增减|无增减|未增减)$/u;

/** Words that go with any change and name no cause of it: 业务需要, 政策原因, 财政部门批复. */
const VAGUE =
  /根据|按照?|因|由于|受|依据|实际|业务|工作|财政部?门?|政策|客观|正常|有关|相关|上级|本单位|单位|年初|年度|预算|项目|收支|需要|需求|要求|安排|原因|因素|情况|影响|变化|变动|规定|批复|下达|据实|编制|编列|性|数/gu;

/** The change said once more: 预算增加, 支出减少. */
const SAID_AGAIN =
  /^(?:(?:本|今)年度?)?(?:(?:年初)?预算|支出|收入|经费|金额|资金|数额|安排|总额|数|较上年|比上年)*(?:有所|正常|自然|有)?(?:增加|减少|增长|下降|增减)(?:了|较多|较大)?$/;

/** Begins what the pack has begun already; the schema refuses the usual ways. */
const BEGUN_AGAIN =
  /^(?:(?:本年|今年|预算|支出|收入|经费)?(?:变化|变动|增减|增加|减少|增长|下降)?的?)?(?:其)?(?:主要)?原因(?:[是为系：:]|在于|如下)|^主要(?:是|系|由于|因为)/;

interface Given {
  /** what it is given for */
  readonly of: string;
  readonly text: string;
  /** the text without the figures that it quotes */
  readonly own: string;
  readonly place: Place;
}

interface GivenForChange extends Given {
  readonly rises: boolean;
}

function given(of: string, text: string, place: Place): Given {
  const own = wordsBetweenQuotes(text).join("").trim();
  return { of, text: plainText(text), own: plainText(own), place };
}

/** All that say why: for what changed, for what did not, for another scope of last year, for projects without targets. */
function givenReasons({ budget }: LedgerFacts): readonly Given[] {
  return [
    ...[...budget.reasons.value].map(([of, { value, place }]) => given(of, value.text, place)),
    ...projectsOf(budget).flatMap(({ name, untargeted: why }) =>
      why?.kind === "未编制"
        ? [given(`${name.text}的绩效目标未编制`, why.reason.text, why.reason.at(0, why.reason.text.length))]
        : [],
    ),
  ].filter(({ text }) => !isGap(text));
}

/** The reasons for figures that changed, and which way; not where that is only because some amount is in 万元. */
function reasonsForChanges(facts: LedgerFacts): readonly GivenForChange[] {
  const { books, measures, money } = facts;
  const isInWan = knownInWan(books);
  return givenReasons(facts).flatMap((each) => {
    const measure = measures.get(each.of);
    const [now, before] = measure ? [books.figure(measure), books.lastYear(measure)] : [];
    if (!now || !before || hasGap(now) || hasGap(before)) return [];
    if (isInWan(now.lines) || isTenThousandth(before.amount, now.amount)) return [];
    const { amount } = difference(inMoney(now, money.prose), inMoney(before, money.prose));
    return amount.isZero() ? [] : [{ ...each, rises: !amount.isNegative() }];
  });
}

/** The reasons of which this is to be said. */
function judged(facts: LedgerFacts, verdict: Verdict): readonly GivenForChange[] {
  const lastYear = facts.budget.year - 1;
  return reasonsForChanges(facts).filter(
    ({ of: measure, own, rises }) =>
      !NOTHING_SAID.test(own) && (saidAtAll(own) ?? judge(own, { measure, rises, lastYear })) === verdict,
  );
}

/** Of what is no cause, whichever way the figure went. */
function saidAtAll(own: string): Verdict {
  if (STAYED.test(own)) return "opposite";
  return SAID_AGAIN.test(own) || own.replace(VAGUE, "") === "" ? "doubtful" : undefined;
}

const direction = ({ rises }: GivenForChange): string => (rises ? "增加" : "减少");

export const REASON_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/原因空话",
    severity: "错误",
    says: "原因就写在该写的地方，不写“详见附表”“同上”“无”，开头也不再写“主要原因是”",
    certainty: "实务",
    basis: "增减变化要说明原因（财预〔2016〕143号，说的是“三公”经费；其他各项为实务）",
    examine: (facts) =>
      givenReasons(facts).flatMap(({ of, text, own, place }) => {
        if (NOTHING_SAID.test(own)) {
          const remedy = "写出实际的原因，增减的例如“新招录人员”“某项目完工”";
          return [{ message: `“${of}”的原因“${text}”没有说出原因`, place, remedy }];
        }
        const begun = BEGUN_AGAIN.exec(own)?.[0];
        if (begun === undefined) return [];
        const remedy = `删去“${begun}”：“主要原因是”由程序印出`;
        return [{ message: `“${of}”的原因又以“${begun}”开头，会印两遍`, place, remedy }];
      }),
  },
  {
    code: "勾稽/原因相反",
    severity: "错误",
    says: "增加的原因，不能只是压减、压缩、从严控制、过紧日子、厉行节约；有增减的，原因不能是没有变化",
    certainty: "实务",
    basis: "实务：照上年的文件改写时，数变了方向，原因没有改",
    examine: (facts) =>
      judged(facts, "opposite").map((each) => ({
        message: `“${each.of}”比上年${direction(each)}，原因却是“${each.text}”`,
        place: each.place,
        remedy: `写出使它${direction(each)}的事；数不该${direction(each)}的，核对本年数和“上年”里的数`,
      })),
  },
  {
    code: "勾稽/原因方向",
    severity: "警告",
    says: "原因与增减的方向一致：增加的不只说减少、取消、完工，减少的不只说增加、新增、提高，说的是这一项；不只说工作需要、政策原因",
    certainty: "实务",
    basis: "实务：照上年的文件改写时，数变了方向，原因没有改；只看常用的字眼，不一定对",
    examine: (facts) =>
      judged(facts, "doubtful").map((each) => ({
        message: `“${each.of}”比上年${direction(each)}，原因“${each.text}”没有说出为什么${direction(each)}`,
        place: each.place,
        remedy: `写出使它${direction(each)}的事；确实如此的，可以留着`,
      })),
  },
];

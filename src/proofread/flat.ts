import { FIGURE, isNarrative } from "../model/passage.js";
import { namesChange } from "../text/direction.js";
import { partsIn, sentencesIn } from "../text/sentences.js";
import { type Finding, matches, type Proof, type ReadPassage, type Rule } from "./rule.js";

const FLAT = "持平";
const REASON = /主要原因(?:是|为|：)+([^，；。]*(?:，[^，；。]*)*)/;
/** 与上年持平 is right: 比 compares what differs. */
const COMPARED = /(?<![相对同环占])比(?:[0-9]{4}年|上年|去年)[^，；。]{0,8}持平/g;

const FLAT_REMEDY =
  "写成“与上年持平”；模板里写 {{#if (持平 口径)}}与上年持平{{else}}比上年{{增减 口径}}{{/if}}";

export const FLAT_WITH_REASON: Rule<Proof> = {
  code: "校对/持平",
  severity: "错误",
  says: "与上年持平的，写“与上年持平”，不写增加或减少的原因",
  certainty: "实务",
  basis: "实务：要说明原因的是增减变化，见财预〔2016〕143号",
  examine: (proof) => {
    const narrative = proof.passages.filter(isNarrative);
    return [
      ...narrative.flatMap((passage) => reasonsOf(passage, proof)),
      ...matches(narrative, COMPARED, (found) => {
        return { message: `“${found}”不通`, remedy: FLAT_REMEDY };
      }),
    ];
  },
};

/** The reasons for a change that a passage gives for what stayed the same. */
function reasonsOf(passage: ReadPassage, proof: Proof): readonly Finding[] {
  const sentences = cut({ text: passage.text, start: 0 }, sentencesIn);
  return sentences.flatMap((sentence, index) => {
    const clauses = cut(sentence, partsIn);
    return clauses.flatMap((clause, at) => {
      const next = at === clauses.length - 1 ? sentences[index + 1] : undefined;
      return flatClause(clause, next, proof).map((reason) => ({ passage, ...reason, ...remark }));
    });
  });
}

interface Clause {
  readonly text: string;
  /** where in the passage it begins */
  readonly start: number;
}

function cut({ text, start }: Clause, stretchesIn: typeof sentencesIn): readonly Clause[] {
  return stretchesIn(text).map(({ from, to }) => ({ text: text.slice(from, to), start: start + from }));
}

const remark = {
  message: "数字与上年持平，后面却写了增加或减少的原因",
  remedy: "数字没有变化，删去原因；数字有变化，在数据的“上年”里写上上年的数，用 {{增减 口径}} 印出",
};

/** The stretch of the reason behind 持平, in the clause or at the beginning of the next sentence. */
function flatClause(clause: Clause, next: Clause | undefined, { pack }: Proof): readonly Span[] {
  const from = clause.text.indexOf(FLAT);
  if (from === -1 || clause.text.includes(FIGURE, from) || changes(clause.text.slice(0, from), pack))
    return [];
  const own = reasonIn(clause, from);
  const following = next && /^主要原因/.test(next.text) ? reasonIn(next, 0) : undefined;
  const reason = own ?? following;
  if (!reason) return [];
  const words = pack.flatReasons.reduce((text, allowed) => text.replaceAll(allowed, ""), reason.text);
  return namesChange(words) ? [{ start: reason.start, end: reason.start + reason.text.length }] : [];
}

type Span = Pick<Finding, "start" | "end">;

function changes(text: string, { words }: Proof["pack"]): boolean {
  return [words.increase, words.decrease].some(({ amount }) => text.includes(amount.text + FIGURE));
}

function reasonIn({ text, start }: Clause, from: number): Clause | undefined {
  const match = REASON.exec(text.slice(from));
  if (!match?.[1]) return undefined;
  return { text: match[1], start: start + from + match.index + match[0].length - match[1].length };
}

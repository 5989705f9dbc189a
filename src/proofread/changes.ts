import { printedValue } from "../model/figure.js";
import type { Figure } from "../model/ledger.js";
import { FIGURE, figureAt, isNarrative } from "../model/passage.js";
import { figureText } from "../model/printed.js";
import { literally } from "../text/fold.js";
import { STATEMENT_END, STOP } from "../text/sentences.js";
import { type Finding, isFact, type Proof, type ReadPassage, type Rule } from "./rule.js";

/** A word for a change with the figure behind it. */
interface Claim {
  readonly passage: ReadPassage;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly figure: Figure;
  /** whether it stands in a reason that the officer gives */
  readonly given: boolean;
  /** whether the text says why: behind it as far as its sentence goes, in the next where that begins with it, or before it in its clause */
  readonly explained: boolean;
}

const GIVES_REASON = /原因|由于|因为|系因/g;
const BEGINS_WITH_REASON = /(?:其)?主要原因|原因/y;

export const CHANGES: Rule<Proof> = {
  code: "校对/增减原因",
  severity: "错误",
  says: "写了增加或减少多少的，同一句或下一句要说明主要原因；印出来是零的，不写增加或减少",
  certainty: "实务",
  basis: "财预〔2016〕143号：“三公”经费增减变化要说明原因；其他各项为实务",
  examine: (proof) => claims(proof).flatMap((claim) => (isShare(claim) ? [] : amountFinding(claim))),
};

export const GROWTH_RATES: Rule = {
  code: "校对/增长率",
  severity: "错误",
  says: "增加或减少的金额是本年数与上年数的差，增长或下降的百分比是增减额除以上年数；上年数为零的，不计算增长率",
  certainty: "实务",
  basis: "实务：以本年数作分母、上年为零写增长 100%，都是已公开文件中常见的错",
  examine: (proof) =>
    claims(proof)
      // a new project, too, makes a total rise by all that it costs
      .filter(({ given, figure }) => !given || proof.pack.measures.has(figure.measure))
      .flatMap((claim) => (isShare(claim) ? rateFinding(claim) : differenceFinding(claim))),
};

function claims({ passages, pack }: Proof): readonly Claim[] {
  const { increase, decrease } = pack.words;
  const verbs = [increase.amount, increase.rate, decrease.amount, decrease.rate].map(({ text }) =>
    literally(text),
  );
  const pattern = new RegExp(`(?:${verbs.join("|")})[了约]?${FIGURE}`, "g");
  return passages.filter(isNarrative).flatMap((passage) => {
    const matches = [...passage.text.matchAll(pattern)];
    const isExplained = matches.length > 0 ? explanations(passage.text) : () => false;
    return matches.flatMap(({ index: start, 0: said }) => {
      const end = start + said.length;
      const figure = figureAt(passage, end - 1);
      if (!figure) return [];
      const given = isFact(passage, end - 1);
      return [
        { passage, start, end, words: said.slice(0, -1), figure, given, explained: isExplained(start, end) },
      ];
    });
  });
}

function isShare({ figure }: Claim): boolean {
  return figure.unit === "%";
}

function amountFinding(claim: Claim): readonly Finding[] {
  const shown = claim.words + figureText(claim.figure);
  if (printedValue(claim.figure).isZero()) {
    return [finding(claim, `“${shown}”等于没有变化`, "改用 {{增减 口径}}，没有变化时它印“持平”")];
  }
  // a format that takes a change apart says elsewhere why, or has not to
  if (claim.given || claim.figure.compared || claim.explained) return [];
  const remedy = "改用 {{增减 口径}}，它会要求数据的“原因”里有这一项；或者在后面写上“，主要原因是…”";
  return [finding(claim, `“${shown}”没有说明原因`, remedy)];
}

/** Whether a text gives a reason for what stands in it from one place to another; it is gone through once for all. */
function explanations(text: string): (start: number, end: number) => boolean {
  const reasons = new Map(
    [...text.matchAll(GIVES_REASON)].map(({ index, 0: { length } }) => [index, length]),
  );
  const [before, behind] = [new Uint8Array(text.length + 1), new Uint8Array(text.length + 1)];
  for (let at = text.length - 1; at >= 0; at--) {
    if (STOP.test(text.charAt(at))) behind[at] = beginsWithReason(text, at + 1) ? 1 : 0;
    else behind[at] = reasons.has(at) ? 1 : (behind[at + 1] ?? 0);
  }
  for (let at = 0; at < text.length; at++) {
    if (STATEMENT_END.test(text.charAt(at))) before[at + 1] = 0;
    else before[at + 1] ||= before[at] ?? 0;
    const length = reasons.get(at);
    if (length !== undefined) before[at + length] = 1;
  }
  return (start, end) => Boolean(before[start]) || Boolean(behind[end]);
}

function beginsWithReason(text: string, at: number): boolean {
  BEGINS_WITH_REASON.lastIndex = at;
  return BEGINS_WITH_REASON.test(text);
}

/** What is nothing, or has no reason, is wrong by another rule already. */
function differenceFinding(claim: Claim): readonly Finding[] {
  const { figure, words } = claim;
  if (figure.derived || printedValue(figure).isZero() || !(claim.given || claim.explained)) return [];
  const message = `“${words}${figureText(figure)}”不是与上年相差的金额（它是${figure.measure}）`;
  const remedy = claim.given
    ? `改用 {{增减额 ${figure.measure}}}，或者改成不说增减的话`
    : "改用 {{增减 口径}}，增减的金额由程序算";
  return [finding(claim, message, remedy)];
}

function rateFinding(claim: Claim): readonly Finding[] {
  const { ratio } = claim.figure;
  if (ratio?.part.compared && ratio.part.compared.before === ratio.whole) return [];
  const message = `“${claim.words}${figureText(claim.figure)}”不是增减额占上年数的百分比（它是${claim.figure.measure}）`;
  return [finding(claim, message, "改用 {{增减 口径}}，百分比由程序算；上年为零时不写百分比")];
}

function finding({ passage, start, end }: Claim, message: string, remedy: string): Finding {
  return { passage, start, end, message, remedy };
}

import { printedValue } from "../model/figure.js";
import type { Figure } from "../model/ledger.js";
import { FIGURE, figureAt, isNarrative } from "../model/passage.js";
import { figureText } from "../model/printed.js";
import { literally } from "../text/fold.js";
import { STATEMENT_END, STOP } from "../text/sentences.js";
import type { Finding, Proof, ReadPassage, Rule } from "./rule.js";

/** A word for a change with the figure behind it. */
interface Claim {
  readonly passage: ReadPassage;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly figure: Figure;
  /** whether it stands in a reason that the officer gives */
  readonly given: boolean;
}

const GIVES_REASON = /原因|由于|因为|系因/;

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
  return passages.filter(isNarrative).flatMap((passage) =>
    [...passage.text.matchAll(pattern)].flatMap((match) => {
      const end = match.index + match[0].length;
      const figure = figureAt(passage, end - 1);
      const given = isGiven(passage, end - 1);
      return figure
        ? [{ passage, start: match.index, end, words: match[0].slice(0, -1), figure, given }]
        : [];
    }),
  );
}

function isGiven({ origins = [] }: ReadPassage, at: number): boolean {
  return origins.some(({ from, to, written }) => written.fact && from <= at && at < to);
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
  if (claim.given || claim.figure.compared || hasReason(claim)) return [];
  const remedy = "改用 {{增减 口径}}，它会要求数据的“原因”里有这一项；或者在后面写上“，主要原因是…”";
  return [finding(claim, `“${shown}”没有说明原因`, remedy)];
}

/** Behind the change as far as its sentence goes, in the next where that begins with it, or before it in its clause. */
function hasReason({ passage, start, end }: Claim): boolean {
  const [rest = "", next = ""] = passage.text.slice(end).split(STOP);
  const clause = passage.text.slice(0, start).split(STATEMENT_END).at(-1) ?? "";
  return GIVES_REASON.test(rest) || /^(?:其)?主要原因|^原因/.test(next) || GIVES_REASON.test(clause);
}

/** What is nothing, or has no reason, is wrong by another rule already. */
function differenceFinding(claim: Claim): readonly Finding[] {
  const { figure, words } = claim;
  if (figure.derived || printedValue(figure).isZero() || !(claim.given || hasReason(claim))) return [];
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

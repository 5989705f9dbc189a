import { figureOfLines, hasGap, inMoney, printedValue } from "../model/figure.js";
import { firstOfEach, groupedBy } from "../model/groups.js";
import type { Figure, WrittenAmount } from "../model/ledger.js";
import { runText } from "../model/printed.js";
import type { Paragraph, Run } from "../model/report.js";
import { joined, sliced, type Wording } from "../model/wording.js";
import { isMoney, type Quantity, quantity, sum } from "../money/money.js";
import { sentencesIn } from "../text/sentences.js";

/**
 * The paragraph with a remark behind each sentence in which printed parts do not add up to their printed whole: amounts
 * to an amount of the paragraph, or shares to 100%. Parts are figures whose ledger lines together are those of the whole,
 * each once; parts that would be printed as zero may have been left out. No words are asked.
 */
export function withRemarks(paragraph: Paragraph, remark: Wording | undefined): Paragraph {
  if (!remark) return paragraph;
  const { ends, figures } = readSentences(paragraph);
  const marked = new Set([...unequalAmounts(figures), ...unequalShares(figures)]);
  if (marked.size === 0) return paragraph;
  const places = new Set([...marked].map((sentence) => ends[sentence] ?? 0));
  return { ...paragraph, runs: withWords(paragraph.runs, places, remark) };
}

/** A figure of a paragraph, and which sentence it stands in. */
interface SaidFigure {
  readonly figure: Figure;
  readonly sentence: number;
}

/** Where the sentences of a paragraph end, in UTF-16 units, and its figures, without those that are not known yet. */
function readSentences({ runs }: Paragraph) {
  const ends = sentencesIn(runs.map(runText).join("")).map(({ to }) => to);
  let at = 0;
  const figures = runs.flatMap((run): SaidFigure[] => {
    const sentence = ends.findIndex((end) => at < end);
    at += runText(run).length;
    return run.kind === "figure" && !hasGap(run.figure) ? [{ figure: run.figure, sentence }] : [];
  });
  return { ends, figures };
}

/** The sentences behind which a reader has both an amount and all its parts, where they do not add up. */
function unequalAmounts(figures: readonly SaidFigure[]): readonly number[] {
  const amounts = figures.filter(({ figure: { unit, derived } }) => isMoney(unit) && !derived);
  const keyOf = keyedByLines();
  const wholes = [...groupedBy(amounts, ({ figure }) => keyOf(figure)).values()];
  const sentences = [...groupedBy(amounts, ({ sentence }) => sentence)];
  return sentences.flatMap(([sentence, said]) => {
    const distinct = firstOfEach(said, ({ figure }) => keyOf(figure));
    return wholes.flatMap((same) => {
      const [whole] = same;
      if (!whole) return [];
      const alike = distinct.filter(({ figure }) => isWrittenAs(figure, whole.figure));
      const parts = partition(whole.figure, alike, ({ figure }) => figure.lines);
      const isUnequal = parts && !printedSum(parts).eq(printedValue(whole.figure));
      return isUnequal ? same.map((each) => Math.max(sentence, each.sentence)) : [];
    });
  });
}

/** The same of figures of the same lines that are printed in the same way: however often they are said, they are one. */
function keyedByLines(): (figure: Figure) => string {
  const numbers = new Map<WrittenAmount, number>();
  const numberOf = (line: WrittenAmount): number => {
    const number = numbers.get(line) ?? numbers.size;
    numbers.set(line, number);
    return number;
  };
  return ({ unit, decimals, lines }) => [unit, decimals, ...lines.map(numberOf)].join(" ");
}

function isWrittenAs(one: Figure, other: Figure): boolean {
  return one.unit === other.unit && one.decimals === other.decimals;
}

const WHOLE = quantity("100");

/** The sentences that give the shares of all parts of something, where they do not add up. */
function unequalShares(figures: readonly SaidFigure[]): readonly number[] {
  const shares = figures.flatMap(({ figure, sentence }) =>
    figure.ratio && !figure.ratio.part.derived ? [{ figure, sentence, ...figure.ratio }] : [],
  );
  const alike = groupedBy(shares, ({ sentence, whole }) => `${sentence} ${whole.measure}`);
  return [...alike.values()].flatMap((said) => {
    const [first] = said;
    const parts = first && partition(first.whole, said, ({ part }) => part.lines);
    return parts && !printedSum(parts).eq(WHOLE) ? [first.sentence] : [];
  });
}

function printedSum(figures: readonly { readonly figure: Figure }[]): Quantity {
  return sum(figures.map(({ figure }) => printedValue(figure)));
}

/** How many parts may be tried: sentences that say their parts one behind the other take as many as they have. */
const MOST_STEPS = 10_000;

/**
 * Those of several things that have all the lines of a whole among them, each line once; the first of the ways. Lines that
 * none of them has do not count where each would be printed as zero.
 */
function partition<T>(
  figure: Figure,
  given: readonly T[],
  linesOf: (part: T) => readonly WrittenAmount[],
): readonly T[] | undefined {
  const all = new Set(figure.lines);
  const isPart = (own: readonly WrittenAmount[]): boolean =>
    own.length < all.size && own.every((line) => all.has(line));
  const parts = given.map((part) => ({ part, own: linesOf(part) })).filter(({ own }) => isPart(own));
  const partsOf = new Map<WrittenAmount, typeof parts>();
  for (const each of parts)
    for (const line of each.own) partsOf.set(line, [...(partsOf.get(line) ?? []), each]);
  const whole = [...all].filter((line) => partsOf.has(line) || !isPrintedAsZero(line, figure));
  let steps = 0;
  const taken = new Set<WrittenAmount>();
  const rest = (from: number): readonly T[] | undefined => {
    const at = whole.findIndex((line, index) => index >= from && !taken.has(line));
    const next = whole[at];
    if (next === undefined) return [];
    for (const { part, own } of partsOf.get(next) ?? []) {
      if (++steps > MOST_STEPS || own.some((line) => taken.has(line))) continue;
      for (const line of own) taken.add(line);
      const found = rest(at + 1);
      if (found) return [part, ...found];
      for (const line of own) taken.delete(line);
    }
    return undefined;
  };
  return whole.length > 0 ? rest(0) : undefined;
}

function isPrintedAsZero(line: WrittenAmount, { measure, unit, decimals }: Figure): boolean {
  if (!isMoney(unit)) return false;
  const alone = inMoney(figureOfLines(measure, [line], "元"), { unit, decimals, separators: false });
  return printedValue(alone).isZero();
}

/** Runs with words of their own behind each of the places. */
function withWords(runs: readonly Run[], places: ReadonlySet<number>, words: Wording): readonly Run[] {
  let start = 0;
  return runs.flatMap((run): readonly Run[] => {
    const from = start;
    start += runText(run).length;
    const within = [...places].filter((place) => place > from && place <= start).toSorted((a, b) => a - b);
    if (within.length === 0) return [run];
    if (run.kind === "figure") return [run, { kind: "text", ...words }];
    const cuts = [0, ...within.map((place) => place - from), run.text.length];
    const pieces = cuts.slice(1).flatMap((to, index) => {
      const piece = sliced(run, cuts[index] ?? 0, to);
      return index < within.length ? [piece, words] : [piece];
    });
    return [{ kind: "text", ...joined(pieces) }];
  });
}

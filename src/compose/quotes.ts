import { type Diagnostic, problem } from "../diagnostic/diagnostic.js";
import type { Budget } from "../model/budget.js";
import { projectsOf } from "../model/consolidation.js";
import { difference, hasGap, inMoney, printedValue } from "../model/figure.js";
import { GAP } from "../model/gap.js";
import type { Books, Figure } from "../model/ledger.js";
import type { Pack } from "../model/pack/pack.js";
import { projectMeasure, type Quote, quoted, quotesIn, quotingWords } from "../model/quote.js";
import type { Written } from "../model/source.js";
import { sliced, wordingOf } from "../model/wording.js";
import { inUnit, type Quantity, rounded } from "../money/money.js";
import type { Printed } from "./fill.js";

export interface QuoteSetting {
  readonly budget: Budget;
  readonly books: Books;
  readonly pack: Pick<Pack, "measures" | "money">;
}

/** Words of the officer, with the figures in them that they ask for by name. */
export type PrintWords = (written: Written) => Printed;

/** Where nothing is there for a quote it is reported, once however often the words are printed. */
export function createQuotes(setting: QuoteSetting, report: (diagnostic: Diagnostic) => void): PrintWords {
  const quoting = new Set(quotingWords(setting.budget));
  const known = new Map<Written, Printed>();
  return (written) => {
    if (!quoting.has(written) || !written.text.includes("{{")) return { printed: [wordingOf(written)] };
    const printed = known.get(written) ?? printQuotes(written, setting, report);
    known.set(written, printed);
    return printed;
  };
}

function printQuotes(
  written: Written,
  setting: QuoteSetting,
  report: (diagnostic: Diagnostic) => void,
): Printed {
  const words = wordingOf(written);
  let at = 0;
  const printed = quotesIn(written.text).flatMap((quote): Printed["printed"] => {
    const before = sliced(words, at, quote.from);
    at = quote.to;
    const tag = { written, start: quote.from, end: quote.to };
    const figure = figureOf(quote, setting);
    const found = typeof figure === "object" ? slipOf(quote, written, figure) : undefined;
    if (figure === undefined) report(missing(quote, written, setting));
    if (found) report(found);
    const value = typeof figure === "object" ? absolute(figure) : GAP;
    const origins = [{ from: 0, to: value === GAP ? GAP.length : 1, ...tag }];
    return [
      before,
      typeof value === "string" ? { text: value, origins } : { kind: "figure", figure: value, origins },
    ];
  });
  return { printed: [...printed, sliced(words, at)] };
}

/** The figure; a gap where it has still to be filled in, undefined where nobody has said it. */
function figureOf(quote: Quote, { budget, books, pack }: QuoteSetting): Figure | typeof GAP | undefined {
  const measure = quoted(quote, budget, pack.measures);
  // that there is no such name is told already
  if (!measure) return GAP;
  const { prose } = pack.money;
  const now = inMoney(books.figure(measure), prose);
  if (quote.when === "本年") return now;
  const last = books.lastYear(measure);
  if (!last) return undefined;
  const before = { ...inMoney(last, prose), measure: `上年${measure.name}` };
  if (quote.when === "上年") return before;
  return hasGap(now) || hasGap(before) ? GAP : difference(now, inMoney(last, prose));
}

function absolute(figure: Figure): Figure {
  return figure.derived ? { ...figure, amount: figure.amount.abs() } : figure;
}

function missing({ from, to, name }: Quote, written: Written, { pack }: QuoteSetting): Diagnostic {
  const measure = pack.measures.get(name);
  const unit = measure && "unit" in measure ? measure.unit : "元";
  return problem(
    "口径/上年数",
    `引用了“${name}”上年的数，但是“上年”里没有这一项`,
    written.at(from, to - from),
    `怎么改：在“上年”下加一行“${name}: 上年的数（${unit}）”；上年没有的，写 0`,
  );
}

const RISES = /(?:增加|增长|上升|增幅|新增|多)[了约]?$/;
const FALLS = /(?:减少|下降|降低|压减|压缩|少)[了约]?$/;

/** What an amount of change is called that went the other way. */
function slipOf(
  { from, to, when, name }: Quote,
  written: Written,
  { amount }: Figure,
): Diagnostic | undefined {
  const before = written.text.slice(Math.max(0, from - 4), from);
  const wrong = amount.isNegative() ? RISES : FALLS;
  const word = when === "增减额" && !amount.isZero() ? wrong.exec(before)?.[0] : undefined;
  if (word === undefined) return undefined;
  const message = `“${name}”比上年${amount.isNegative() ? "减少" : "增加"}，前面写的却是“${word}”`;
  return problem(
    "数据/取值",
    message,
    written.at(from - word.length, to - from + word.length),
    "怎么改：改正前面的话",
  );
}

/** The quotes that print an amount of so many 元; for what was typed where one should stand. */
export function quotesOfAmounts({
  budget,
  books,
  pack,
}: QuoteSetting): (yuan: Quantity) => readonly string[] {
  const { prose } = pack.money;
  let known: ReadonlyMap<string, readonly string[]> | undefined;
  const key = (amount: Quantity): string => rounded(amount, prose.decimals).abs().toFixed(prose.decimals);
  const all = (): ReadonlyMap<string, readonly string[]> => {
    const found = new Map<string, string[]>();
    const add = (figure: Figure | undefined, quote: string): void => {
      if (figure?.unit !== prose.unit || printedValue(figure).isZero()) return;
      const same = found.get(key(figure.amount)) ?? [];
      found.set(key(figure.amount), [...same, `{{${quote}}}`]);
    };
    for (const [name, measure] of pack.measures) {
      const [now, last] = [inMoney(books.figure(measure), prose), books.lastYear(measure)];
      const before = last && inMoney(last, prose);
      add(now, name);
      add(before, `上年 ${name}`);
      add(before && difference(now, before), `增减额 ${name}`);
    }
    for (const project of projectsOf(budget))
      add(
        inMoney(books.figure(projectMeasure(project)), prose),
        `项目 ${project.code?.value ?? project.name.text}`,
      );
    return found;
  };
  return (yuan) => {
    known ??= all();
    return known.get(key(inUnit(yuan, prose.unit))) ?? [];
  };
}

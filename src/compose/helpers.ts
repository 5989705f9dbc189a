import { type Diagnostic, type Place, problem } from "../diagnostic.js";
import type { Books } from "../model/books.js";
import { hasGap, inWan, printedValue, share } from "../model/figure.js";
import { GAP } from "../model/gap.js";
import type { Dimension, Figure, LedgerLine } from "../model/ledger.js";
import type { Measure, PackWords, SumMeasure } from "../model/pack.js";
import type { Written } from "../model/source.js";
import type { HelperName } from "../model/template.js";
import { joined, standsFor, wordingOf } from "../model/wording.js";
import { type Changes, changeWords } from "./change.js";
import type { Printed } from "./fill.js";
import type { PrintWords } from "./quotes.js";

/** What stands in `{{#each}}`: an item's name and its measure. */
export interface Item {
  readonly 名称: Written;
  readonly 本项: Measure;
}

export interface HelperSetting {
  readonly books: Books;
  readonly changes: Changes;
  readonly words: PackWords;
  readonly quotes: PrintWords;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** How a template calls a helper: where, and with which named arguments. */
export interface Call {
  readonly place: () => Place;
  readonly hash: Readonly<Record<string, Written>>;
}

type Helper = (arguments_: readonly unknown[], call: Call) => unknown;

/** The template language: each helper reads the books and gives figures, words, answers or items; none computes on digits. */
export function createHelpers(setting: HelperSetting): Readonly<Record<HelperName, Helper>> {
  const { books } = setting;
  const now = (measure: unknown): Figure => books.figure(measure as Measure);
  const isZero = (figure: Figure | undefined): boolean =>
    figure === undefined || (printedValue(figure).isZero() && !hasGap(figure));
  return {
    万元: ([measure]) => printed(inWan(now(measure))),
    整万元: ([measure]) => printed(inWan(now(measure), 0)),
    数量: ([measure]) => printed(now(measure)),
    占比: ([part, whole], call) => printedShare(setting, part as Measure, whole as Measure, call),
    增减: ([measure], call) => changeText(setting, measure as Measure, call),
    持平: ([measure]) => setting.changes.of(measure as Measure)?.kind === "unchanged",
    持平原因: ([measure]) => flatReason(setting, measure as Measure),
    为零: ([measure]) => isZero(now(measure)),
    为零两年: ([measure]) => isZero(now(measure)) && isZero(books.lastYear(measure as Measure)),
    相等: ([one, other]) => {
      const [a, b] = [now(one), now(other)];
      return !hasGap(a) && !hasGap(b) && a.amount.eq(b.amount);
    },
    列举: ([measure, dimension]) =>
      enumerated(itemsBy(books, measure as SumMeasure, dimension as Dimension).map(nameOf)),
    按: ([measure, dimension]) => itemsBy(books, measure as SumMeasure, dimension as Dimension),
    非零: (measures) => (measures as readonly Measure[]).filter((each) => !isZero(now(each))).map(itemOf),
    顿号: ([list]) => enumerated(list as readonly Written[]),
    是: ([fact, text]) => {
      const said = typeof fact === "string" ? fact : (fact as Written).text;
      return said === GAP ? printed(GAP) : said === text;
    },
  };
}

const nameOf = (item: Item): Written => item.名称;
const itemOf = (measure: Measure): Item => ({ 名称: standsFor(measure.name, measure.place), 本项: measure });

function printed(...each: Printed["printed"]): Printed {
  return { printed: each };
}

function enumerated(names: readonly Written[]): Printed {
  return printed(joined(names.map(wordingOf), "、"));
}

function printedShare({ books, report }: HelperSetting, part: Measure, whole: Measure, call: Call): Printed {
  const [one, all] = [books.figure(part), books.figure(whole)];
  if (hasGap(one) || hasGap(all)) return printed(GAP);
  const figure = share(inWan(one), inWan(all));
  if (figure) return printed(figure);
  report(
    problem(
      "模板/口径",
      `“${whole.name}”印出来是零，算不出“${part.name}”占它的百分比`,
      call.place(),
      `怎么改：用 {{#unless (为零 ${whole.name})}} … {{/unless}} 把这句话括起来`,
    ),
  );
  return printed(GAP);
}

function changeText(setting: HelperSetting, measure: Measure, { hash }: Call): Printed {
  const { changes, words, quotes } = setting;
  const change = changes.of(measure);
  if (!change) return printed(GAP);
  if (change.kind === "unchanged")
    return printed(wordingOf(words.unchanged), ...flatReason(setting, measure, hash.原因).printed);
  const reason = changes.reasonFor(measure);
  return printed(
    ...changeWords(change, words),
    wordingOf(hash.原因 ?? words.reason),
    ...(reason ? quotes(reason).printed : [GAP]),
  );
}

/** Why a measure stayed as it was, where the officer says so; nothing else. */
function flatReason(
  { changes, words, quotes }: HelperSetting,
  measure: Measure,
  before: Written = words.reason,
): Printed {
  if (changes.of(measure)?.kind !== "unchanged") return printed();
  const reason = changes.flatReason(measure);
  return reason ? printed(wordingOf(before), ...quotes(reason).printed) : printed();
}

/** One item for each value that the measure's lines have of the dimension, in order of code; none that sums to zero. */
function itemsBy(books: Books, measure: SumMeasure, dimension: Dimension): readonly Item[] {
  const values = valuesOf(books.lines([measure.account], measure.where), dimension);
  return values
    .map((value) => {
      const known = books.ledger.labels[dimension]?.get(value)?.name ?? standsFor(value, measure.place);
      const own = { ...measure, name: known.text, where: { ...measure.where, [dimension]: value } };
      return { 名称: known, 本项: own };
    })
    .filter(({ 本项 }) => hasGap(books.figure(本项)) || !books.figure(本项).amount.isZero());
}

/** The values of a dimension among `lines`, each once, in order of code. */
export function valuesOf(lines: readonly LedgerLine[], dimension: Dimension): readonly string[] {
  const values = lines.flatMap((line) => line.dimensions[dimension] ?? []);
  return [...new Set(values)].sort();
}

import { type Diagnostic, type Place, problem } from "../diagnostic.js";
import type { Books } from "../model/books.js";
import { hasGap, inWan, printedValue, share } from "../model/figure.js";
import { GAP } from "../model/gap.js";
import type { Dimension, Figure, LedgerLine } from "../model/ledger.js";
import type { Measure, PackWords, SumMeasure } from "../model/pack.js";
import type { HelperName } from "../model/template.js";
import { type Changes, changeWords } from "./change.js";
import type { Marks } from "./marks.js";

/** What stands in `{{#each}}`: an item's name and its measure. */
export interface Item {
  readonly 名称: string;
  readonly 本项: Measure;
}

export interface HelperSetting {
  readonly books: Books;
  readonly changes: Changes;
  readonly words: PackWords;
  readonly marks: Marks;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** How a template calls a helper: where, and with which named arguments. */
export interface Call {
  readonly place: () => Place | undefined;
  readonly hash: Readonly<Record<string, string>>;
}

type Helper = (arguments_: readonly unknown[], call: Call) => unknown;

/** The template language: each helper reads the books and leaves marks, booleans or items; none computes on digits. */
export function createHelpers(setting: HelperSetting): Readonly<Record<HelperName, Helper>> {
  const { books, marks } = setting;
  const now = (measure: unknown): Figure => books.figure(measure as Measure);
  const isZero = (figure: Figure | undefined): boolean =>
    figure === undefined || (printedValue(figure).isZero() && !hasGap(figure));
  return {
    万元: ([measure]) => marks.mark(inWan(now(measure))),
    整万元: ([measure]) => marks.mark(inWan(now(measure), 0)),
    数量: ([measure]) => marks.mark(now(measure)),
    占比: ([part, whole], call) => shareMark(setting, part as Measure, whole as Measure, call),
    增减: ([measure], call) => changeText(setting, measure as Measure, call),
    持平: ([measure]) => setting.changes.of(measure as Measure)?.kind === "unchanged",
    为零: ([measure]) => isZero(now(measure)),
    为零两年: ([measure]) => isZero(now(measure)) && isZero(books.lastYear(measure as Measure)),
    相等: ([one, other]) => now(one).amount.eq(now(other).amount),
    列举: ([measure, dimension]) =>
      itemsBy(books, measure as SumMeasure, dimension as Dimension)
        .map(nameOf)
        .join("、"),
    按: ([measure, dimension]) => itemsBy(books, measure as SumMeasure, dimension as Dimension),
    非零: (measures) => (measures as readonly Measure[]).filter((each) => !isZero(now(each))).map(itemOf),
    顿号: ([list]) => (list as readonly string[]).join("、"),
    是: ([fact, text]) => fact === text,
  };
}

const nameOf = (item: Item): string => item.名称;
const itemOf = (measure: Measure): Item => ({ 名称: measure.name, 本项: measure });

function shareMark(
  { books, marks, report }: HelperSetting,
  part: Measure,
  whole: Measure,
  call: Call,
): string {
  const [one, all] = [books.figure(part), books.figure(whole)];
  if (hasGap(one) || hasGap(all)) return GAP;
  const figure = share(inWan(one), inWan(all));
  if (figure) return marks.mark(figure);
  report(
    problem(
      "模板/口径",
      `“${whole.name}”印出来是零，算不出“${part.name}”占它的百分比`,
      call.place(),
      `怎么改：用 {{#unless (为零 ${whole.name})}} … {{/unless}} 把这句话括起来`,
    ),
  );
  return GAP;
}

function changeText({ changes, words, marks }: HelperSetting, measure: Measure, { hash }: Call): string {
  const change = changes.of(measure);
  if (!change) return GAP;
  const text = changeWords(change, words, marks.mark);
  return change.kind === "unchanged" ? text : text + (hash.原因 ?? words.reason) + changes.reasonFor(measure);
}

/** One item for each value that the measure's lines have of the dimension, in order of code; none that sums to zero. */
function itemsBy(books: Books, measure: SumMeasure, dimension: Dimension): readonly Item[] {
  const values = valuesOf(books.lines([measure.account], measure.where), dimension);
  return values
    .map((value) => {
      const name = books.ledger.labels[dimension]?.get(value)?.name ?? value;
      return { 名称: name, 本项: { ...measure, name, where: { ...measure.where, [dimension]: value } } };
    })
    .filter(({ 本项 }) => hasGap(books.figure(本项)) || !books.figure(本项).amount.isZero());
}

/** The values of a dimension among `lines`, each once, in order of code. */
export function valuesOf(lines: readonly LedgerLine[], dimension: Dimension): readonly string[] {
  const values = lines.flatMap((line) => line.dimensions[dimension] ?? []);
  return [...new Set(values)].sort();
}

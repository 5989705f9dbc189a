import { problem } from "../../diagnostic/diagnostic.js";
import { hasGap, IN_PROSE, inMoney, printedValue, share } from "../../model/figure.js";
import { GAP, isGap } from "../../model/gap.js";
import type { Books, Dimension, Figure, LedgerLine } from "../../model/ledger.js";
import { figureOfList } from "../../model/pack/asked-fact.js";
import type { Measure, SumMeasure } from "../../model/pack/measure.js";
import type { Pack } from "../../model/pack/pack.js";
import { moneyStyle } from "../../model/pack/table-spec.js";
import type { Written } from "../../model/source.js";
import { type HelperName, NAMES_ABOVE } from "../../model/template.js";
import { ownWording, standsFor, wordingOf } from "../../model/wording.js";
import { quantity, type Unit } from "../../money/money.js";
import { unknownBy } from "../change.js";
import type { Printed } from "../fill.js";
import { type Call, type ChangeSetting, createChangeHelpers, type Helper } from "./change-helpers.js";

/** What stands in `{{#each}}`: an item's name and its measure. */
export interface Item {
  readonly 名称: Written;
  /** of a code, what its class and section are called */
  readonly 类名?: Written | undefined;
  readonly 款名?: Written | undefined;
  readonly 本项: Measure;
}

export interface HelperSetting extends ChangeSetting {
  readonly books: Books;
  readonly pack: Pick<Pack, "words" | "money" | "facts" | "measures">;
}

/** The template language: each helper reads the books and gives figures, words, answers or items; none computes on digits. */
export function createHelpers(setting: HelperSetting): Readonly<Record<HelperName, Helper>> {
  const { books } = setting;
  const { prose } = setting.pack.money;
  const now = (measure: unknown): Figure => books.figure(measure as Measure);
  /** in a unit of its own, or else in the format's */
  const money = (measure: unknown, { hash }: Call, unit = prose.unit): Printed => {
    const decimals = unit === prose.unit ? prose.decimals : IN_PROSE.decimals;
    return printed(
      inMoney(now(measure), moneyStyle({ unit, decimals: hash.小数?.text ?? `${decimals}` }, prose)),
    );
  };
  return {
    金额: ([measure], call) => money(measure, call),
    元: ([measure], call) => money(measure, call, "元"),
    千元: ([measure], call) => money(measure, call, "千元"),
    万元: ([measure], call) => money(measure, call, "万元"),
    整万元: ([measure]) => printed(inMoney(now(measure), { ...prose, unit: "万元", decimals: 0 })),
    数量: ([measure]) => printed(now(measure)),
    占比: ([part, whole], call) => printedShare(setting, part as Measure, whole as Measure, call),
    ...createChangeHelpers(setting),
    为零: ([measure]) => areZero(now(measure)),
    为零两年: ([measure]) => areZero(now(measure), books.lastYear(measure as Measure)),
    相等: ([one, other]) => {
      const [a, b] = [now(one), now(other)];
      return hasGap(a) || hasGap(b) ? printed(unknownBy(a, b)) : a.amount.eq(b.amount);
    },
    列举: ([measure, dimension]) =>
      enumerated(itemsBy(setting, measure as SumMeasure, dimension as Dimension).flatMap(nameOf)),
    按: ([measure, dimension]) => itemsBy(setting, measure as SumMeasure, dimension as Dimension),
    非零: (measures) => withoutNothing((measures as readonly Measure[]).map(itemOf), now),
    顿号: ([list]) => enumerated((list as readonly Written[]).map(wordingOf)),
    逐条: ([list = []]) => (list as readonly Written[]).map((each) => ({ 名称: each })),
    条数: ([list = []], { hash }) => counted(list as readonly Written[], (hash.单位?.text ?? "个") as Unit),
    是: ([fact, text]) => {
      const said = typeof fact === "string" ? ownWording(fact) : wordingOf(fact as Written);
      return isGap(said.text) ? printed(said) : said.text === text;
    },
  };
}

/** Whether the figures, as far as there are any, are printed as zero; unknown where a gap decides it. */
function areZero(...given: readonly (Figure | undefined)[]): boolean | Printed {
  const figures = given.filter((each) => each !== undefined);
  if (figures.some((each) => !printedValue(each).isZero())) return false;
  return figures.some(hasGap) ? printed(unknownBy(...figures)) : true;
}

/** The items that come to something, and behind them one gap for all that may. */
function withoutNothing(
  items: readonly Item[],
  figureOf: (measure: Measure) => Figure,
): readonly (Item | Printed)[] {
  const known = items.map((item) => ({ item, figure: figureOf(item.本项) }));
  const rest = known.filter(({ figure }) => figure.amount.isZero());
  const open = rest.flatMap(({ figure }) => (hasGap(figure) ? [figure] : []));
  return [
    ...known.filter((each) => !rest.includes(each)).map(({ item }) => item),
    ...(open.length > 0 ? [printed(unknownBy(...open))] : []),
  ];
}

const nameOf = (item: Item | Printed): Printed["printed"] =>
  "名称" in item ? [wordingOf(item.名称)] : item.printed;
const itemOf = (measure: Measure): Item => ({
  名称: measure.label ?? standsFor(measure.name, measure.place),
  本项: measure,
});

/** How many a list names; unknown where it has still to be filled in. */
function counted(list: readonly Written[], unit: Unit): Printed {
  const gap = list.find(({ text }) => isGap(text));
  if (gap) return printed(wordingOf(gap));
  const amount = quantity(String(list.length));
  return printed({ amount, unit, decimals: 0, measure: "条数", lines: [] });
}

function printed(...each: Printed["printed"]): Printed {
  return { printed: each };
}

function enumerated(names: Printed["printed"]): Printed {
  return printed(...names.flatMap((name, index) => (index === 0 ? [name] : [ownWording("、"), name])));
}

function printedShare(
  { books, pack, report }: HelperSetting,
  part: Measure,
  whole: Measure,
  call: Call,
): Printed {
  const [one, all] = [books.figure(part), books.figure(whole)];
  if (hasGap(one) || hasGap(all)) return printed(unknownBy(one, all));
  const { prose } = pack.money;
  const figure = share(inMoney(one, prose), inMoney(all, prose));
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

/** One item for each value that the measure's lines have of the dimension, in order of code; none that sums to zero. */
function itemsBy(
  { books, pack }: HelperSetting,
  measure: SumMeasure,
  dimension: Dimension,
): readonly (Item | Printed)[] {
  const lines = books.lines([measure.account], measure.where);
  const values = valuesOf(lines, dimension);
  const asked = measuresOfFacts(pack, dimension);
  const items = values.map((value) => {
    const label = books.ledger.labels[dimension]?.get(value);
    const known = label?.name ?? standsFor(value, measure.place);
    const item = { [dimension]: value };
    const own = { ...measure, name: known.text, where: { ...measure.where, ...item }, item };
    const figures = asked.map((each) => [
      each.name,
      { ...each, where: { ...each.where, [dimension]: value } },
    ]);
    return {
      ...label?.says,
      ...Object.fromEntries(figures),
      ...namesAbove(books, lines, dimension, value),
      名称: known,
      本项: own,
    };
  });
  return withoutNothing(items, books.figure);
}

/** What the levels above a code are called, as far as its lines say of which they are. */
function namesAbove(
  { ledger }: Books,
  lines: readonly LedgerLine[],
  dimension: Dimension,
  value: string,
): Pick<Item, "类名" | "款名"> {
  const above = Object.entries(NAMES_ABOVE[dimension] ?? {});
  const line = lines.find(({ dimensions }) => dimensions[dimension] === value);
  return Object.fromEntries(
    above.map(([name, level]) => [name, ledger.labels[level]?.get(line?.dimensions[level] ?? "")?.name]),
  );
}

/** The figures that the format asks of each value of a dimension; those of a list's entries are asked of each. */
function measuresOfFacts(
  { facts, measures }: Pick<Pack, "facts" | "measures">,
  dimension: Dimension,
): readonly SumMeasure[] {
  const names = facts.flatMap(({ name, per, items = [] }) => {
    if (dimension === "条目") return items.map((field) => figureOfList(name, field.name));
    return per === dimension ? [name] : [];
  });
  return names.flatMap((name) => {
    const measure = measures.get(name);
    return measure?.kind === "sum" ? [measure] : [];
  });
}

/** The values of a dimension among `lines`, each once, in order of code; entries as they are listed. */
export function valuesOf(lines: readonly LedgerLine[], dimension: Dimension): readonly string[] {
  const values = [...new Set(lines.flatMap((line) => line.dimensions[dimension] ?? []))];
  return dimension === "条目" ? values : values.sort();
}

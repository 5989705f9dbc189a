import { hasGap, printedValue } from "../../model/figure.js";
import { groupedBy } from "../../model/groups.js";
import type { Figure, Query, Selection, Where, WrittenAmount } from "../../model/ledger.js";
import { figureText } from "../../model/printed.js";
import { compareRegions, regionOf } from "../../model/query.js";
import type { Element } from "../../model/report.js";
import { leavesOf, ownWords, tablesOf } from "../../model/walk.js";
import { ownWording, placeOfWords, standForOther, type Wording } from "../../model/wording.js";
import { digits, inYuan, isMoney } from "../../money/money.js";
import { type PrintedFigure, printedFigures } from "../../render/figures/figures.js";
import type {
  FileSpot,
  PageSpot,
  PrintedAt,
  Traced,
  TracedFigure,
  TracedLine,
  TracedWords,
} from "../protocol.js";
import { lastYearOf } from "./last-year.js";
import type { Composed } from "./opened.js";
import { spotOfPlace } from "./view.js";

/** Lists that nobody reads to their end are cut. */
const MOST_LINES = 500;
const MOST_ELSEWHERE = 60;
const MOST_PLACES = 12;

/** What is behind something that is printed: behind words, from the `at`th of them on; undefined where there is nothing. */
export function trace(spot: PageSpot, at: number | undefined, composed: Composed): Traced | undefined {
  const element = composed.drawn.elementAt(spot);
  if (!element) return undefined;
  const figures = figuresOf(composed);
  const printed = figures.get(element);
  if (printed) return traceFigure(printed, [...figures.values()], composed);
  const figure = "kind" in element && "figure" in element ? element.figure : undefined;
  // figures of the notes below a table are none of the data inside the PDF
  if (figure) return traceFigure({ ...NOWHERE, figure, of: element as PrintedFigure["of"] }, [], composed);
  return traceWords(element, at);
}

const NOWHERE: Omit<PrintedFigure, "figure" | "of"> = {
  ...{ measure: "", place: "附表" as const, tableNumber: "", title: "", row: 0 },
  ...{ rowWords: "", column: "", codes: {} },
};

const known = new WeakMap<Composed, ReadonlyMap<Element, PrintedFigure>>();

function figuresOf(composed: Composed): ReadonlyMap<Element, PrintedFigure> {
  const figures =
    known.get(composed) ?? new Map(printedFigures(composed.report).map((each) => [each.of, each]));
  known.set(composed, figures);
  return figures;
}

function traceFigure(
  printed: PrintedFigure,
  all: readonly PrintedFigure[],
  composed: Composed,
): TracedFigure {
  const { figure, of } = printed;
  const measure = composed.disclosure.pack.measures.get(figure.measure);
  const parts = figure.compared
    ? [figure.compared.now, figure.compared.before]
    : figure.ratio
      ? [figure.ratio.part, figure.ratio.whole]
      : [];
  return {
    kind: "figure",
    text: figureText(figure),
    name: printed.measure === "" ? figure.measure : printed.measure,
    says: measure?.says,
    definedAt: measure && spotOfPlace(measure.place()),
    asks: (figure.query ?? []).map((selection) => selectionWords(selection, composed)),
    rounding: roundingOf(figure),
    lines: linesOf(figure),
    of: parts.map((part) => ({ name: part.measure, text: figureText(part), lines: linesOf(part) })),
    elsewhere: elsewhere(printed, all, composed),
    lastYear: lastYearOf(figure, composed),
    writtenAt: writtenAt(of, composed),
  };
}

/** What a selection asks for, with the names of its codes. */
function selectionWords({ accounts, conditions, projectsFrom }: Selection, { books }: Composed): string {
  const asked = conditions.flatMap((where) =>
    (Object.entries(where) as [keyof Where, string | readonly string[]][]).map(([dimension, values]) => {
      const names = books.ledger.labels[dimension];
      const named = [values].flat().map((value) => {
        const name = names?.get(value)?.name.text;
        return name === undefined || name === value ? value : `${value} ${name}`;
      });
      return `${dimension} ${named.join("、")}`;
    }),
  );
  const size = projectsFrom === undefined ? [] : [`项目支出达到“${projectsFrom}”的`];
  const limits = [...new Set([...asked, ...size])];
  return `${accounts.join("、")}：${limits.length > 0 ? limits.join("；") : "全部"}`;
}

/** How the digits came about, step by step. */
function roundingOf(figure: Figure): readonly string[] {
  const { amount, unit, decimals, compared, ratio } = figure;
  if (hasGap(figure)) return ["还有没有填的，填完才有数"];
  const places = `四舍五入到 ${decimals} 位小数`;
  const printed = (each: Figure): string => digits(printedValue(each), each.decimals, false);
  if (compared) {
    const { now, before } = compared;
    // a decrease is told by how much it is
    const isTurned = printedValue(now).lt(printedValue(before)) && amount.isPositive();
    const [more, less] = isTurned ? [before, now] : [now, before];
    const difference = digits(amount, decimals, false);
    return [`${printed(more)} − ${printed(less)} = ${difference}，用印出来的数相减，读者照着算得出同样的数`];
  }
  if (ratio) {
    const [part, whole] = [printed(ratio.part), printed(ratio.whole)];
    return [
      `${part} ÷ ${whole} = ${amount.toFixed(6)}%，用印出来的数相除；${places}，印作 ${figureText(figure)}`,
    ];
  }
  if (!isMoney(unit)) return [`共 ${amount.toFixed()} ${unit}，不四舍五入`];
  const exact = digits(inYuan(amount, unit), 2, true);
  const counted = unit === "元" ? [] : [`以${unit}计是 ${amount.toFixed()}`];
  return [
    `各行相加，分毫不差是 ${exact} 元`,
    ...counted,
    `${places}，印作 ${digits(amount, decimals, figure.separators ?? false)} ${unit}；只在印的时候四舍五入这一次`,
  ];
}

function linesOf({ lines, compared, ratio }: Figure): readonly TracedLine[] {
  // the lines of what it was computed from stand with those
  if (compared || ratio) return [];
  return lines.slice(0, MOST_LINES).map(({ place, label, amount, gap }) => {
    return { ...spotOfPlace(place), label, amount: gap ? "待填" : digits(amount, decimalsOf(amount), true) };
  });
}

/** Amounts of money are written to the 分, pieces as a whole. */
function decimalsOf(amount: WrittenAmount["amount"]): number {
  return Math.min(amount.decimalPlaces() === 0 ? 2 : Math.max(2, amount.decimalPlaces()), 6);
}

/** Where the same figure is printed, whatever it is called there. */
function elsewhere(
  { figure, of }: PrintedFigure,
  all: readonly PrintedFigure[],
  { drawn }: Composed,
): readonly PrintedAt[] {
  const key = keyOf(figure);
  const same = (groupedBy(all, (each) => keyOf(each.figure)).get(key) ?? []).filter(
    (each) => each.of !== of && asksForTheSame(figure.query, each.figure.query),
  );
  return same.slice(0, MOST_ELSEWHERE).flatMap((each) => {
    const spot = drawn.spotOf(each.of);
    if (!spot) return [];
    const name = each.place === "附表" ? each.measure : `${each.title} 第 ${each.row} 段`;
    return [{ ...spot, where: name, text: figureText(each.figure), isShown: true }];
  });
}

/** What a figure comes to, in whatever it is counted, and of which lines. */
function keyOf({ amount, unit, lines, derived }: Figure): string {
  const exact = isMoney(unit) ? `${inYuan(amount, unit)}元` : `${amount}${unit}`;
  const from = lines.map(({ place }) => `${place.file}:${place.line}:${place.column}`).sort();
  return JSON.stringify([exact, derived ?? false, from]);
}

/** Of the same lines to the same amount: only where it is nothing do the questions have to be the same, too. */
function asksForTheSame(one: Query | undefined, other: Query | undefined): boolean {
  const [own, wanted] = [one, other].map((query) => query && regionOf(query));
  if (!own || !wanted) return true;
  const { shared, narrower, wider } = compareRegions(own, wanted);
  return narrower.length + wider.length === 0 || shared > 0;
}

/** Of a figure in a text the tag that it stands for, of one in a table what its column is called by. */
function writtenAt(of: Element, { report }: Composed): FileSpot | undefined {
  if ("origins" in of && of.origins.length > 0) {
    const place = placeOfWords(of.origins, 0, 1);
    return place && spotOfPlace(place);
  }
  for (const table of tablesOf(report)) {
    for (const row of table.rows) {
      const index = row.cells.indexOf(of as (typeof row.cells)[number]);
      if (index < 0) continue;
      const header = leavesOf(table.columns)[index]?.column.header;
      const place = header && placeOfWords(header.origins, 0, header.text.length);
      return place && spotOfPlace(place);
    }
  }
  return undefined;
}

function traceWords(element: Element, at: number | undefined): TracedWords {
  const { text, origins } = wordingOfElement(element);
  const asked = at === undefined ? origins : origins.filter(({ from, to }) => from <= at && at < to);
  const places = asked.flatMap((origin) => {
    const { written, start, end, from, tag } = origin;
    const whole = standForOther(origin) || at === undefined;
    const own = whole ? written.at(start, end - start) : written.at(start + at - from, 1);
    return [own, ...(tag ? [tag.written.at(tag.start, tag.end - tag.start)] : [])];
  });
  const told = new Map(places.map((each) => [`${each.file}:${each.line}`, each]));
  return {
    kind: "words",
    text,
    places: [...told.values()].slice(0, MOST_PLACES).map((place) => {
      return { ...spotOfPlace(place), excerpt: place.excerpt };
    }),
  };
}

/** The words that an element prints. */
function wordingOfElement(element: Element): Wording {
  if ("header" in element) return element.header;
  if (element.kind === "text") return element;
  if ("figure" in element || element.kind === "empty" || element.kind === "covered") return ownWording("");
  const words = ownWords(element);
  let before = 0;
  const origins = words.flatMap((each) => {
    const moved = each.origins.map((origin) => ({
      ...origin,
      from: origin.from + before,
      to: origin.to + before,
    }));
    before += each.text.length;
    return moved;
  });
  return { text: words.map(({ text }) => text).join(""), origins };
}

import { ACCOUNT_DIMENSIONS, FACT_SUBJECTS } from "../model/dimensions.js";
import {
  difference,
  figureOfLines,
  hasGap,
  inMoney,
  isNothing,
  type MoneyStyle,
  printedValue,
  share,
} from "../model/figure.js";
import { GAP } from "../model/gap.js";
import {
  type Account,
  type Books,
  countsPieces,
  type Dimension,
  type Figure,
  type Where,
} from "../model/ledger.js";
import type { ColumnSpec } from "../model/pack/table-spec.js";
import type { Cell, RowSubject } from "../model/report.js";
import type { Written } from "../model/source.js";
import { ownWording, type Wording } from "../model/wording.js";
import { unknownBy } from "./change.js";

/** What the cells of a row show: figures of lines that meet its conditions, and its words. */
export interface RowContent {
  readonly books: Books;
  readonly accounts: readonly Account[];
  readonly conditions: readonly Where[];
  /** what the row is about, and the codes that are listed without an amount: what is said of those is shown, too */
  readonly row?: Where;
  readonly listed?: readonly string[];
  readonly money: MoneyStyle;
  readonly past: PastFigures;
  /** what the figure below a head is called */
  readonly measure: (header: string) => string;
  /** the words for a column that shows the thing of this name */
  readonly words: (shown: string) => Wording | undefined;
}

/** The cells of a row below the leaves of a header tree; figures are in money, or in pieces. */
export function cellsOf(content: RowContent, leaves: readonly ColumnSpec[], rows = 1): readonly Cell[] {
  const { books, accounts, conditions: own, money, measure, words } = content;
  return leaves.map((column) => {
    const { where, fact, shows, text = "", header } = column;
    if (fact !== undefined) return figureCell(factFigure(content, fact, header.text), rows);
    if (!where) return textCell(words(text), rows);
    const conditions = [...own, where];
    const lines = books.lines(accounts, ...conditions);
    const unit = lines[0]?.unit ?? (countsPieces(accounts) ? "个" : "元");
    const figure = inMoney(figureOfLines(measure(header.text), lines, unit), money);
    if (shows) return comparedCell(column, figure, conditions, content, rows);
    return figureCell({ ...figure, query: [{ accounts, conditions }] }, rows);
  });
}

/** What lines came to last year; undefined where nobody has said it, which is told. */
export type PastFigures = (
  accounts: readonly Account[],
  conditions: readonly Where[],
  header: Written,
) => Figure | undefined;

/** Last year's figure, or how this year's differs from it or from a fact, by what is printed of both. */
function comparedCell(
  { shows, against, header }: ColumnSpec,
  now: Figure,
  conditions: readonly Where[],
  content: RowContent,
  rows: number,
): Cell {
  const { accounts, money, past } = content;
  const known =
    against === undefined ? past(accounts, conditions, header) : factFigure(content, against, header.text);
  if (!known) return textCell(ownWording(GAP), rows);
  const before = { ...inMoney(known, money), query: undefined };
  if (shows === "上年") return figureCell({ ...before, measure: now.measure }, rows);
  if (hasGap(now) || hasGap(before)) return figureCell(unknownBy(now, before), rows);
  const change = difference(now, before);
  if (shows === "增减额") return figureCell(change, rows);
  // nothing grows from nothing
  const rate = printedValue(before).isZero() ? undefined : share(change, before);
  return rate ? figureCell(rate, rows) : { kind: "empty", rows };
}

const OF_FACTS: readonly Account[] = ["版式事项"];

/** What is said of the code, project or unit of the row; of a row that sums up others, of what those are about. */
function factFigure(content: RowContent, fact: string | readonly string[], header: string): Figure {
  const { books, money, measure } = content;
  const conditions = [...factConditions(content, fact), { 事项: fact }];
  const lines = conditions.length > 1 ? books.lines(OF_FACTS, ...conditions) : [];
  const figure = figureOfLines(measure(header), lines, lines[0]?.unit ?? "元");
  return { ...inMoney(figure, money), query: [{ accounts: OF_FACTS, conditions }] };
}

/** What lines of a fact have to meet for a row; nothing where the row is about something finer. */
function factConditions(
  { books, accounts, conditions, row = {}, listed = [] }: RowContent,
  fact: string | readonly string[],
): readonly Where[] {
  const known = ACCOUNT_DIMENSIONS.版式事项;
  if (!dimensionsOf(row).every((each) => known.includes(each))) return [];
  const [line] = books.lines(OF_FACTS, { 事项: fact });
  const per = FACT_SUBJECTS.find((each) => each !== "单位" && line?.dimensions[each] !== undefined);
  const own = conditions.map((each) =>
    Object.fromEntries(dimensionsOf(each).flatMap((key) => (known.includes(key) ? [[key, each[key]]] : []))),
  );
  if (per === undefined || row[per] !== undefined) return own;
  const about = books.lines(accounts, ...conditions).flatMap(({ dimensions }) => dimensions[per] ?? []);
  return [...own, { [per]: [...new Set([...about, ...listed])] }];
}

function dimensionsOf(where: Where): readonly Dimension[] {
  return Object.keys(where) as Dimension[];
}

/** A cell of one figure; exactly nothing is no figure yet, but what has still to be filled in is shown. */
function figureCell(figure: Figure, rows: number): Cell {
  return isNothing(figure) ? { kind: "empty", rows, nothing: figure } : { kind: "figure", figure, rows };
}

export function textCell(wording: Wording | undefined, rows = 1): Cell {
  return wording && wording.text !== "" ? { kind: "text", ...wording, rows } : { kind: "empty", rows };
}

/** Of a row, or a side of one, that is there for the eye only. */
export const EMPTY_SUBJECT: RowSubject = { role: "empty", where: {} };

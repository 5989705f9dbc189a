import { ACCOUNT_DIMENSIONS, FACT_SUBJECTS } from "../model/dimensions.js";
import { figureOfLines, inMoney, isNothing, type MoneyStyle } from "../model/figure.js";
import {
  type Account,
  type Books,
  countsPieces,
  type Dimension,
  type Figure,
  type Where,
} from "../model/ledger.js";
import type { ColumnSpec } from "../model/pack.js";
import type { Cell, RowSubject } from "../model/report.js";
import type { Wording } from "../model/wording.js";

/** What the cells of a row show: figures of lines that meet its conditions, and its words. */
export interface RowContent {
  readonly books: Books;
  readonly accounts: readonly Account[];
  readonly conditions: readonly Where[];
  /** what the row is about, and the codes that are listed without an amount: what is said of those is shown, too */
  readonly row?: Where;
  readonly listed?: readonly string[];
  readonly money: MoneyStyle;
  /** what the figure below a head is called */
  readonly measure: (header: string) => string;
  /** the words for a column that shows the thing of this name */
  readonly words: (shown: string) => Wording | undefined;
}

/** The cells of a row below the leaves of a header tree; figures are in money, or in pieces. */
export function cellsOf(content: RowContent, leaves: readonly ColumnSpec[], rows = 1): readonly Cell[] {
  const { books, accounts, conditions: own, money, measure, words } = content;
  return leaves.map(({ where, fact, text = "", header }) => {
    if (fact !== undefined) return factCell(content, fact, header.text, rows);
    if (!where) return textCell(words(text), rows);
    const conditions = [...own, where];
    const lines = books.lines(accounts, ...conditions);
    const unit = lines[0]?.unit ?? (countsPieces(accounts) ? "个" : "元");
    const figure = figureOfLines(measure(header.text), lines, unit);
    return figureCell({ ...inMoney(figure, money), query: [{ accounts, conditions }] }, rows);
  });
}

const OF_FACTS: readonly Account[] = ["版式事项"];

/** What is said of the code, project or unit of the row; of a row that sums up others, of what those are about. */
function factCell(content: RowContent, fact: string | readonly string[], header: string, rows: number): Cell {
  const { books, money, measure } = content;
  const conditions = [...factConditions(content, fact), { 事项: fact }];
  const lines = conditions.length > 1 ? books.lines(OF_FACTS, ...conditions) : [];
  const figure = figureOfLines(measure(header), lines, lines[0]?.unit ?? "元");
  return figureCell({ ...inMoney(figure, money), query: [{ accounts: OF_FACTS, conditions }] }, rows);
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

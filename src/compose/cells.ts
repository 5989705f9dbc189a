import { figureOfLines, inMoney, isNothing, type MoneyStyle } from "../model/figure.js";
import { type Account, type Books, countsPieces, type Figure, type Where } from "../model/ledger.js";
import type { ColumnSpec } from "../model/pack.js";
import type { Cell, RowSubject } from "../model/report.js";
import type { Wording } from "../model/wording.js";

/** What the cells of a row show: figures of lines that meet its conditions, and its words. */
export interface RowContent {
  readonly books: Books;
  readonly accounts: readonly Account[];
  readonly conditions: readonly Where[];
  readonly money: MoneyStyle;
  /** what the figure below a head is called */
  readonly measure: (header: string) => string;
  /** the words for a column that shows the thing of this name */
  readonly words: (shown: string) => Wording | undefined;
}

/** The cells of a row below the leaves of a header tree; figures are in money, or in pieces. */
export function cellsOf(content: RowContent, leaves: readonly ColumnSpec[], rows = 1): readonly Cell[] {
  const { books, accounts, conditions: own, money, measure, words } = content;
  return leaves.map(({ where, text = "", header }) => {
    if (!where) return textCell(words(text), rows);
    const conditions = [...own, where];
    const unit = countsPieces(accounts) ? "个" : "元";
    const figure = figureOfLines(measure(header.text), books.lines(accounts, ...conditions), unit);
    return figureCell({ ...inMoney(figure, money), query: [{ accounts, conditions }] }, rows);
  });
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

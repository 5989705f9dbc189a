import type { Books } from "../model/books.js";
import { figureOfLines, hasGap, inWan } from "../model/figure.js";
import type { Account, Figure, Where } from "../model/ledger.js";
import type { Cell, RowSubject } from "../model/report.js";
import type { Wording } from "../model/wording.js";

/** The figure in 万元 where a row's conditions meet a column's. */
export function cellFigure(
  books: Books,
  measure: string,
  accounts: readonly Account[],
  ...conditions: readonly Where[]
): Figure {
  const figure = figureOfLines(measure, books.lines(accounts, ...conditions), "元");
  return { ...inWan(figure), query: [{ accounts, conditions }] };
}

/** A cell of one figure; exactly nothing is printed as nothing, but what has still to be filled in is shown. */
export function figureCell(figure: Figure, rows = 1): Cell {
  const isNothing = figure.amount.isZero() && !hasGap(figure);
  return isNothing ? { kind: "empty", rows } : { kind: "figure", figure, rows };
}

export function textCell(wording: Wording | undefined, rows = 1): Cell {
  return wording && wording.text !== "" ? { kind: "text", ...wording, rows } : { kind: "empty", rows };
}

/** Of a row, or a side of one, that is there for the eye only. */
export const EMPTY_SUBJECT: RowSubject = { role: "empty", where: {} };

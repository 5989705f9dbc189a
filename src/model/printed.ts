import { digits, type Quantity, ZERO } from "../money/money.js";
import { gapOf, isNothing, printedValue } from "./figure.js";
import type { Figure } from "./ledger.js";
import type { Cell, Run } from "./report.js";

/** What a run prints: a figure as digits with its unit directly behind them. */
export function runText(run: Run): string {
  return run.kind === "text" ? run.text : figureText(run.figure);
}

/** A figure as a sentence shows it. */
export function figureText(figure: Figure): string {
  return gapOf(figure) ?? numberText(figure, figure.separators ?? false) + figure.unit;
}

/** The number that a figure prints, in plain digits; where it is a sign in cells, that which sentences print. */
export function plainNumber(figure: Figure): string {
  return numberText(figure, false);
}

function numberText(figure: Figure, separators: boolean): string {
  const { amount, decimals, zero } = figure;
  return zero === "0" && isNothing(figure) ? zero : digits(amount, decimals, separators);
}

/** The number that a cell prints; one without a figure is nothing. */
export function cellValue(cell: Cell | undefined): Quantity {
  return cell?.kind === "figure" ? printedValue(cell.figure) : ZERO;
}

/** What a cell prints: a figure as grouped digits, since its unit stands above the table. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "figure": {
      const { zero, separators = true } = cell.figure;
      if (zero !== undefined && isNothing(cell.figure)) return zero;
      return gapOf(cell.figure) ?? numberText(cell.figure, separators);
    }
    case "empty":
    case "covered":
      return "";
  }
}

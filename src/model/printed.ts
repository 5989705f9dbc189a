import { digits, type Quantity, ZERO } from "../money/money.js";
import { gapOf, printedValue } from "./figure.js";
import type { Figure } from "./ledger.js";
import type { Cell, Run } from "./report.js";

/** What a run prints: a figure as digits with its unit directly behind them. */
export function runText(run: Run): string {
  return run.kind === "text" ? run.text : figureText(run.figure);
}

/** A figure as a sentence shows it. */
export function figureText(figure: Figure): string {
  const { amount, decimals, unit, separators = false } = figure;
  return gapOf(figure) ?? digits(amount, decimals, separators) + unit;
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
      const { amount, decimals, separators = true } = cell.figure;
      return gapOf(cell.figure) ?? digits(amount, decimals, separators);
    }
    case "empty":
    case "covered":
      return "";
  }
}

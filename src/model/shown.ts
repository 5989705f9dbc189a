import { digits } from "../money/money.js";
import type { Figure } from "./ledger.js";
import type { Cell, Run } from "./report.js";

/** A figure as a sentence shows it: digits with the unit directly behind them. */
export function shownFigure({ amount, decimals, unit }: Figure): string {
  return digits(amount, decimals, false) + unit;
}

/** What a run prints. */
export function runText(run: Run): string {
  return run.kind === "text" ? run.text : shownFigure(run.figure);
}

/** What a cell prints: a figure as grouped digits, since its unit stands above the table. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "figure":
      return digits(cell.figure.amount, cell.figure.decimals, true);
    case "empty":
    case "covered":
      return "";
  }
}

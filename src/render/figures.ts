import type { Cell, Run } from "../model/report.js";
import { digits } from "../money/money.js";

/** What a run prints: a figure as digits with its unit directly behind them. */
export function runText(run: Run): string {
  if (run.kind === "text") return run.text;
  return digits(run.figure.amount, run.figure.decimals, false) + run.figure.unit;
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

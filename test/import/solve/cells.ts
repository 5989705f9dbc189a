import type { PrintedCell } from "../../../src/import/printed/printed-cell.js";
import { isNothing, printedValue } from "../../../src/model/figure.js";
import type { Figure } from "../../../src/model/ledger.js";
import { cellText } from "../../../src/model/printed.js";
import type { Cell, Report, Table } from "../../../src/model/report.js";
import { tablesOf } from "../../../src/model/walk.js";
import { halfUnit, inYuan, isMoney } from "../../../src/money/money.js";

/** The amounts of money in a report's tables as a reader of the printed tables knows them. */
export function printedCells(report: Report): readonly PrintedCell[] {
  return tablesOf(report).flatMap((table) =>
    table.rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => printedCell(cell, whereIs(table, row, column))),
    ),
  );
}

function whereIs({ title }: Table, row: number, column: number): string {
  return `${title.text} 第${row + 1}行第${column + 1}栏`;
}

function printedCell(cell: Cell, where: string): readonly PrintedCell[] {
  const figure = cell.kind === "figure" ? cell.figure : cell.kind === "empty" ? cell.nothing : undefined;
  if (!figure?.query || figure.derived || !isMoney(figure.unit)) return [];
  return [{ query: figure.query, ...between(figure), text: cellText(cell), where }];
}

function between(figure: Figure): Pick<PrintedCell, "low" | "high"> {
  const { unit, decimals } = figure;
  if (!isMoney(unit)) throw new Error(unit);
  const printed = printedValue(figure);
  const [least, most] = isNothing(figure)
    ? [printed, printed]
    : [printed.minus(halfUnit(decimals)), printed.plus(halfUnit(decimals))];
  return { low: inYuan(least, unit), high: inYuan(most, unit) };
}

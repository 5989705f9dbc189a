import type { LedgerLine, Where } from "../model/ledger.js";
import type { ColumnSpec, PivotRow, PivotSpec } from "../model/pack.js";
import type { Cell, Row, Sum } from "../model/report.js";
import { rowAttributes } from "./attributes.js";
import { cellFigure, figureCell, textCell } from "./cells.js";
import { isFigureColumn, leaves, shownTexts } from "./columns.js";
import { columnSums, rowSums } from "./residual.js";
import { rowCodes } from "./row-codes.js";
import type { TableBody, TableSetting } from "./table-setting.js";
import { fillWords } from "./template.js";

/** A row before its figures are known: whose lines it shows, and its words. */
interface PlannedRow {
  readonly where: Where;
  readonly words: Readonly<Record<string, string>>;
  /** one of a classification, not a total over it */
  readonly detail: boolean;
}

export function pivotBody(spec: PivotSpec, setting: TableSetting): Omit<TableBody, "columns"> {
  const base = setting.books.lines([spec.account], spec.where ?? {});
  const planned = spec.rows.flatMap((row) => planRows(row, base, setting));
  const rows = planned.map((row) => pivotRow(row, spec, setting));
  return { rows, sums: sums(spec.columns, planned, rows) };
}

function planRows(row: PivotRow, base: readonly LedgerLine[], setting: TableSetting): readonly PlannedRow[] {
  const words = fillWords(row.text ?? {}, setting.templates);
  if (!row.by) return [{ where: {}, words, detail: false }];
  return combinations(row, base, setting).map((where) => ({
    where,
    words: { ...rowAttributes(where, setting), ...words },
    detail: true,
  }));
}

/** The combinations of values that the lines have, and the codes to be listed without any, in order of code. */
function combinations(
  row: PivotRow,
  base: readonly LedgerLine[],
  { budget }: TableSetting,
): readonly Where[] {
  const dimensions = row.by ?? [];
  const found = new Map<string, Where>();
  for (const line of base) {
    const values = dimensions.map((dimension) => line.dimensions[dimension] ?? "");
    found.set(
      values.join(" "),
      Object.fromEntries(dimensions.map((dimension, index) => [dimension, values[index]])),
    );
  }
  const [first] = dimensions;
  if (row.listed && first) for (const code of budget.listedFunctions) found.set(code, { [first]: code });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, where]) => where);
}

function pivotRow({ where, words }: PlannedRow, spec: PivotSpec, { books, budget }: TableSetting): Row {
  const name = Object.values(words).at(-1) ?? "";
  const cell = (column: ColumnSpec): Cell => {
    if (!isFigureColumn(column)) return textCell(words[column.text ?? ""]);
    const measure = `${spec.number} ${name} ${column.header}`;
    return figureCell(cellFigure(books, measure, [spec.account], spec.where ?? {}, where, column.where));
  };
  const shown = shownTexts(spec.columns);
  return {
    cells: leaves(spec.columns).map(cell),
    codes: rowCodes(where, budget.unit.code, { words, shown }),
  };
}

function sums(
  columns: readonly ColumnSpec[],
  planned: readonly PlannedRow[],
  rows: readonly Row[],
): readonly Sum[] {
  const cells = rows.map((row) => row.cells);
  const details = cells.filter((_, index) => planned[index]?.detail);
  const total = cells.find((_, index) => !planned[index]?.detail) ?? [];
  const inRows = planned.flatMap((row, index) =>
    rowSums(Object.values(row.words).at(-1) ?? "", columns, cells[index] ?? []),
  );
  return details.length > 0 ? [...columnSums(columns, total, details), ...inRows] : inRows;
}

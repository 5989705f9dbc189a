import type { Where } from "../model/ledger.js";
import type { ColumnSpec, PivotRow, PivotSpec } from "../model/pack.js";
import type { Cell, Row, Sum } from "../model/report.js";
import type { Wording } from "../model/wording.js";
import { rowAttributes } from "./attributes.js";
import { cellFigure, figureCell, textCell } from "./cells.js";
import { isFigureColumn, leaves, shownTexts } from "./columns.js";
import { combinations } from "./combinations.js";
import { columnSums, rowSums } from "./residual.js";
import { rowCodes } from "./row-codes.js";
import { type Scope, unitScopes, wholeScope } from "./scopes.js";
import type { TableBody, TableSetting } from "./table-setting.js";
import { fillWords } from "./template.js";

/** A row before its figures are known: whose lines it shows, and its words. */
interface PlannedRow {
  readonly scope: Scope;
  readonly where: Where;
  readonly words: Readonly<Record<string, Wording>>;
  /** one of a classification, not a total over it */
  readonly detail: boolean;
  /** the rows below it that it is the sum of */
  readonly within: readonly PlannedRow[];
}

/** A planned row with its cells, and so those within it. */
interface SetRow {
  readonly plan: PlannedRow;
  readonly row: Row;
  readonly within: readonly SetRow[];
}

export function pivotBody(spec: PivotSpec, setting: TableSetting): Omit<TableBody, "columns"> {
  const planned = spec.rows.flatMap((row) => planRows(row, spec, wholeScope(setting), setting));
  const tree = planned.map((row) => setRow(row, spec, setting));
  const all = flat(tree);
  const inColumns = [
    ...sumsOver(
      spec.columns,
      tree.find(({ plan }) => !plan.detail)?.row,
      tree.filter(({ plan }) => plan.detail),
    ),
    ...all.flatMap(({ row, within }) => sumsOver(spec.columns, row, within)),
  ];
  const inRows = all.flatMap(({ plan, row }) => rowSums(nameOf(plan), spec.columns, row.cells));
  return { rows: all.map(({ row }) => row), sums: [...inColumns, ...inRows] };
}

function planRows(
  row: PivotRow,
  spec: PivotSpec,
  scope: Scope,
  setting: TableSetting,
): readonly PlannedRow[] {
  const { by, rows = [], text = {} } = row;
  const words = fillWords(text, setting.templates, scope.words);
  if (!by) return [{ scope, where: {}, words, detail: false, within: [] }];
  if (rows.length > 0) return unitRows(row, rows, spec, setting);
  const base = scope.books.lines([spec.account], spec.where ?? {});
  return combinations(row, base, scope).map((where) => ({
    scope,
    where,
    words: { ...rowAttributes(where, scope.books, words), ...words },
    detail: true,
    within: [],
  }));
}

/** A row for each unit, with rows of its own below it. */
function unitRows(
  { text = {} }: PivotRow,
  rows: readonly PivotRow[],
  spec: PivotSpec,
  setting: TableSetting,
): readonly PlannedRow[] {
  const listed = rows.some((row) => row.listed);
  const scopes = unitScopes(setting, (scope) => {
    const lines = scope.books.lines([spec.account], spec.where ?? {});
    return lines.length > 0 || (listed && scope.listedFunctions.length > 0);
  });
  return scopes.map((scope) => {
    const where = { 单位: scope.code };
    const words = fillWords(text, setting.templates, scope.words);
    return {
      scope,
      where,
      words: { ...rowAttributes(where, scope.books, words), ...words },
      detail: true,
      within: rows.flatMap((row) => planRows(row, spec, scope, setting)),
    };
  });
}

function setRow(plan: PlannedRow, spec: PivotSpec, setting: TableSetting): SetRow {
  const { scope, where, words } = plan;
  const cell = (column: ColumnSpec): Cell => {
    if (!isFigureColumn(column)) return textCell(words[column.text ?? ""]);
    const measure = `${spec.number.text} ${nameOf(plan)} ${column.header.text}`;
    return figureCell(
      cellFigure(scope.books, measure, [spec.account], scope.where, spec.where ?? {}, where, column.where),
    );
  };
  const shown = shownTexts(spec.columns);
  return {
    plan,
    row: { cells: leaves(spec.columns).map(cell), codes: rowCodes(where, scope.code, { words, shown }) },
    within: plan.within.map((each) => setRow(each, spec, setting)),
  };
}

function nameOf({ words }: PlannedRow): string {
  return Object.values(words).at(-1)?.text ?? "";
}

function flat(rows: readonly SetRow[]): readonly SetRow[] {
  return rows.flatMap((each) => [each, ...flat(each.within)]);
}

function sumsOver(
  columns: readonly ColumnSpec[],
  total: Row | undefined,
  details: readonly SetRow[],
): readonly Sum[] {
  if (details.length === 0) return [];
  return columnSums(
    columns,
    total?.cells ?? [],
    details.map(({ row }) => row.cells),
  );
}

import type { Dimension, LedgerLine, Where } from "../model/ledger.js";
import type { ColumnSpec, PivotRow, PivotSpec } from "../model/pack.js";
import type { Cell, Role, Row, Sum } from "../model/report.js";
import { type Leaf, leavesOf } from "../model/walk.js";
import type { Wording } from "../model/wording.js";
import { rowAttributes } from "./attributes.js";
import { cellFigure, figureCell, textCell } from "./cells.js";
import { isFigureColumn, leaves, reportColumns } from "./columns.js";
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
  /** "part" where it is one of a classification, "total" where it sums up others */
  readonly role: Role;
  /** the rows below it that it is the sum of */
  readonly within: readonly PlannedRow[];
}

/** A planned row with its cells, and so those within it. */
interface SetRow {
  readonly plan: PlannedRow;
  readonly row: Row;
  readonly within: readonly SetRow[];
}

export function pivotBody(spec: PivotSpec, setting: TableSetting): TableBody {
  const columns = reportColumns(spec.columns);
  const planned = spec.rows.flatMap((row) => planRows(row, spec, wholeScope(setting), setting));
  const tree = planned.map((row) => setRow(row, spec, leavesOf(columns)));
  const all = flat(tree);
  const inColumns = [
    ...sumsOver(spec.columns, tree.find((each) => !isDetail(each))?.row, tree.filter(isDetail)),
    ...all.flatMap(({ row, within }) => sumsOver(spec.columns, row, within)),
  ];
  const inRows = all.flatMap(({ plan, row }) => rowSums(nameOf(plan), spec.columns, row.cells));
  return { columns, rows: all.map(({ row }) => row), sums: [...inColumns, ...inRows] };
}

function planRows(
  row: PivotRow,
  spec: PivotSpec,
  scope: Scope,
  setting: TableSetting,
): readonly PlannedRow[] {
  const { by, rows = [], text = {} } = row;
  const words = fillWords(text, setting.templates, scope.words);
  if (!by) return [{ scope, where: {}, words, role: wholeRole(scope, spec), within: [] }];
  if (rows.length > 0) return unitRows(row, rows, spec, setting);
  const base = scope.books.lines([spec.account], spec.where ?? {});
  return combinations(row, base, scope).map((where) => ({
    scope,
    where,
    words: { ...rowAttributes(where, scope.books, words), ...words },
    role: "part",
    within: [],
  }));
}

/** The combinations of values that the lines have, and the codes to be listed without any, in order of code; units in their own. */
function combinations(
  { by: dimensions = [], listed }: PivotRow,
  base: readonly LedgerLine[],
  { books, listedFunctions }: Scope,
): readonly Where[] {
  const units = [...(books.ledger.labels.单位?.keys() ?? [])];
  const key = (dimension: Dimension, value: string): string =>
    dimension === "单位" ? String(units.indexOf(value)).padStart(6, "0") : value;
  const found = new Map<string, Where>();
  for (const line of base) {
    const values = dimensions.map((dimension) => [dimension, line.dimensions[dimension] ?? ""] as const);
    found.set(values.map((each) => key(...each)).join(" "), Object.fromEntries(values));
  }
  const [first] = dimensions;
  if (listed && first) for (const code of listedFunctions) found.set(code, { [first]: code });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, where]) => where);
}

/** What a row without a classification sums up: parts, or the totals of units. */
function wholeRole({ where }: Scope, { rows }: PivotSpec): Role {
  return Object.keys(where).length === 0 && rows.some((row) => row.rows) ? "grand" : "total";
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
      role: "total",
      within: rows.flatMap((row) => planRows(row, spec, scope, setting)),
    };
  });
}

function setRow(plan: PlannedRow, spec: PivotSpec, columns: readonly Leaf[]): SetRow {
  const { scope, role, where, words } = plan;
  const cell = (column: ColumnSpec): Cell => {
    if (!isFigureColumn(column)) return textCell(words[column.text ?? ""]);
    const measure = `${spec.number.text} ${nameOf(plan)} ${column.header.text}`;
    return figureCell(
      cellFigure(scope.books, measure, [spec.account], scope.where, spec.where ?? {}, where, column.where),
    );
  };
  const cells = leaves(spec.columns).map(cell);
  const subjects = [{ role, where: { ...scope.where, ...where } }];
  return {
    plan,
    row: { cells, subjects, codes: rowCodes(cells, columns, where, scope.code) },
    within: plan.within.map((each) => setRow(each, spec, columns)),
  };
}

/** Whether a row is one of a classification; those without a condition are totals over it. */
function isDetail({ plan }: SetRow): boolean {
  return Object.keys(plan.where).length > 0;
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

import { groupedBy } from "../model/groups.js";
import type { Dimension, LedgerLine, Where } from "../model/ledger.js";
import type { PivotRow, PivotSpec } from "../model/pack/table-spec.js";
import type { Role } from "../model/report.js";
import { leavesOf } from "../model/walk.js";
import { ownWording } from "../model/wording.js";
import { CLASSIFICATION, type RowWords, withAttributes } from "./attributes.js";
import { leaves, ORDINAL, reportColumns } from "./columns.js";
import { columnSums, sumsOf } from "./residual.js";
import { type PlannedRow, type SetRow, setRow, type TableBody } from "./rows.js";
import { type Scope, type TableSetting, unitScopes, wholeScope } from "./scopes.js";
import { fillWords } from "./template.js";

export function pivotBody(spec: PivotSpec, setting: TableSetting): TableBody {
  const columns = reportColumns(spec.columns, setting.looks.columns);
  const frame = {
    ...spec,
    table: setting.name,
    money: setting.money,
    past: setting.past,
    leaves: leavesOf(columns),
  };
  const planned = spec.rows.flatMap((row) => planRows(row, spec, wholeScope(setting), setting));
  const tree = planned.map((row) => setRow(row, frame));
  const all = flat(tree);
  const total = tree.find((each) => !isDetail(each));
  const overall = total ? columnSums(spec.columns, { ...total, parts: tree.filter(isDetail) }) : [];
  return { columns, rows: all.map(({ row }) => row), sums: [...overall, ...sumsOf(spec.columns, all)] };
}

/** Whether a row is one of a classification; those without a condition are totals over it. */
function isDetail({ plan }: SetRow): boolean {
  return Object.keys(plan.where).length > 0;
}

function flat(rows: readonly SetRow[]): readonly SetRow[] {
  return rows.flatMap((each) =>
    each.plan.isBelow ? [...flat(each.parts), each] : [each, ...flat(each.parts)],
  );
}

function planRows(
  row: PivotRow,
  spec: PivotSpec,
  scope: Scope,
  setting: TableSetting,
): readonly PlannedRow[] {
  const { by, levels = [], rows = [], text = {} } = row;
  if (rows.length > 0) return unitRows(row, rows, spec, setting);
  const words = fillWords(text, setting.templates, scope.words);
  if (!by) return [plannedRow(scope, {}, wholeRole(scope, spec), words)];
  const base = [
    ...scope.books.lines([spec.account], spec.where ?? {}),
    ...(comparesYears(spec) ? linesBefore(spec, scope, setting) : []),
  ];
  const details = combinations(row, base, scope).map((where, index) => ({
    where,
    planned: numbered(plannedRow(scope, withoutImplied(where), "part", words), index),
  }));
  return underLevels(details, levels, {}, (where, within) => ({
    ...plannedRow(scope, withoutImplied(where), "total", words, within),
    isBelow: row.levelsLast === "true",
  }));
}

function numbered(row: PlannedRow, index: number): PlannedRow {
  return { ...row, words: { ...row.words, [ORDINAL]: ownWording(String(index + 1)) } };
}

function comparesYears({ columns }: PivotSpec): boolean {
  return leaves(columns).some(({ shows, against }) => shows !== undefined && against === undefined);
}

/** What there was last year, and may be no more, has rows, too. */
function linesBefore({ account, where = {} }: PivotSpec, scope: Scope, { books }: TableSetting) {
  const { lines = [] } = books.before([account], scope.where, where) ?? {};
  return lines.filter((line): line is LedgerLine => "dimensions" in line);
}

interface Detail {
  readonly where: Where;
  readonly planned: PlannedRow;
}

/** The rows of what belongs to each value of the first level, under one that sums them up; and so within it. */
function underLevels(
  details: readonly Detail[],
  [level, ...finer]: readonly Dimension[],
  coarser: Where,
  sumUp: (where: Where, within: readonly PlannedRow[]) => PlannedRow,
): readonly PlannedRow[] {
  if (!level) return details.map(({ planned }) => planned);
  const groups = [...groupedBy(details, ({ where }) => String(where[level] ?? ""))];
  return groups.map(([value, some]) => {
    const where = { ...coarser, [level]: value };
    return sumUp(where, underLevels(some, finer, where, sumUp));
  });
}

/** A condition without what follows from the rest of it: of a code, its class and section. */
function withoutImplied(where: Where): Where {
  const dimensions = Object.keys(where) as Dimension[];
  const finest = new Map(dimensions.map((each) => [CLASSIFICATION[each] ?? each, each]));
  return Object.fromEntries([...finest.values()].map((each) => [each, where[each]]));
}

/** A row is called by the last of its words. */
function plannedRow(
  scope: Scope,
  where: Where,
  role: Role,
  own: RowWords,
  within: readonly PlannedRow[] = [],
): PlannedRow {
  const words = withAttributes(own, where, scope);
  return { scope, where, role, words, name: Object.values(words).at(-1)?.text ?? "", within };
}

/** The combinations of values that the lines have, and the codes to be listed without any, in order of code; units in their own. */
function combinations(
  { by = [], levels = [], listed }: PivotRow,
  base: readonly LedgerLine[],
  { books, listedFunctions }: Scope,
): readonly Where[] {
  const units = new Map([...(books.ledger.labels.单位?.keys() ?? [])].map((unit, index) => [unit, index]));
  const key = (dimension: Dimension, value: string): string =>
    dimension === "单位" ? String(units.get(value) ?? -1).padStart(6, "0") : value;
  const dimensions = [...levels, ...by];
  const found = new Map<string, Where>();
  for (const line of base) {
    const values = dimensions.map((dimension) => [dimension, line.dimensions[dimension] ?? ""] as const);
    found.set(values.map((each) => key(...each)).join(" "), Object.fromEntries(values));
  }
  const [first] = by;
  for (const code of listed && first ? listedFunctions : []) {
    const values = [
      ...levels.map((level) => [level, beginning(level, code)] as const),
      [first, code] as const,
    ];
    found.set(values.map(([, value]) => value).join(" "), Object.fromEntries(values));
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, where]) => where);
}

function beginning(level: Dimension, code: string): string {
  return level === "功能类" ? code.slice(0, 3) : code.slice(0, 5);
}

/** What a row without a classification sums up: parts, or the totals of units. */
function wholeRole({ where }: Scope, { rows }: PivotSpec): Role {
  return Object.keys(where).length === 0 && rows.some((row) => row.rows || row.levels) ? "grand" : "total";
}

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
    const within = rows.flatMap((row) => planRows(row, spec, scope, setting));
    const words = fillWords(text, setting.templates, scope.words);
    return plannedRow(scope, { 单位: scope.code }, "total", words, within);
  });
}

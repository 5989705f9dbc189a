import { type Project, projectKey, type TargetKind, writtenCode } from "../model/budget.js";
import type { ColumnSpec, TargetsSpec } from "../model/pack.js";
import type { Cell, Row, Sum } from "../model/report.js";
import { type Wording, wordingOf } from "../model/wording.js";
import { cellFigure, figureCell, textCell } from "./cells.js";
import { isFigureColumn, leaves, shownTexts } from "./columns.js";
import { columnSums, rowSums } from "./residual.js";
import { rowCodes } from "./row-codes.js";
import { type Scope, unitScopes, wholeScope } from "./scopes.js";
import type { TableBody, TableSetting } from "./table-setting.js";
import { fillWords } from "./template.js";

const COVERED: Cell = { kind: "covered" };

/** The rows of one unit: its own, and of each project as many as its longest list of indicators has. */
interface UnitRows {
  readonly own: Row;
  readonly projects: readonly (readonly Row[])[];
}

/** The unit's row, then each project with its indicators beside each other; a department's row before those of its units. */
export function targetsBody(spec: TargetsSpec, setting: TableSetting): Omit<TableBody, "columns"> {
  const units = unitScopes(setting, ({ projects }) => projects.length > 0).map((scope) => ({
    own: unitRow(scope, spec, setting),
    projects: scope.projects.map((project) => projectRows(project, spec, scope)),
  }));
  const total = setting.budget.department ? [unitRow(wholeScope(setting), spec, setting)] : [];
  return {
    rows: [...total, ...units.flatMap(({ own, projects }) => [own, ...projects.flat()])],
    sums: [
      ...total.flatMap(({ cells }) =>
        columnSums(
          spec.columns,
          cells,
          units.map(({ own }) => own.cells),
        ),
      ),
      ...total.flatMap(({ cells }) => rowSums(nameOf(spec, cells), spec.columns, cells)),
      ...units.flatMap((unit) => unitSums(unit, spec)),
    ],
  };
}

function unitSums({ own, projects }: UnitRows, spec: TargetsSpec): readonly Sum[] {
  const heads = projects.flatMap(([head]) => (head ? [head.cells] : []));
  return [
    ...columnSums(spec.columns, own.cells, heads),
    ...[own.cells, ...heads].flatMap((cells) => rowSums(nameOf(spec, cells), spec.columns, cells)),
  ];
}

function unitRow(scope: Scope, spec: TargetsSpec, { templates }: TableSetting): Row {
  const { books, code } = scope;
  const words = fillWords(spec.unitRow, templates, scope.words);
  const cell = (column: ColumnSpec): Cell => {
    if (!isFigureColumn(column)) return textCell(words[column.text ?? ""]);
    const measure = `${spec.number.text} ${column.header.text}`;
    return figureCell(
      cellFigure(books, measure, ["支出"], scope.where, { 支出性质: "项目支出" }, column.where),
    );
  };
  const shown = shownTexts(spec.columns);
  return { cells: leaves(spec.columns).map(cell), codes: rowCodes({}, code, { words, shown }) };
}

function projectRows(project: Project, spec: TargetsSpec, scope: Scope): readonly Row[] {
  const columns = leaves(spec.columns);
  const lists = new Map(columns.map((column) => [column, targetTexts(project, column)]));
  const height = Math.max(1, ...[...lists.values()].map((texts) => texts.length));
  const prints = shownTexts(spec.columns).has("项目.编码");
  const codes = prints && project.code ? { 项目: project.code.value } : {};
  return Array.from({ length: height }, (_, index) => ({
    codes,
    cells: columns.map((column) => {
      if (column.target) return textCell(lists.get(column)?.[index]);
      return index === 0 ? projectCell(project, column, height, spec, scope) : COVERED;
    }),
  }));
}

/** What a column of indicators shows of a project: the third-level indicators or the values of one kind. */
function targetTexts(project: Project, column: ColumnSpec): readonly Wording[] {
  const [kind, field] = column.target?.split(".") ?? [];
  return project.targets
    .filter((target) => target.kind === (kind as TargetKind))
    .map((target) => wordingOf(field === "三级指标" ? target.indicator : target.value));
}

function projectCell(
  project: Project,
  column: ColumnSpec,
  rows: number,
  spec: TargetsSpec,
  { books, where }: Scope,
): Cell {
  if (column.text) return textCell(projectWord(project, column.text), rows);
  const measure = `${spec.number.text} ${project.name.text} ${column.header.text}`;
  return figureCell(
    cellFigure(books, measure, ["支出"], where, { 项目: projectKey(project) }, column.where ?? {}),
    rows,
  );
}

function projectWord(project: Project, word: string): Wording {
  return wordingOf(word === "项目.编码" ? writtenCode(project) : project.name);
}

function nameOf(spec: TargetsSpec, cells: readonly Cell[]): string {
  const index = leaves(spec.columns).findIndex((column) => column.text === "项目.名称");
  const cell = cells[index];
  return cell?.kind === "text" ? cell.text : "";
}

import { type Project, projectKey, writtenCode } from "../model/budget.js";
import type { ColumnSpec, TargetsSpec } from "../model/pack.js";
import type { Cell, ColumnContent, Role, Row, Sum } from "../model/report.js";
import { type Leaf, leavesOf } from "../model/walk.js";
import { type Wording, wordingOf } from "../model/wording.js";
import { cellFigure, figureCell, textCell } from "./cells.js";
import { isFigureColumn, leaves, reportColumns } from "./columns.js";
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
export function targetsBody(spec: TargetsSpec, setting: TableSetting): TableBody {
  const columns = reportColumns(spec.columns);
  const body = { spec, columns: leavesOf(columns) };
  const units = unitScopes(setting, ({ projects }) => projects.length > 0).map((scope) => ({
    own: unitRow("total", scope, body, setting),
    projects: scope.projects.map((project) => projectRows(project, body, scope)),
  }));
  const total = setting.budget.department ? [unitRow("grand", wholeScope(setting), body, setting)] : [];
  return {
    columns,
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

interface Body {
  readonly spec: TargetsSpec;
  readonly columns: readonly Leaf[];
}

function unitRow(role: Role, scope: Scope, { spec, columns }: Body, { templates }: TableSetting): Row {
  const { books, code, where, words: names } = scope;
  const words = fillWords(spec.unitRow, templates, names);
  const cell = (column: ColumnSpec): Cell => {
    if (!isFigureColumn(column)) return textCell(words[column.text ?? ""]);
    const measure = `${spec.number.text} ${column.header.text}`;
    return figureCell(
      cellFigure(books, measure, ["支出"], scope.where, { 支出性质: "项目支出" }, column.where),
    );
  };
  const cells = leaves(spec.columns).map(cell);
  const subjects = [{ role, where }];
  return { cells, subjects, codes: rowCodes(cells, columns, where, code) };
}

function projectRows(project: Project, { spec, columns }: Body, scope: Scope): readonly Row[] {
  const lists = columns.map(({ column }) => indicatorTexts(project, column.shows));
  const height = Math.max(1, ...lists.map((texts) => texts?.length ?? 0));
  const own = leaves(spec.columns).map((column, index) =>
    lists[index] ? COVERED : projectCell(project, column, height, spec, scope),
  );
  const where = { ...scope.where, 项目: projectKey(project) };
  const codes = rowCodes(own, columns, where, scope.code);
  return Array.from({ length: height }, (_, row) => ({
    subjects: [{ role: "part", where }],
    codes,
    cells: lists.map((texts, index) => {
      if (texts) return textCell(texts[row]);
      return (row === 0 && own[index]) || COVERED;
    }),
  }));
}

/** What a column of indicators shows of a project: the third-level indicators or the values of one kind. */
function indicatorTexts({ targets }: Project, shows: ColumnContent): readonly Wording[] | undefined {
  if (shows.kind !== "indicator") return undefined;
  return targets
    .filter(({ kind }) => kind === shows.of)
    .map(({ indicator, value }) => wordingOf(shows.field === "三级指标" ? indicator : value));
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

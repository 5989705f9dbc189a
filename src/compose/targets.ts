import { type Project, projectKey, type Untargeted } from "../model/budget.js";
import type { Where } from "../model/ledger.js";
import type { TargetsSpec } from "../model/pack/table-spec.js";
import type { Cell, ColumnContent, Role, Row } from "../model/report.js";
import { leavesOf } from "../model/walk.js";
import { joined, ownWording, type Wording, wordingOf } from "../model/wording.js";
import { type RowWords, withAttributes } from "./attributes.js";
import { textCell } from "./cells.js";
import { reportColumns } from "./columns.js";
import { sumsOf } from "./residual.js";
import { type PlannedRow, type RowFrame, type SetRow, setRow, type TableBody } from "./rows.js";
import { type Scope, type TableSetting, unitScopes, wholeScope } from "./scopes.js";
import { fillWords } from "./template.js";

const COVERED: Cell = { kind: "covered" };

/** The unit's row, then each project with its indicators beside each other; a department's row before those of its units. */
export function targetsBody(spec: TargetsSpec, setting: TableSetting): TableBody {
  const columns = reportColumns(spec.columns, setting.looks.columns);
  const own = { account: "支出", where: { 支出性质: "项目支出" }, leaves: leavesOf(columns) } as const;
  const frame = { ...spec, table: setting.name, money: setting.money, past: setting.past, ...own };
  const totalOf = (role: Role, scope: Scope): SetRow =>
    setRow(
      plannedRow(role, scope, scope.where, fillWords(spec.unitRow, setting.templates, scope.words)),
      frame,
    );
  const units = unitScopes(setting, ({ projects }) => projects.length > 0).map((scope) => {
    const projects = scope.projects.map((project) => projectRows(project, frame, scope));
    const parts = projects.map(({ head }) => head);
    return { total: { ...totalOf("total", scope), parts }, projects };
  });
  const parts = units.map(({ total }) => total);
  const grand = setting.budget.department ? [{ ...totalOf("grand", wholeScope(setting)), parts }] : [];
  return {
    columns,
    rows: [
      ...grand.map(({ row }) => row),
      ...units.flatMap(({ total, projects }) => [total.row, ...projects.flatMap(({ rows }) => rows)]),
    ],
    sums: [
      ...sumsOf(spec.columns, grand),
      ...parts.flatMap((total) => sumsOf(spec.columns, [total, ...total.parts])),
    ],
  };
}

function plannedRow(role: Role, scope: Scope, where: Where, words: RowWords): PlannedRow {
  return { scope, where, role, words, name: words["项目.名称"]?.text ?? "", within: [] };
}

/** The rows of a project, as many as its longest list of indicators has, and what they show of it itself. */
function projectRows(
  project: Project,
  frame: RowFrame,
  scope: Scope,
): { readonly head: SetRow; readonly rows: readonly Row[] } {
  const first = frame.leaves.find(({ column }) => column.shows.kind === "indicator");
  const lists = frame.leaves.map(({ column }, index) =>
    first?.index === index && project.untargeted
      ? [untargetedWords(project.untargeted)]
      : indicatorTexts(project, column.shows),
  );
  const height = Math.max(1, ...lists.map((texts) => texts?.length ?? 0));
  const own = { 项目: projectKey(project) };
  const words = withAttributes({}, own, scope);
  const head = setRow(plannedRow("part", scope, { ...scope.where, ...own }, words), frame, height);
  const rows = Array.from({ length: height }, (_, row) => ({
    ...head.row,
    cells: lists.map((texts, index) => {
      if (texts) return textCell(texts[row]);
      return (row === 0 && head.cells[index]) || COVERED;
    }),
  }));
  return { head, rows };
}

/** What stands where the first of the indicators would. */
export function untargetedWords({ kind, reason }: Untargeted): Wording {
  return kind === "不公开" ? wordingOf(reason) : joined([ownWording("未编制："), wordingOf(reason)]);
}

function indicatorTexts({ targets }: Project, shows: ColumnContent): readonly Wording[] | undefined {
  if (shows.kind !== "indicator") return undefined;
  return targets
    .filter(({ kind }) => kind === shows.of)
    .map(({ indicator, value }) => wordingOf(shows.field === "三级指标" ? indicator : value));
}

import { type Project, projectKey, type StatedEntry, type Target } from "../../model/budget.js";
import { consolidated } from "../../model/consolidation.js";
import { figureOfLines, inMoney, isNothing } from "../../model/figure.js";
import { countsPieces, type Figure, type Where } from "../../model/ledger.js";
import { figureOfList } from "../../model/pack/asked-fact.js";
import type { FormCell, FormLine, FormRow, FormSpec } from "../../model/pack/table-spec.js";
import type { Align, Cell, Column, Row } from "../../model/report.js";
import { ownWording, type Wording, wordingOf } from "../../model/wording.js";
import { type RowWords, withAttributes } from "../attributes.js";
import { ORDINAL } from "../columns.js";
import type { TableBody } from "../rows.js";
import { type Scope, type TableSetting, unitScopes, wholeScope } from "../scopes.js";
import { untargetedWords } from "../targets.js";

/** A grid of labels and of what is said beside them: one for the whole, or one for each project below another. */
export function formBody(spec: FormSpec, setting: TableSetting): TableBody {
  const width = Number(spec.columns);
  const columns = Array.from(
    { length: width },
    (): Column => ({ header: ownWording(""), align: "left", shows: { kind: "text" }, side: 0 }),
  );
  const rows = subjectsOf(spec, setting).flatMap((subject) =>
    layRows(spec.rows, subject, { ...setting, spec }).map(
      (cells): Row => ({ cells, subjects: [{ role: "part", where: subject.where }] }),
    ),
  );
  const saysWords = rows.some(({ cells }) => cells.some((cell) => cell.kind === "text" && !cell.isLabel));
  return { columns, rows, sums: [], ...(saysWords && { saysWords }) };
}

interface FormSetting extends TableSetting {
  readonly spec: FormSpec;
}

/** What a form, or one row of several in it, is about. */
interface Subject {
  readonly scope: Scope;
  /** the condition that its lines meet, besides the scope's */
  readonly where: Where;
  readonly words: RowWords;
  readonly project?: Project;
  /** what is said of an entry of a list in figures */
  readonly entry?: StatedEntry;
}

function subjectsOf({ of }: FormSpec, setting: TableSetting): readonly Subject[] {
  const { budget, templates } = setting;
  const facts = budget.facts.words.filter(({ per, of: unit }) => per === "单位" && unit === budget.unit.code);
  const own = Object.fromEntries(facts.map(({ name, said }) => [name, templates.said(said)]));
  const whole = wholeScope(setting);
  if (of !== "项目") {
    const ofUnit = withAttributes(own, { 单位: budget.unit.code }, whole);
    return [{ scope: whole, where: {}, words: { ...ofUnit, "单位.名称": wordingOf(budget.unit.name) } }];
  }
  return unitScopes(setting, ({ projects }) => projects.length > 0).flatMap((scope) =>
    scope.projects.map((project): Subject => {
      const where = { 项目: projectKey(project) };
      const said = saidOf(project, setting);
      const words = withAttributes({ ...own, ...said }, { ...scope.where, ...where }, scope);
      return { scope, where, words, project };
    }),
  );
}

/** What the format asks of a project in words. */
function saidOf(project: Project, { budget, templates }: TableSetting): RowWords {
  const said = consolidated(budget)
    .flatMap(({ facts }) => facts.words)
    .filter(({ per, of }) => per === "项目" && of === projectKey(project));
  return Object.fromEntries(said.map((each) => [each.name, templates.said(each.said)]));
}

type Cells = readonly Cell[];

const COVERED: Cell = { kind: "covered" };

/** Rows of cells, each as wide as the grid. */
function layRows(rows: readonly FormRow[], subject: Subject, setting: FormSetting): readonly Cells[] {
  return rows.flatMap((row) => {
    const { side, columns, cells = [], each } = row;
    if (side === undefined) return layLine({ cells, ...(each !== undefined && { each }) }, subject, setting);
    const laid = (row.rows ?? []).flatMap((line) => layLine(line, subject, setting));
    return beside(setting.templates.line(side), Number(columns ?? "1"), laid);
  });
}

function layLine({ cells, each }: FormLine, subject: Subject, setting: FormSetting): readonly Cells[] {
  if (each === undefined) return [layCells(cells, subject, setting)];
  const items = itemsOf(each, subject, setting);
  return merged(
    cells,
    items.map((item) => layCells(cells, item, setting)),
  );
}

/** Rows beside a label that goes over all of them. */
function beside(words: Wording, columns: number, rows: readonly Cells[]): readonly Cells[] {
  const label: Cell = {
    ...{ kind: "text", ...words, rows: rows.length },
    ...(columns > 1 && { columns }),
    align: "center",
    isLabel: true,
  };
  const below = Array.from({ length: columns - 1 }, () => COVERED);
  return rows.map((cells, index) => [index === 0 ? label : COVERED, ...below, ...cells]);
}

function layCells(cells: readonly FormCell[], subject: Subject, setting: FormSetting): Cells {
  return cells.flatMap((cell): readonly Cell[] => {
    const columns = Number(cell.columns ?? "1");
    const shown = shownIn(cell, subject, setting);
    const align = cell.align ?? usualAlign(cell);
    const own = { ...shown, ...(columns > 1 && { columns }), ...(align && { align }) } as Cell;
    return [own, ...Array.from({ length: columns - 1 }, () => COVERED)];
  });
}

/** Labels stand in the middle and figures at the right, where the format does not say it. */
function usualAlign({ label, text }: FormCell): Align | undefined {
  if (label !== undefined) return "center";
  return text === undefined ? "right" : undefined;
}

function shownIn(cell: FormCell, subject: Subject, setting: FormSetting): Cell {
  if (cell.label !== undefined) return wordsCell(setting.templates.line(cell.label), true);
  if (cell.text !== undefined) return wordsCell(subject.words[cell.text] ?? ownWording(""), false);
  const figure = figureIn(cell, subject, setting);
  const printed = inMoney(figure, setting.money);
  return isNothing(figure)
    ? { kind: "empty", rows: 1, nothing: printed }
    : { kind: "figure", figure: printed, rows: 1 };
}

function wordsCell(words: Wording, isLabel: boolean): Cell {
  if (words.text === "") return { kind: "empty", rows: 1 };
  return { kind: "text", ...words, rows: 1, ...(isLabel && { isLabel }) };
}

/** The figure of a measure, of lines of the form's account, or of a fact. */
function figureIn({ measure, where, fact }: FormCell, subject: Subject, setting: FormSetting): Figure {
  const { spec, pack, books } = setting;
  const known = measure === undefined ? undefined : pack.measures.get(measure);
  if (known) return books.figure(known);
  const own = subject.scope.where;
  if (fact !== undefined) {
    const of = subject.entry ? figureOfList(subject.entry.name, fact) : fact;
    return figureOf(["版式事项"], [own, subject.where, { 事项: of }], subject, setting, of);
  }
  const account = spec.account ?? "支出";
  return figureOf([account], [own, subject.where, where ?? {}], subject, setting, account);
}

function figureOf(
  accounts: Parameters<Scope["books"]["lines"]>[0],
  conditions: readonly Where[],
  { scope }: Subject,
  { name: table }: FormSetting,
  name: string,
): Figure {
  const lines = scope.books.lines(accounts, ...conditions);
  const unit = lines[0]?.unit ?? (countsPieces(accounts) ? "个" : "元");
  const figure = figureOfLines(`${table} ${name}`, lines, unit);
  return { ...figure, query: [{ accounts, conditions }] };
}

/** What a row is repeated for; one of nothing where there is none, so that the form keeps its shape. */
function itemsOf(each: string, subject: Subject, setting: FormSetting): readonly Subject[] {
  const found = each === TARGETS ? targetsOf(subject) : entriesOf(each, subject, setting);
  return found.length > 0 ? found : [{ ...subject, words: {}, where: { ...subject.where, 条目: "" } }];
}

/** What a form calls the indicators of a project. */
const TARGETS = "绩效指标";

function targetsOf(subject: Subject): readonly Subject[] {
  const { targets = [], untargeted } = subject.project ?? {};
  const words = untargeted ? [{ 三级指标: untargetedWords(untargeted) }] : targets.map(wordsOfTarget);
  return words.map((own) => ({ ...subject, words: { ...subject.words, ...own } }));
}

function wordsOfTarget({ kind, above, indicator, value }: Target): RowWords {
  return {
    一级指标: ownWording(kind),
    ...(above && { 二级指标: wordingOf(above) }),
    三级指标: wordingOf(indicator),
    指标值: wordingOf(value),
  };
}

function entriesOf(list: string, subject: Subject, { budget }: FormSetting): readonly Subject[] {
  const { project } = subject;
  const entries = consolidated(budget)
    .flatMap(({ facts }) => facts.entries)
    .filter(
      ({ name, per, of }) => name === list && (per !== "项目" || (project && of === projectKey(project))),
    );
  return entries.map((entry, index) => ({
    ...subject,
    where: { 条目: entry.key },
    words: {
      ...subject.words,
      ...Object.fromEntries(Object.entries(entry.words).map(([word, said]) => [word, wordingOf(said)])),
      [ORDINAL]: ownWording(String(index + 1)),
    },
    entry,
  }));
}

/** Cells below each other that say the same, as one, where the format wants it; finer ones only within coarser ones. */
function merged(specs: readonly FormCell[], rows: readonly Cells[]): readonly Cells[] {
  const starts = startsOf(specs);
  const laid = rows.map((cells) => [...cells]);
  const merging = specs.flatMap(({ merge }, index) => (merge ? [starts[index] ?? 0] : []));
  for (const [depth, column] of merging.entries()) {
    const within = merging.slice(0, depth + 1);
    for (let row = 1, first = 0; row < rows.length; row++) {
      const isSame = within.every((each) => textAt(rows[row], each) === textAt(rows[row - 1], each));
      if (!isSame || textAt(rows[row], column) === "") first = row;
      else {
        const head = laid[first]?.[column];
        if (head && head.kind !== "covered") {
          const own = laid[first] ?? [];
          own[column] = { ...head, rows: row - first + 1 };
        }
        const own = laid[row] ?? [];
        own[column] = COVERED;
      }
    }
  }
  return laid;
}

function textAt(cells: Cells | undefined, column: number): string {
  const cell = cells?.[column];
  return cell?.kind === "text" ? cell.text : "";
}

function startsOf(cells: readonly FormCell[]): readonly number[] {
  let at = 0;
  return cells.map(({ columns = "1" }) => {
    const start = at;
    at += Number(columns);
    return start;
  });
}

import { type Diagnostic, problem } from "../diagnostic/diagnostic.js";
import type { Budget } from "../model/budget.js";
import { discloserOf } from "../model/consolidation.js";
import { figureOfLines } from "../model/figure.js";
import { countsPieces } from "../model/ledger.js";
import { looksWith } from "../model/pack/pack.js";
import { accountsOf, countsOnly, moneyStyle, type TableSpec } from "../model/pack/table-spec.js";
import type { Row, Table } from "../model/report.js";
import type { Written } from "../model/source.js";
import { tableName } from "../model/table-words.js";
import { hasFigure } from "../model/walk.js";
import { ownWording, wordingOf } from "../model/wording.js";
import { balanceBody } from "./balance.js";
import { EMPTY_SUBJECT, type PastFigures } from "./cells.js";
import { ofDiscloser, withFilledHeads } from "./columns.js";
import { formBody } from "./layouts/form.js";
import { listBody } from "./layouts/list.js";
import { paragraphOf } from "./narrative.js";
import { pivotBody } from "./pivot.js";
import { residualNotes } from "./residual.js";
import type { TableBody } from "./rows.js";
import type { DisclosureSetting, TableSetting } from "./scopes.js";
import { targetsBody } from "./targets.js";

/** A table with all its rows, whether or not there is anything in them. */
export function composeTable(spec: TableSpec, setting: DisclosureSetting): Table {
  const { templates, pack } = setting;
  const { words } = pack;
  const money = moneyStyle(spec.money, pack.money.tables);
  const looks = looksWith(pack.looks, spec.looks);
  const number = spec.number ? wordingOf(spec.number) : ownWording("");
  const title = templates.line(spec.title);
  const name = tableName({ number, title });
  const printed = withFilledHeads(ofDiscloser(spec, discloserOf(setting.budget)), templates);
  const lacking = new Set<Written>();
  const past = pastFigures(setting, lacking);
  const { columns, rows, sums, saysWords } = bodyOf(printed, { ...setting, money, looks, past, name });
  for (const header of lacking) setting.report(lacksLastYear(name, header, setting.budget));
  const empty = !hasFigure({ rows, ...(saysWords && { saysWords }) });
  return {
    kind: "table",
    number,
    title,
    ...(spec.inContents && { listed: templates.line(spec.inContents) }),
    left: templates.line(words.tableLeft),
    right: templates.line(spec.right ?? words.tableRight, { 金额单位: money.unit }),
    ...(countsPieces(accountsOf(spec)) || countsOnly(spec, pack.facts) ? {} : { unit: money.unit }),
    columns,
    rows,
    looks,
    ...(saysWords && { saysWords }),
    notes: [
      ...(spec.notes ?? []).map((note) => templates.line(note)).filter(({ text }) => text !== ""),
      ...residualNotes(sums, (names, named, difference) =>
        templates.line(words.residual, { 处: names, 栏行: named, 差额: difference }),
      ),
      ...(empty && spec.emptyNote ? [templates.line(spec.emptyNote)] : []),
    ].map(paragraphOf),
    sums,
  };
}

/** What lines came to last year, nothing of a unit that is new; the heads of columns of which nobody has said it become `lacking`. */
function pastFigures({ books, budget }: DisclosureSetting, lacking: Set<Written>): PastFigures {
  return (accounts, conditions, header) => {
    if (budget.isNew) return figureOfLines("", [], countsPieces(accounts) ? "个" : "元");
    const figure = books.before(accounts, ...conditions);
    if (!figure) lacking.add(header);
    return figure;
  };
}

function lacksLastYear(table: string, header: Written, { lastYear }: Budget): Diagnostic {
  return problem(
    "口径/上年数",
    `${table}的“${header.text}”列要上年的数，数据里没有`,
    lastYear.place,
    "怎么改：把上年的数据文件放进 data；没有上年数据文件的，这一格是一个口径的数，就在“上年”里写这个口径",
  );
}

/** Of a table that a note says is empty the rows in which digits are printed, or one empty row. */
export function withoutEmptyRows(table: Table, { emptyNote }: TableSpec): Table {
  if (!emptyNote || hasFigure(table)) return table;
  const rows = table.rows.filter(({ cells }) => cells.some(({ kind }) => kind === "figure"));
  return { ...table, rows: rows.length > 0 ? rows : [emptyRow(table.rows)] };
}

function bodyOf(spec: TableSpec, setting: TableSetting): TableBody {
  switch (spec.layout) {
    case "balance":
      return balanceBody(spec, setting);
    case "pivot":
      return pivotBody(spec, setting);
    case "targets":
      return targetsBody(spec, setting);
    case "list":
      return listBody(spec, setting);
    case "form":
      return formBody(spec, setting);
  }
}

function emptyRow([first]: readonly Row[]): Row {
  const { cells = [], subjects = [] } = first ?? {};
  return {
    cells: cells.map(() => ({ kind: "empty", rows: 1 })),
    subjects: subjects.map(() => EMPTY_SUBJECT),
  };
}

import { countsPieces } from "../model/ledger.js";
import { accountsOf, countsOnly, looksWith, moneyStyle, type TableSpec } from "../model/pack.js";
import type { Row, Table } from "../model/report.js";
import { hasFigure } from "../model/walk.js";
import { wordingOf } from "../model/wording.js";
import { balanceBody } from "./balance.js";
import { EMPTY_SUBJECT } from "./cells.js";
import { withFilledHeads } from "./columns.js";
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
  const { columns, rows, sums, saysWords } = bodyOf(withFilledHeads(spec, templates), {
    ...setting,
    money,
    looks,
  });
  const empty = !hasFigure({ rows, ...(saysWords && { saysWords }) });
  return {
    kind: "table",
    number: wordingOf(spec.number),
    title: templates.line(spec.title),
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

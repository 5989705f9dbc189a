import { discloserOf } from "../model/consolidation.js";
import { countsPieces } from "../model/ledger.js";
import { accountsOf, looksWith, moneyStyle, type TableSpec } from "../model/pack.js";
import type { Row, Table } from "../model/report.js";
import { tableName } from "../model/table-words.js";
import { hasFigure } from "../model/walk.js";
import { ownWording, wordingOf } from "../model/wording.js";
import { balanceBody } from "./balance.js";
import { EMPTY_SUBJECT } from "./cells.js";
import { ofDiscloser, withFilledHeads } from "./columns.js";
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
  const { columns, rows, sums } = bodyOf(withFilledHeads(ofDiscloser(spec, discloserOf(setting.budget)), templates), { ...setting, money, looks, name });
  const empty = !hasFigure({ rows });
  return {
    kind: "table",
    number,
    title,
    ...(spec.inContents && { listed: templates.line(spec.inContents) }),
    left: templates.line(words.tableLeft),
    right: templates.line(spec.right ?? words.tableRight, { 金额单位: money.unit }),
    ...(countsPieces(accountsOf(spec)) ? {} : { unit: money.unit }),
    columns,
    rows,
    looks,
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
  }
}

function emptyRow([first]: readonly Row[]): Row {
  const { cells = [], subjects = [] } = first ?? {};
  return {
    cells: cells.map(() => ({ kind: "empty", rows: 1 })),
    subjects: subjects.map(() => EMPTY_SUBJECT),
  };
}

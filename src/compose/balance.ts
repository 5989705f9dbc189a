import { figureOfLines, isNothing } from "../model/figure.js";
import type { Where } from "../model/ledger.js";
import type { BalanceRow, BalanceSide, BalanceSpec } from "../model/pack/table-spec.js";
import type { Cell, Row, RowSubject, Sum } from "../model/report.js";
import { type Wording, wordingOf } from "../model/wording.js";
import { cellsOf, EMPTY_SUBJECT } from "./cells.js";
import { conditionOf, leaves, reportColumns } from "./columns.js";
import { chineseNumeral } from "./numerals.js";
import { columnSums, rowSums, type SummedRow } from "./residual.js";
import type { TableBody } from "./rows.js";
import type { TableSetting } from "./scopes.js";

interface SideRow extends SummedRow {
  readonly subject: RowSubject;
}

interface Side {
  readonly spec: BalanceSide;
  readonly rows: readonly SideRow[];
  readonly totals: readonly SideRow[];
}

export function balanceBody(spec: BalanceSpec, setting: TableSetting): TableBody {
  const sides = spec.sides.map((side) => composeSide(side, setting));
  return {
    columns: sides.map(({ spec: { header, columns } }, side) => ({
      header: wordingOf(header),
      children: reportColumns(columns, setting.looks.columns, side, () => ({ kind: "label" })),
    })),
    rows: [...besideEachOther(sides, "rows"), ...besideEachOther(sides, "totals")],
    sums: sides.flatMap(sideSums),
  };
}

function composeSide(spec: BalanceSide, setting: TableSetting): Side {
  const compose = (rows: readonly BalanceRow[]): readonly SideRow[] =>
    rows.flatMap((row) => expand(row, spec, setting)).map((row) => sideRow(row, spec, setting));
  return { spec, rows: compose(spec.rows), totals: compose(spec.totals) };
}

type LabelledRow = Omit<BalanceRow, "label"> & { readonly label: Wording };

/** A row with `each` as one row for every code of its dimension. */
function expand(row: BalanceRow, side: BalanceSide, setting: TableSetting): readonly LabelledRow[] {
  const { each: dimension, label, names, ...rest } = row;
  const { books, templates } = setting;
  const isPrinted = (where: Where): boolean =>
    row.onlyWithFigures === undefined || hasFigures({ ...row, where }, side, setting);
  if (!dimension) {
    return isPrinted(row.where ?? {}) ? [{ ...rest, label: templates.line(label) }] : [];
  }
  return [...(books.ledger.labels[dimension]?.values() ?? [])]
    .map(({ code, name }) => ({ code, name, where: { ...row.where, [dimension]: code } }))
    .filter(({ where }) => isPrinted(where))
    .map(({ code, name, where }, index) => ({
      ...rest,
      label: templates.line(label, {
        代码: code,
        名称: names?.[code] ?? name,
        // 201 is 一, 229 is 二十九: where all are printed, a class is numbered by the last two digits of its code
        序号: chineseNumeral(row.onlyWithFigures ? index + 1 : Number(code.slice(-2))),
      }),
      where,
    }));
}

/** Whether a row has anything in any of its columns, or may have. */
function hasFigures(row: BalanceRow, side: BalanceSide, { books }: TableSetting): boolean {
  const accounts = [row.account ?? side.account].flat();
  return leaves(side.columns).some((column) => {
    const where = conditionOf(column);
    return where && !isNothing(figureOfLines("", books.lines(accounts, row.where ?? {}, where), "元"));
  });
}

function sideRow(row: LabelledRow, side: BalanceSide, setting: TableSetting): SideRow {
  const accounts = [row.account ?? side.account].flat();
  const { label, role = "part", where = {} } = row;
  const content = {
    books: setting.books,
    accounts,
    conditions: [where],
    money: setting.money,
    past: setting.past,
    measure: () => `${setting.name} ${label.text}`,
    words: () => label,
  };
  const cells = cellsOf(content, leaves(side.columns));
  return { name: label.text, subject: { role, where, accounts }, cells, parts: [] };
}

/** The sides' rows level with each other, the shorter filled up with empty cells. */
function besideEachOther(sides: readonly Side[], which: "rows" | "totals"): readonly Row[] {
  const height = Math.max(...sides.map((side) => side[which].length));
  return Array.from({ length: height }, (_, index) => {
    const rows = sides.map((side) => side[which][index] ?? emptySideRow(side.spec));
    return { cells: rows.flatMap(({ cells }) => cells), subjects: rows.map(({ subject }) => subject) };
  });
}

function emptySideRow({ columns }: BalanceSide): Pick<SideRow, "cells" | "subject"> {
  const cells = leaves(columns).map((): Cell => ({ kind: "empty", rows: 1 }));
  return { cells, subject: EMPTY_SUBJECT };
}

/**
 * A "total" row among the rows sums up the parts that follow it; among the totals, all parts above. A "grand" row sums
 * up all totals, and the parts among the totals. Columns are held against their groups as in every table.
 */
function sideSums({ spec, rows, totals }: Side): readonly Sum[] {
  const all = [...rows, ...totals];
  const summed = all.map((row, index) => ({ ...row, parts: partsOf(row, index, rows, totals) }));
  const inColumns = summed.flatMap((row) =>
    columnSums(spec.columns, row).map((each) => ({ ...each, where: row.name, named: "行" as const })),
  );
  return [...inColumns, ...summed.flatMap((row) => rowSums(spec.columns, row))];
}

function partsOf(
  row: SideRow,
  index: number,
  rows: readonly SideRow[],
  totals: readonly SideRow[],
): readonly SideRow[] {
  const { role } = row.subject;
  if (role === "grand") return grandParts(rows, totals);
  if (role !== "total") return [];
  return rows.includes(row) ? following(rows.slice(index + 1)) : rows.filter(isPart);
}

const isPart = (row: SideRow): boolean => row.subject.role === "part";

function following(rows: readonly SideRow[]): readonly SideRow[] {
  const end = rows.findIndex((row) => row.subject.role === "total");
  return rows.slice(0, end === -1 ? undefined : end).filter(isPart);
}

function grandParts(rows: readonly SideRow[], totals: readonly SideRow[]): readonly SideRow[] {
  return [
    ...rows.filter((row) => row.subject.role === "total"),
    ...totals.filter((row) => row.subject.role !== "grand"),
  ];
}

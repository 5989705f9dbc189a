import type { Unread } from "../../../src/import/printed/reading.js";
import type { RecoveredCell, RecoveredTable } from "../../../src/model/recovered.js";
import { inUnit, inYuan, quantity } from "../../../src/money/money.js";
import type { PrintedTable } from "./documents.js";

/** How others print the same tables. */
interface Departure {
  readonly change: (tables: readonly PrintedTable[]) => readonly RecoveredTable[];
  /** what is told as not understood */
  readonly unread?: readonly Unread["what"][];
}

type Change = (cell: RecoveredCell, row: number, column: number) => RecoveredCell;

function inCells(tables: readonly PrintedTable[], change: Change): readonly PrintedTable[] {
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((row, index) => row.map((cell, column) => change(cell, index, column))),
  }));
}

const AMOUNT = /^-?[\d,]+\.\d+$/;

/** Amounts and what is said of them in another unit, exactly. */
function countedIn(tables: readonly PrintedTable[], unit: "元" | "千元"): readonly PrintedTable[] {
  const counted = tables.map((table) => ({
    ...table,
    above: table.above.map((words) => words.replace("万元", unit)),
  }));
  return inCells(counted, (cell) => {
    const text = cell.text.replace("（万元）", `（${unit}）`);
    return AMOUNT.test(text) ? { ...cell, text: rescaled(text, unit) } : { ...cell, text };
  });
}

/** As many digits as before, so that they say no more than they did. */
function rescaled(text: string, unit: "元" | "千元"): string {
  const yuan = inYuan(quantity(text.replaceAll(",", "")), "万元");
  return inUnit(yuan, unit).toFixed(unit === "元" ? 0 : 1);
}

const EMPTY = { text: "", indent: 0, columns: 1, rows: 1, where: "" };

/** The levels of a code as one column, below the head that goes over them. */
function withWholeCodes(table: PrintedTable): PrintedTable {
  const last = table.rows[table.head - 1] ?? [];
  const at = last.findIndex(({ text }, column) => text === "类" && last[column + 1]?.text === "款");
  if (at < 0) return table;
  const count = last[at + 2]?.text === "项" ? 3 : 2;
  const rows = table.rows.map((row, index) => {
    const own =
      index < table.head - 1
        ? (row[at]?.text ?? "")
        : index < table.head
          ? ""
          : joined(row.slice(at, at + count));
    return [...row.slice(0, at), { ...EMPTY, ...row[at], columns: 1, text: own }, ...row.slice(at + count)];
  });
  return { ...table, rows };
}

function joined(cells: readonly RecoveredCell[]): string {
  return cells.map(({ text }) => text).join("");
}

/** In two parts of as many rows, the second as `rest` makes it. */
function cutIn2(
  table: PrintedTable,
  rest: (head: PrintedTable["rows"], rows: PrintedTable["rows"]) => PrintedTable["rows"],
): readonly RecoveredTable[] {
  const { head, rows } = table;
  const middle = head + Math.ceil((rows.length - head) / 2);
  const second = rest(rows.slice(0, head), rows.slice(middle));
  return [
    { ...table, rows: rows.slice(0, middle) },
    { ...table, name: "", above: [], rows: second },
  ];
}

/** The sides of a balance, each in a table of its own. */
function sides(table: PrintedTable): readonly RecoveredTable[] {
  const [first = []] = table.rows;
  const at = first.findIndex(({ text }, column) => column > 0 && /支出$/.test(text));
  if (at < 0 || !/收入$/.test(first[0]?.text ?? "")) return [table];
  return [table.rows.map((row) => row.slice(0, at)), table.rows.map((row) => row.slice(at))].map((rows) => ({
    ...table,
    rows,
  }));
}

export const DEPARTURES: Readonly<Record<string, Departure>> = {
  "in another order": { change: (tables) => tables.toReversed() },
  "without numbers": {
    change: (tables) =>
      tables.map((table) => ({
        ...table,
        name: "Sheet1",
        above: table.above.filter((words) => !/^预算\d/.test(words)),
      })),
  },
  "without titles": {
    change: (tables) =>
      tables.map((table) => ({ ...table, above: table.above.filter((words) => !/年/.test(words)) })),
  },
  "called otherwise": {
    change: (tables) =>
      tables.map((table) => ({
        ...table,
        name: "Sheet1",
        above: table.above
          .filter((words) => !/^预算\d/.test(words))
          .map((words) =>
            words
              .replace("总体", "")
              .replace("情况表", "明细表")
              .replace(/^\d{4}年/, "某局2023年度"),
          ),
      })),
  },
  "without merged cells": {
    change: (tables) => inCells(tables, (cell) => ({ ...cell, columns: 1, rows: 1 })),
  },
  "with blanks in their words": {
    change: (tables) =>
      inCells(tables, (cell) => ({
        ...cell,
        text: /^\p{Script=Han}{2,4}$/u.test(cell.text) ? ` ${[...cell.text].join(" ")}` : cell.text,
      })),
  },
  "with their titles in their rows": {
    change: (tables) =>
      tables.map((table) => {
        const titles = table.above.map((text) =>
          (table.rows[0] ?? []).map((_, column) => ({ ...EMPTY, text: column === 0 ? text : "" })),
        );
        return { ...table, above: [], rows: [...titles, ...table.rows] };
      }),
  },
  "with codes as numbers": {
    change: (tables) =>
      tables.map((table) => ({
        ...table,
        rows: table.rows.map((row, index) =>
          row.map((cell) =>
            index >= table.head && /^0\d$/.test(cell.text) ? { ...cell, text: cell.text.slice(1) } : cell,
          ),
        ),
      })),
  },
  "with codes in one column": { change: (tables) => tables.map(withWholeCodes) },
  "in two parts, each with its head": {
    change: (tables) => tables.flatMap((table) => cutIn2(table, (head, rows) => [...head, ...rows])),
  },
  "in two parts, the second without a head": {
    change: (tables) => tables.flatMap((table) => cutIn2(table, (_, rows) => rows)),
  },
  "cut between their sides": { change: (tables) => tables.flatMap(sides) },
  "with their columns from right to left, where no head goes over several": {
    change: (tables) =>
      tables.map((table) =>
        table.rows.slice(0, table.head).some((row) => row.some(({ columns }) => columns > 1))
          ? table
          : { ...table, rows: table.rows.map((row) => row.toReversed()) },
      ),
  },
  "with an empty column between all others": {
    change: (tables) =>
      tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) =>
          row.flatMap((cell) => [{ ...cell, columns: 2 * cell.columns - 1 }, EMPTY]),
        ),
      })),
  },
  "with numbers below their heads": {
    change: (tables) =>
      tables.map((table) => {
        const numbers = (table.rows[0] ?? []).map((_, column) => ({ ...EMPTY, text: String(column + 1) }));
        return {
          ...table,
          rows: [...table.rows.slice(0, table.head), numbers, ...table.rows.slice(table.head)],
        };
      }),
  },
  "with a column that the format has not": {
    change: (tables) =>
      tables.map((table) => ({
        ...table,
        rows: table.rows.map((row, index) => [
          ...row,
          { ...EMPTY, text: index === 0 ? "备用资金" : index < table.head ? "" : "7.77", where: "备用" },
        ]),
      })),
    unread: ["column"],
  },
};

/** The same with amounts counted otherwise, for formats that count in 万元. */
export const UNITS: Readonly<Record<string, Departure["change"]>> = {
  元: (tables) => countedIn(tables, "元"),
  千元: (tables) => countedIn(tables, "千元"),
};

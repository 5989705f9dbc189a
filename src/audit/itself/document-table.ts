import type { Place } from "../../diagnostic/diagnostic.js";
import type { RecoveredCell, RecoveredTable } from "../../model/recovered.js";
import { halfUnit, type Quantity } from "../../money/money.js";
import { compact, folded } from "../../text/fold.js";
import { type Amount, amountOf, SHIFTS } from "../words/tokens.js";

/** A cell of a document's table that holds an amount. */
export interface AmountCell extends Amount {
  readonly text: string;
  readonly column: number;
  /** the words of its whole row, for who looks it up */
  readonly line: string;
  readonly where: string;
}

export interface TableRow {
  /** its name, without number and 其中 before it */
  readonly name: string;
  /** as it is printed: 一、…, 其中：… */
  readonly label: string;
  /** digits of codes in its first columns, put together */
  readonly code: string;
  /** whether it is a unit's and not a 科目's */
  readonly isUnit: boolean;
  readonly indent: number;
  readonly cells: ReadonlyMap<number, AmountCell>;
  readonly where: string;
}

/** A block of columns that begins with one of names: an income and an expenditure side are two. */
export interface TableSide {
  readonly columns: readonly number[];
  readonly rows: readonly TableRow[];
}

/** A table of a document as far as its own heads say what it is. */
export interface DocumentTable {
  readonly title: string;
  readonly above: readonly string[];
  readonly below: readonly string[];
  /** for each column what its heads say, from the outermost */
  readonly heads: readonly (readonly string[])[];
  readonly sides: readonly TableSide[];
  /** the rows behind the heads, as they were recovered */
  readonly body: RecoveredTable["rows"];
  /** of how many 元 its amounts are counted, as a power of ten */
  readonly shift: number;
}

const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;
const MONEY = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{1,6}$/u;
const NUMBERED = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、](?!\d)|（\d+）)/u;
const CODE = /^\d{2,9}$/u;
const CONTINUED = /续表|（续）/u;
/** Heads have so many rows at most. */
const MOST_HEADS = 6;

/** The tables of a document, those that go on over a page put together. */
export function readTables(tables: readonly RecoveredTable[]): readonly DocumentTable[] {
  const parts: { first: RecoveredTable; rows: RecoveredTable["rows"][number][]; below: string[] }[] = [];
  for (const table of tables) {
    const last = parts.at(-1);
    const head = headRows(table.rows);
    if (last && continues(last.first, table)) {
      last.rows.push(...table.rows.slice(isSameHead(last.first, table) ? head : 0));
      last.below.push(...table.below);
    } else parts.push({ first: table, rows: [...table.rows], below: [...table.below] });
  }
  return parts.map(({ first, rows, below }) => readTable({ ...first, rows, below }));
}

function continues(last: RecoveredTable, table: RecoveredTable): boolean {
  if (width(last) !== width(table)) return false;
  const words = table.above.filter((text) => /\p{Script=Han}/u.test(text) && !/^单位：/u.test(text));
  return words.some((text) => CONTINUED.test(text)) || words.length === 0;
}

function width({ rows }: RecoveredTable): number {
  return rows[0]?.length ?? 0;
}

function isSameHead(a: RecoveredTable, b: RecoveredTable): boolean {
  const words = ({ rows }: RecoveredTable): string =>
    (rows[0] ?? []).map(({ text }) => compact(text)).join("|");
  return words(a) === words(b);
}

function readTable({ above, below, rows, name }: RecoveredTable): DocumentTable {
  const head = headRows(rows);
  const heads = headPaths(rows.slice(0, head));
  const body = rows.slice(head);
  return {
    title: titleOf(above, name),
    ...{ above, below, heads, body },
    sides: sidesOf(heads, body),
    shift: SHIFTS[/单位：(亿元|万元|元)/u.exec(folded(above.join(" ")))?.[1] ?? "万元"] ?? 4,
  };
}

function titleOf(above: readonly string[], name: string): string {
  const plain = above.map((text) =>
    compact(text)
      .replace(/(?:单位|部门)(?:名称)?[:：].*$/u, "")
      .replace(/^(?:预算|公开|附)?\d+表/u, ""),
  );
  const named = plain.filter((text) => /表(?:（.*）)?$/u.test(text));
  return named.at(-1) ?? plain.find((text) => /表/u.test(text)) ?? compact(name);
}

/** How many rows say what the columns are: those before the first that has a name or an amount of its own. */
function headRows(rows: RecoveredTable["rows"]): number {
  const first = rows.slice(0, MOST_HEADS + 1).findIndex((row, index) => index > 0 && isBody(row));
  return first < 0 ? Math.min(rows.length, MOST_HEADS) : first;
}

function isBody(row: readonly RecoveredCell[]): boolean {
  const filled = row.filter(({ text }) => text !== "");
  const [label] = filled;
  if (filled.length === 0 || filled.every(({ text }, index) => text === String(index + 1) || text === "栏次"))
    return false;
  return (
    filled.some(({ text }) => MONEY.test(compact(text))) ||
    NUMBERED.test(label?.text ?? "") ||
    /^\d{3,}$/u.test(label?.text ?? "")
  );
}

function headPaths(rows: RecoveredTable["rows"]): readonly (readonly string[])[] {
  const columns = rows[0]?.length ?? 0;
  return Array.from({ length: columns }, (_, column) =>
    rows.flatMap((row) => {
      const over = row.findLast(
        ({ columns, text }, from) => from <= column && from + columns > column && text !== "",
      );
      const text = folded(over?.text ?? "");
      return text === "" || /^\d{1,2}$/u.test(text) ? [] : [text];
    }),
  );
}

/** Columns whose cells are names part a table into sides, each with the amounts right of its names. */
function sidesOf(heads: readonly (readonly string[])[], body: RecoveredTable["rows"]): readonly TableSide[] {
  const isNames = heads.map((_, column) => isMostlyNames(body, column));
  const isAmounts = heads.map((path, column) => !isNames[column] && isMoneyColumn(path, body, column));
  const starts = heads.flatMap((_, column) =>
    isNames[column] && (column === 0 || isAmounts[column - 1]) ? [column] : [],
  );
  const bounds = starts.length > 1 && starts[0] === 0 ? starts : [0];
  return bounds.map((from, index) => {
    const to = bounds[index + 1] ?? heads.length;
    const columns = heads.flatMap((_, column) =>
      column >= from && column < to && isAmounts[column] ? [column] : [],
    );
    return { columns, rows: body.flatMap((row) => rowOf(row, heads, [from, to], columns)) };
  });
}

function isMostlyNames(body: RecoveredTable["rows"], column: number): boolean {
  const filled = body.map((row) => row[column]?.text ?? "").filter((text) => text !== "");
  return (
    filled.length > 0 && filled.filter((text) => /\p{Script=Han}/u.test(text)).length * 2 > filled.length
  );
}

function isMoneyColumn(path: readonly string[], body: RecoveredTable["rows"], column: number): boolean {
  if (/编码|代码|^[类款项]$|序号|行次|指标|年度|占比|比例|%|增长率|幅度/u.test(path.at(-1) ?? ""))
    return false;
  const filled = body.map((row) => compact(row[column]?.text ?? "")).filter((text) => text !== "");
  return (
    filled.some((text) => MONEY.test(text)) &&
    filled.every((text) => AMOUNT.test(text) || /^[-—]$/u.test(text))
  );
}

function rowOf(
  row: readonly RecoveredCell[],
  heads: DocumentTable["heads"],
  [from, to]: readonly [number, number],
  columns: readonly number[],
): readonly TableRow[] {
  const own = row.slice(from, to);
  const before = own.filter((_, index) => !columns.includes(from + index));
  const words = before.filter(({ text }) => /\p{Script=Han}/u.test(text));
  const first = words[0];
  const where = own[0]?.where ?? "";
  const line = row
    .map(({ text }) => text.replace(/\s+/gu, ""))
    .filter((text) => text !== "")
    .join("  ");
  const cells = new Map(
    columns.flatMap((column) => {
      const text = compact(row[column]?.text ?? "");
      const amount = AMOUNT.test(text) ? amountOf(text, "") : undefined;
      return amount
        ? [[column, { ...amount, text, column, line, where: row[column]?.where ?? where }] as const]
        : [];
    }),
  );
  if (!first && cells.size === 0) return [];
  const at = first ? before.indexOf(first) : before.length;
  const label = folded(first?.text ?? "");
  const coded = before.slice(0, at).flatMap((cell) => {
    const text = compact(cell.text);
    return CODE.test(text) ? [{ text, head: (heads[row.indexOf(cell)] ?? []).join("") }] : [];
  });
  const code = coded.map(({ text }) => text).join("");
  const name = nameIn(label);
  const isUnit = code !== "" && (coded.some(({ head }) => UNIT_HEAD.test(head)) || !isSubject(code, name));
  return [{ name, label, code, isUnit, indent: first?.indent ?? 0, cells, where }];
}

const UNIT_HEAD = /(?:单位|部门)[）)]?(?:代码|编码)/u;

/** 类, 款 and 项 have 3, 5 and 7 digits; a department may have 3, too, and is called as one. */
function isSubject(code: string, name: string): boolean {
  const isOfUnit = code.length === 3 && ORGANISATION.test(name);
  return /^[235](?:\d{2}|\d{4}|\d{6})$/u.test(code) && !isOfUnit;
}

/** How units are called. */
export const ORGANISATION = /(?:局|中心|委员会|委|院|所|站|校|馆|处|办公室|队|会|厅|学|园|办|机关|本级)$/u;

/** A label without its number, and without what says that it is a part of another. */
export function nameIn(label: string): string {
  return label
    .replace(NUMBERED, "")
    .replace(/^其中：/u, "")
    .replace(/^[*＊]/u, "");
}

/** How far an amount may be from what it was rounded from. */
export function roomOf(cells: Iterable<Amount>): Quantity {
  let room = halfUnit(2).times(0);
  for (const { decimals } of cells) room = room.plus(halfUnit(decimals));
  return room;
}

/** The place of a cell, where its file has pages. */
export function placeOfCell(
  file: string,
  { where, line, text }: { where: string; line: string; text: string },
): Place | undefined {
  const [, page, number] = /^第 (\d+) 页第 (\d+) 行$/u.exec(where) ?? [];
  if (page === undefined || number === undefined) return undefined;
  const column = Math.max(0, line.indexOf(text));
  return {
    file,
    page: Number(page),
    line: Number(number),
    column: column + 1,
    length: text.length,
    excerpt: line,
  };
}

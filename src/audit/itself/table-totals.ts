import { digits, type Quantity, sum, ZERO } from "../../money/money.js";
import {
  type AmountCell,
  type DocumentTable,
  roomOf,
  type TableRow,
  type TableSide,
} from "./document-table.js";

/** A total of a table with what it is the total of. */
export interface TableSum {
  readonly table: DocumentTable;
  readonly total: AmountCell;
  readonly parts: readonly AmountCell[];
  /** what is added up, in words */
  readonly says: string;
}

const TOTAL_HEAD = /^(?:合计|小计|总计|资金总额|总额)$/u;
const WITHIN = /^其中/u;
const CARRIED = /结转/u;
/** A row that sums up others. */
const TOTAL_ROW = /(?:合计|总计)$/u;

/** All totals that the heads, codes and numbers of a table say. */
export function sumsOf(table: DocumentTable): readonly TableSum[] {
  return table.sides.flatMap((side) => [...sumsAcross(table, side), ...sumsDown(table, side)]);
}

/** Whether the printed parts, each as far as it is rounded, may add up to the printed total. */
export function holds({ total, parts }: Pick<TableSum, "total" | "parts">): boolean {
  return differenceOf({ total, parts })
    .abs()
    .lte(roomOf([total, ...parts]));
}

export function differenceOf({ total, parts }: Pick<TableSum, "total" | "parts">): Quantity {
  return total.value.minus(sum(parts.map(({ value }) => value)));
}

function sumsAcross(table: DocumentTable, side: TableSide): readonly TableSum[] {
  const totals = side.columns.filter((column) => isTotalHead(table.heads[column] ?? []));
  return totals.flatMap((column) => {
    const members = membersOf(table, side, column);
    if (members.length === 0) return [];
    const carries = side.rows.some(({ name }) => CARRIED.test(name));
    const sums = side.rows.flatMap((row): TableSum[] => {
      // what is carried forward is of no kind, so the kinds of a row with it do not make up its total
      if (CARRIED.test(row.name) || (carries && TOTAL_ROW.test(row.name))) return [];
      const total = row.cells.get(column);
      const parts = members.flatMap((member) => row.cells.get(member) ?? []);
      if (!total || parts.length === 0) return [];
      return [{ table, total, parts, says: `“${row.label}”一行的${headName(table, column)}` }];
    });
    return trusted(sums, sums.length === 1 && members.length > 1);
  });
}

function isTotalHead(path: readonly string[]): boolean {
  const leaf = path.at(-1) ?? "";
  return TOTAL_HEAD.test(leaf) || (path.length === 1 && TOTAL_ROW.test(leaf));
}

function headName({ heads }: DocumentTable, column: number): string {
  return `“${(heads[column] ?? []).join("·")}”`;
}

/** The columns whose amounts make up those of a total: of each group beside it its own total, or else all that it has. */
function membersOf({ heads }: DocumentTable, { columns }: TableSide, total: number): readonly number[] {
  const prefix = (heads[total] ?? []).slice(0, -1);
  const depth = prefix.length;
  const beside = columns.filter(
    (column) => column !== total && prefix.every((name, at) => heads[column]?.[at] === name),
  );
  const groups = new Map<string, number[]>();
  for (const column of beside) {
    const path = heads[column] ?? [];
    if (path.slice(depth).some((name) => WITHIN.test(name))) continue;
    const name = path.length === depth + 1 ? `${column}` : (path[depth] ?? `${column}`);
    groups.set(name, [...(groups.get(name) ?? []), column]);
  }
  return [...groups.values()].flatMap((group) => groupMembers(heads, group, depth + 1));
}

function groupMembers(
  heads: DocumentTable["heads"],
  group: readonly number[],
  depth: number,
): readonly number[] {
  const own = group.filter(
    (column) => heads[column]?.length === depth + 1 && isTotalHead(heads[column] ?? []),
  );
  if (own.length > 0) return own.slice(0, 1);
  const named = new Map<string, number[]>();
  for (const column of group) {
    const path = heads[column] ?? [];
    const name = path.length <= depth + 1 ? `${column}` : (path[depth] ?? "");
    named.set(name, [...(named.get(name) ?? []), column]);
  }
  return [...named.values()].flatMap((columns) =>
    columns.length > 1 ? groupMembers(heads, columns, depth + 1) : columns,
  );
}

/** What holds nowhere, or in the lesser part of the rows, is no total as this reading understands it. */
function trusted(sums: readonly TableSum[], isAlone: boolean): readonly TableSum[] {
  const held = sums.filter(holds);
  if (held.length === sums.length) return sums;
  if (isAlone) return sums;
  return held.length >= 2 && held.length * 2 > sums.length ? sums : held;
}

function sumsDown(table: DocumentTable, side: TableSide): readonly TableSum[] {
  const relations = relationsIn(side.rows);
  return relations.flatMap(({ total, ways }) => {
    const read = ways.map((parts) => columnSums(table, side, total, parts));
    // the way that most columns hold to is the one that is meant
    const best = read.reduce<readonly TableSum[]>(
      (one, other) => (score(other) > score(one) ? other : one),
      [],
    );
    if (best.length > 0) return best;
    return read.find((sums) => sums.length > 0) ?? [];
  });
}

function score(sums: readonly TableSum[]): number {
  return sums.length === 0 ? -1 : sums.filter(holds).length / sums.length;
}

function columnSums(
  table: DocumentTable,
  { columns }: TableSide,
  total: TableRow,
  parts: readonly TableRow[],
): readonly TableSum[] {
  return columns.flatMap((column): TableSum[] => {
    const cell = total.cells.get(column);
    const cells = parts.flatMap((row) => row.cells.get(column) ?? []);
    if (!cell || cells.length === 0) return [];
    return [{ table, total: cell, parts: cells, says: `“${total.label}”的${headName(table, column)}` }];
  });
}

interface RowRelation {
  readonly total: TableRow;
  /** what it may be the total of, the likeliest first */
  readonly ways: readonly (readonly TableRow[])[];
}

function relationsIn(rows: readonly TableRow[]): readonly RowRelation[] {
  const read = rows.filter(({ label, code }) => label !== "" || code !== "");
  const isCoded = read.some(({ code, isUnit }) => code !== "" && !isUnit);
  const found = isCoded
    ? [...codedParents(read), ...codedTotals(read)]
    : [...numberedParents(read), ...totals(read)];
  return found.filter(({ ways }) => ways.some((parts) => parts.length > 0));
}

function codedParents(rows: readonly TableRow[]): readonly RowRelation[] {
  return rows.flatMap((row, index): RowRelation[] => {
    if (row.code === "" || row.isUnit) return [];
    const end = rows.findIndex(({ code }, at) => at > index && !code.startsWith(row.code));
    const below = rows.slice(index + 1, end < 0 ? undefined : end).filter(({ code }) => code !== row.code);
    const parts = below.filter(
      ({ code }) => !below.some((other) => code !== other.code && code.startsWith(other.code)),
    );
    return parts.length > 0 ? [{ total: row, ways: [parts] }] : [];
  });
}

/** Under a total stand units, and under each of them what it spends; or what is spent right away. */
function codedTotals(rows: readonly TableRow[]): readonly RowRelation[] {
  const isGrand = (row: TableRow): boolean => /^(?:合计|总计)$/u.test(row.name) && row.code === "";
  const isUnit = (row: TableRow): boolean => row.isUnit;
  const [grand, ...others] = rows.filter(isGrand);
  const units = rows.filter(isUnit);
  const ofUnits = units.map((unit): RowRelation => {
    const from = rows.indexOf(unit) + 1;
    const end = rows.findIndex((row, at) => at >= from && (isUnit(row) || isGrand(row)));
    return { total: unit, ways: [tops(rows.slice(from, end < 0 ? undefined : end))] };
  });
  if (!grand || others.length > 0) return ofUnits;
  const rest = rows.filter((row) => row !== grand && !isUnit(row));
  const ways = units.length > 0 ? [units, tops(rest)] : [tops(rest)];
  return [{ total: grand, ways }, ...ofUnits];
}

/** The rows that no other row of theirs sums up. */
function tops(rows: readonly TableRow[]): readonly TableRow[] {
  const subjects = rows.filter(({ label, name }) => !WITHIN.test(label) && !TOTAL_ROW.test(name));
  const codes = new Set(subjects.map(({ code }) => code));
  return subjects.filter(
    ({ code }) => ![3, 5].some((length) => length < code.length && codes.has(code.slice(0, length))),
  );
}

/** 一、 over （一） over 1. */
function levelOf({ label }: TableRow): number {
  if (/^[一二三四五六七八九十]+、/u.test(label)) return 1;
  if (/^（[一二三四五六七八九十]+）/u.test(label)) return 2;
  if (/^\d+[.．、]/u.test(label)) return 3;
  return WITHIN.test(label) ? 9 : 1;
}

function numberedParents(rows: readonly TableRow[]): readonly RowRelation[] {
  return rows.flatMap((row, index): RowRelation[] => {
    const level = levelOf(row);
    if (level > 2 || TOTAL_ROW.test(row.name)) return [];
    const end = rows.findIndex(
      (other, at) => at > index && (levelOf(other) <= level || TOTAL_ROW.test(other.name)),
    );
    const below = rows.slice(index + 1, end < 0 ? undefined : end);
    const parts = below.filter((other) => levelOf(other) === level + 1);
    return parts.length > 1 ? [{ total: row, ways: [parts] }] : [];
  });
}

function totals(rows: readonly TableRow[]): readonly RowRelation[] {
  const at = rows.flatMap(({ name }, index) => (TOTAL_ROW.test(name) ? [index] : []));
  const isTop = (row: TableRow): boolean => levelOf(row) === 1 && !TOTAL_ROW.test(row.name);
  return at.flatMap((index, order): RowRelation[] => {
    const total = rows[index];
    if (!total) return [];
    const last = at[order - 1];
    const before = rows.slice(0, index).filter(isTop);
    const between = last === undefined ? before : rows.slice(last + 1, index).filter(isTop);
    const former = last === undefined ? [] : rows.slice(last, last + 1);
    if (before.length > 0) return [{ total, ways: [[...former, ...between], before] }];
    const behind = rows
      .slice(index + 1)
      .filter((row) => !WITHIN.test(row.label) && !TOTAL_ROW.test(row.name));
    return order === 0 && at.length === 1 ? [{ total, ways: [behind.filter(isUnitRow), behind] }] : [];
  });
}

function isUnitRow({ code }: TableRow): boolean {
  return code !== "";
}

export function shown(value: Quantity, decimals = 2): string {
  return digits(value.equals(ZERO) ? ZERO : value, decimals, true);
}

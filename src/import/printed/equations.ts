import { BASIC_KINDS } from "../../model/dimensions.js";
import { groupedBy } from "../../model/groups.js";
import type { Where } from "../../model/ledger.js";
import { columnSumsOf } from "../../model/pack/column-sums.js";
import type { ColumnSpec } from "../../model/pack/table-spec.js";
import { type Region, regionOf } from "../../model/query.js";
import { digits, inUnit, type MoneyUnit, sum } from "../../money/money.js";
import type { KnownColumn } from "./known-tables.js";
import type { ReadCell, ReadRow, ReadTable, ReadTables } from "./read-tables.js";
import { byRegion, keyOf, type OneUnit, regionKeys } from "./regions.js";

/** Printed figures that cannot all be right, whatever they were rounded from. */
export interface Contradiction {
  /** both figures and where they stand; nobody knows which is wrong */
  readonly says: string;
  /** all that would have to agree: nothing can be worked out of them */
  readonly cells: readonly ReadCell[];
  /** whether it needs no telling, as one before it has a figure in common with it and may be why */
  readonly follows?: true;
}

/** What must add up, and where it is said. */
interface Equation {
  readonly total: ReadCell;
  readonly parts: readonly ReadCell[];
  /** what the total is called */
  readonly name: string;
  readonly unit: MoneyUnit;
}

/** Where tables contradict themselves or each other by more than rounding (尾差). */
export function contradictionsIn(
  tables: ReadTables["tables"],
  unit: OneUnit | undefined,
): readonly Contradiction[] {
  const keyed = regionKeys(unit);
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]));
  const printed = cells.filter(({ text }) => text !== "");
  const groups = byRegion(printed, keyed);
  const alike = [...groups].flatMap(([key, group]) => (key === undefined ? [] : unlike(group)));
  const runs = runsOf(tables);
  const sums = runs.flatMap((run) => [...rowEquations(run), ...columnEquations(run)]);
  const subsidies = runs.flatMap((run) =>
    subsidyEquations(run, (region) => groups.get(keyOf(region))?.[0], unit !== undefined),
  );
  return withFollowing([...alike, ...[...sums, ...subsidies].filter(fails).map(told)]);
}

function withFollowing(all: readonly Contradiction[]): readonly Contradiction[] {
  const met = new Set<ReadCell>();
  return all.map((each) => {
    const follows = each.cells.some((cell) => cell.text !== "" && met.has(cell));
    if (!follows) for (const cell of each.cells) met.add(cell);
    return follows ? { ...each, follows } : each;
  });
}

/** One figure that is printed differently in two places. */
function unlike(group: readonly [ReadCell, ...ReadCell[]]): readonly Contradiction[] {
  const least = group.reduce((one, other) => (other.high.lt(one.high) ? other : one));
  const most = group.reduce((one, other) => (other.low.gt(one.low) ? other : one));
  if (most.low.lte(least.high)) return [];
  const [first, second] = group.indexOf(least) < group.indexOf(most) ? [least, most] : [most, least];
  const says = `同一个数两处不同：${placed(first)}，${placed(second)}`;
  return [{ says, cells: group }];
}

function placed({ where, text }: ReadCell): string {
  return `${where}是 ${text}`;
}

/** The parts of a table as one list of rows. */
interface Run {
  readonly tables: readonly [ReadTable, ...ReadTable[]];
  readonly rows: readonly ReadRow[];
}

function runsOf(tables: readonly ReadTable[]): readonly Run[] {
  const runs: [ReadTable, ...ReadTable[]][] = [];
  for (const table of tables) {
    if (table.goesOn) runs.at(-1)?.push(table);
    else runs.push([table]);
  }
  return runs.map((run) => ({ tables: run, rows: run.flatMap(({ rows }) => rows) }));
}

/** Each row that sums up others, with those that are nearest to it. */
function sumsIn({
  tables,
  rows,
}: Run): readonly { readonly total: ReadRow; readonly parts: readonly ReadRow[] }[] {
  // a row that was not understood may be a part
  if (tables.some(({ isWhole }) => !isWhole)) return [];
  const known = new Map(rows.map((row) => [keyIn(row, row.meaning.key), row]));
  const totals = rows.map((row) => {
    const within = row.meaning.within.find((key) => known.has(keyIn(row, key)));
    return { row, total: within === undefined ? undefined : known.get(keyIn(row, within)) };
  });
  return [...groupedBy(totals, ({ total }) => total)].flatMap(([total, some]) =>
    total ? [{ total, parts: some.map(({ row }) => row) }] : [],
  );
}

function keyIn({ side }: ReadRow, key: string): string {
  return `${side} ${key}`;
}

function rowEquations(run: Run): readonly Equation[] {
  return sumsIn(run).flatMap(({ total, parts }) =>
    [...total.cells].flatMap(([column, cell]) => {
      const own = parts.flatMap((part) => part.cells.get(column) ?? []);
      return column.spec.where && own.length === parts.length
        ? [{ total: cell, parts: own, name: nameOf(total, column), unit: run.tables[0].unit }]
        : [];
    }),
  );
}

function nameOf({ meaning: { name } }: ReadRow, { heads }: KnownColumn): string {
  return [name, heads.at(-1) ?? ""].filter((text) => text !== "").join("·");
}

/** Of each row the totals among its columns. */
function columnEquations({ tables, rows }: Run): readonly Equation[] {
  const [{ known, unit }] = tables;
  const { spec } = known;
  if (spec.layout === "form") return [];
  return rows.flatMap((row) => {
    const columns = new Map<ColumnSpec, KnownColumn>(
      [...row.cells.keys()].map((column) => [column.spec, column]),
    );
    const group = spec.layout === "balance" ? (spec.sides[row.side]?.columns ?? []) : spec.columns;
    return columnSumsOf(printedOf(group, known.facts.主体)).flatMap(
      ({ total, parts }): readonly Equation[] => {
        const [of, ...others] = [total, ...parts].flatMap((each) => columns.get(each) ?? []);
        const [cell, ...own] = [of, ...others].flatMap((column) =>
          column ? (row.cells.get(column) ?? []) : [],
        );
        if (!of || !cell || own.length !== parts.length) return [];
        return [{ total: cell, parts: own, name: nameOf(row, of), unit }];
      },
    );
  });
}

function printedOf(columns: readonly ColumnSpec[], discloser: string | undefined): readonly ColumnSpec[] {
  return columns
    .filter(({ when }) => !when || when.主体 === discloser)
    .map((column) =>
      column.children ? { ...column, children: printedOf(column.children, discloser) } : column,
    );
}

const [, SUBSIDIES] = BASIC_KINDS;
const OF_SUBSIDIES = "303";

/** 303 各款 are 对个人和家庭的补助 (财预〔2017〕98号): where a table prints these codes, and any table that kind, they must agree. */
function subsidyEquations(
  run: Run,
  find: (region: Region) => ReadCell | undefined,
  isOfOneUnit: boolean,
): readonly Equation[] {
  return sumsIn(run).flatMap(({ total, parts }) => {
    const own = parts.filter(({ meaning: { conditions } }) => codeIn(conditions).startsWith(OF_SUBSIDIES));
    if (own.length === 0 || own.some(({ meaning: { conditions } }) => codeIn(conditions).length < 5))
      return [];
    return [...total.cells].flatMap(([column, { query }]): readonly Equation[] => {
      const region = regionOf(query);
      const kinds = region?.get("类别");
      const isBasic =
        kinds?.includes(SUBSIDIES) && kinds.every((kind) => BASIC_KINDS.some((each) => each === kind));
      if (!region || !isBasic) return [];
      const asked = new Map(region).set("类别", [SUBSIDIES]);
      if (isOfOneUnit) asked.delete("单位");
      const cell = find(asked);
      const counted = own.flatMap((part) => part.cells.get(column) ?? []);
      return cell ? [{ total: cell, parts: counted, name: SUBSIDIES, unit: run.tables[0].unit }] : [];
    });
  });
}

function codeIn(conditions: readonly Where[]): string {
  return conditions.map(({ 经济科目: code }) => (typeof code === "string" ? code : "")).join("");
}

/** An empty total is one that nobody has calculated. */
function fails({ total, parts }: Equation): boolean {
  if (total.text === "" || parts.length === 0) return false;
  const [low, high] = [sum(parts.map((part) => part.low)), sum(parts.map((part) => part.high))];
  return total.high.lt(low) || total.low.gt(high);
}

function told({ total, parts, name, unit }: Equation): Contradiction {
  const own = parts.filter(({ text }) => text !== "");
  const printed = digits(
    inUnit(sum(parts.map((part) => part.printed)), unit),
    decimalsOf(total, ...own),
    true,
  );
  const [first, last] = [own[0], own.at(-1)];
  const where = first && last && first !== last ? `${first.where} 至 ${last.where}` : (first?.where ?? "");
  const says = `“${name}”与它的各项不符：${placed(total)}，各项${where === "" ? "" : `（${where}）`}加起来是 ${printed}`;
  return { says, cells: [total, ...parts] };
}

function decimalsOf(...cells: readonly ReadCell[]): number {
  return Math.max(...cells.map(({ text }) => /\.(\d+)/u.exec(text)?.[1]?.length ?? 0));
}

/** The amounts of nothing that are told by an empty cell, where no other place prints a figure for the same. */
export function emptyCells(tables: ReadTables["tables"], unit: OneUnit | undefined): readonly ReadCell[] {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]));
  return [...byRegion(cells, regionKeys(unit))].flatMap(([, group]) =>
    group.every(({ text }) => text === "") ? group.slice(0, 1) : [],
  );
}

/** The figures that nothing can be worked out of. */
export function contradicted(contradictions: readonly Contradiction[]): ReadonlySet<ReadCell> {
  return new Set(contradictions.flatMap(({ cells }) => cells));
}

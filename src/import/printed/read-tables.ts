import { FACT_SUBJECTS } from "../../model/dimensions.js";
import { countsPieces, type Query } from "../../model/ledger.js";
import { accountsOf } from "../../model/pack/table-spec.js";
import type { RecoveredCell, RecoveredTable } from "../../model/recovered.js";
import type { MoneyUnit, Quantity } from "../../money/money.js";
import { amountIn, unitIn } from "./amounts.js";
import { balanceMeanings, labelIn } from "./balance-rows.js";
import { type BodyRow, bodyRows, hasAmounts, isFigure, type RowMeaning, rowText } from "./body-rows.js";
import { type CellGrid, gridOf, wordsIn } from "./grid.js";
import { type KnownColumn, type KnownTable, knownTables } from "./known-tables.js";
import { codesByName, namesOf } from "./labels.js";
import { learnLabels, type PrintedLabels } from "./learn-labels.js";
import { createRowReader, pivotForm, type RowReader, type RowSetting } from "./pivot-rows.js";
import type { PrintedCell } from "./printed-cell.js";
import type { DocumentFacts, Unread } from "./reading.js";
import { type Recognised, recognise } from "./recognise.js";

/** What the tables of a document print, read backwards. */
export interface ReadTables extends PrintedLabels {
  readonly tables: readonly ReadTable[];
  readonly unread: readonly Unread[];
}

/** A recovered table, or a part of one, as a table of the format. */
export interface ReadTable {
  readonly known: KnownTable;
  readonly from: RecoveredTable;
  readonly unit: MoneyUnit;
  readonly rows: readonly ReadRow[];
  /** whether it goes on with the one before it */
  readonly goesOn: boolean;
  /** whether all its rows with figures were understood */
  readonly isWhole: boolean;
}

export interface ReadRow {
  readonly meaning: RowMeaning;
  /** of a balance, which of its sides it is in */
  readonly side: number;
  /** its amounts; one of nothing where a cell is empty, which has no text */
  readonly cells: ReadonlyMap<KnownColumn, ReadCell>;
}

export interface ReadCell extends PrintedCell {
  /** what is printed, in 元; its file may say more than is seen */
  readonly printed: Quantity;
}

/** The amounts that are printed. */
export function printedCells({ tables }: Pick<ReadTables, "tables">): readonly ReadCell[] {
  return allCells({ tables }).filter(({ text }) => text !== "");
}

/** The same with those of nothing that are left empty. */
export function allCells({ tables }: Pick<ReadTables, "tables">): readonly ReadCell[] {
  return tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()]));
}

/**
 * Which table of the format each recovered table is, and what each of its amounts asks of the ledger: what the format would
 * ask for the same cell. What is not understood is told.
 */
export function readTables(recovered: readonly RecoveredTable[], facts: DocumentFacts): ReadTables {
  const known = knownTables(facts);
  const unread: Unread[] = [];
  const found: FoundTable[] = [];
  let before: Recognised | undefined;
  for (const grid of recovered.map(gridOf)) {
    const recognised = recognise(grid, known, before);
    if (recognised) {
      const goesOn = before?.known === recognised.known;
      found.push({ grid, recognised, rows: bodyRows(grid, recognised.head), goesOn });
    } else unread.push(...unknownTable(grid));
    before = recognised;
  }
  const own = facts.unit ? [facts.unit] : [];
  const isDepartment = facts.discloser === "部门";
  const setting = { codesOf: codesByName(facts), unit: isDepartment ? undefined : facts.unit?.code };
  const labelled = found.flatMap(({ recognised, rows, goesOn }) => {
    const form = pivotForm(recognised.known.spec, isDepartment);
    return form ? [{ form, rows, goesOn }] : [];
  });
  const learned = learnLabels(labelled, { ...setting, names: namesOf(own, []) });
  const names = namesOf([...own, ...learned.units], learned.projects);
  const tables = readRows(found, { facts, unread, isDepartment, setting: { ...setting, names } });
  return { ...learned, tables, unread };
}

interface FoundTable {
  readonly grid: CellGrid;
  readonly recognised: Recognised;
  readonly rows: readonly BodyRow[];
  /** whether it goes on with the table before it */
  readonly goesOn: boolean;
}

/** What can only be an amount: neither a number of something, nor a year among words. */
const AMOUNT = /^-?(?:[\d,]*\.\d+|[\d,]{5,})$/u;

/** One without any figure says nothing that could be read. */
function unknownTable({ table, rows }: CellGrid): readonly Unread[] {
  const cells = rows.flatMap(({ own }) => own).filter(({ text }) => text !== "");
  const [first] = cells;
  if (!first || !cells.some(({ text }) => AMOUNT.test(text))) return [];
  const title = table.above.find((words) => words.trim() !== "") ?? table.name;
  const says = `“${title}”没有认出是哪一张附表，里面的数没有读`;
  return [{ what: "table", says, where: first.where }];
}

interface TablesSetting {
  readonly facts: DocumentFacts;
  readonly setting: RowSetting;
  readonly isDepartment: boolean;
  readonly unread: Unread[];
}

function readRows(found: readonly FoundTable[], all: TablesSetting): readonly ReadTable[] {
  let reader: RowReader | undefined;
  return found.map((each): ReadTable => {
    const {
      grid,
      recognised: { known, head },
    } = each;
    const form = pivotForm(known.spec, all.isDepartment);
    if (!each.goesOn || !reader) reader = form && createRowReader(form, all.setting);
    const above = [...grid.table.above, ...grid.rows.slice(0, head.first).flatMap(wordsIn)];
    const isMoney = !countsPieces(accountsOf(known.spec));
    const unit = isMoney ? (unitIn(above) ?? known.unit) : "元";
    all.unread.push(...unknownColumns(each));
    const before = all.unread.length;
    const meanings =
      known.spec.layout === "balance" ? sideMeanings(each, all) : rowMeanings(each, reader, all);
    const rows = meanings.map(({ row, meaning, side }) => ({
      ...{ meaning, side },
      cells: cellsOf(row, meaning, side, { unit, unread: all.unread, facts: all.facts }),
    }));
    const isWhole = all.unread.slice(before).every(({ what }) => what !== "row");
    return { known, from: grid.table, unit, rows, goesOn: each.goesOn, isWhole };
  });
}

interface MeantRow {
  readonly row: BodyRow;
  readonly meaning: RowMeaning;
  readonly side: number;
}

function rowMeanings(
  { rows }: FoundTable,
  reader: RowReader | undefined,
  { unread }: TablesSetting,
): readonly MeantRow[] {
  return rows.flatMap((row) => {
    if (row.goesOn) return [];
    const meaning = reader?.meaning(row);
    if (!meaning) unread.push(...unknownRow(row));
    return meaning ? [{ row, meaning, side: 0 }] : [];
  });
}

function sideMeanings(
  { recognised: { known }, rows }: FoundTable,
  { facts: { codes }, unread }: TablesSetting,
): readonly MeantRow[] {
  const { spec, facts, columns } = known;
  if (spec.layout !== "balance") return [];
  const sides = [...new Set(columns.map(({ side }) => side))];
  const own = rows.filter(({ goesOn }) => !goesOn);
  return sides.flatMap((side) => {
    const meanings = balanceMeanings(spec, side, own, { facts, codes });
    return own.flatMap((row) => {
      const meaning = meanings.get(row);
      const shown = ofSide(row, side);
      if (!meaning && (labelIn(row, side) !== "" || hasAmounts(shown))) unread.push(...unknownRow(shown));
      return meaning ? [{ row, meaning, side }] : [];
    });
  });
}

function ofSide(row: BodyRow, side: number): BodyRow {
  const own = <Value>(columns: ReadonlyMap<KnownColumn, Value>) =>
    new Map([...columns].filter(([column]) => column.side === side));
  return { ...row, words: own(row.words), figures: own(row.figures) };
}

function unknownRow(row: BodyRow): readonly Unread[] {
  const words = rowText(row);
  if (!hasAmounts(row) && words === "") return [];
  const says = words === "" ? "一行只有数，没有写是什么" : `“${words}”没有认出是哪一行`;
  return [{ what: "row", says: `${says}，里面的数没有读`, where: row.where }];
}

/** Columns below which something stands, and that are none of the format's. */
function unknownColumns({ grid, recognised: { head } }: FoundTable): readonly Unread[] {
  const { rows } = grid;
  return Array.from({ length: grid.width }, (_, place) => place).flatMap((place): readonly Unread[] => {
    const cell = rows.slice(head.first).find(({ own }) => (own[place]?.text ?? "") !== "")?.own[place];
    if (!cell) return [];
    const column = head.columns.get(place) ?? head.levels.get(place);
    const words = [...new Set(rows.slice(0, head.first).map(({ seen }) => seen[place]?.text ?? ""))].filter(
      (text) => text !== "",
    );
    const name = `“${words.join("·")}”`;
    if (!column)
      return [{ what: "column", says: `${name}没有认出是哪一栏，里面的数没有读`, where: cell.where }];
    if (column.spec.shows === undefined) return [];
    return [{ what: "column", says: `${name}不是本年的数，没有读`, where: cell.where }];
  });
}

interface CellSetting {
  readonly unit: MoneyUnit;
  readonly unread: Unread[];
  readonly facts: DocumentFacts;
}

function cellsOf(
  { figures }: BodyRow,
  meaning: RowMeaning,
  side: number,
  setting: CellSetting,
): ReadonlyMap<KnownColumn, ReadCell> {
  return new Map(
    [...figures].flatMap(([column, cell]): readonly (readonly [KnownColumn, ReadCell])[] => {
      if (column.side !== side || column.spec.shows !== undefined || !isFigure(column)) return [];
      const query = queryOfCell(column, meaning, setting.facts);
      const range = amountIn(cell, setting.unit);
      const text = /\d/u.test(cell.text) ? cell.text : "";
      if (range && query) return [[column, { query, ...range, text, where: cell.where }]];
      if (text !== "" || !range) setting.unread.push(unreadCell(column, meaning, cell));
      return [];
    }),
  );
}

function unreadCell({ heads }: KnownColumn, { name }: RowMeaning, { text, where }: RecoveredCell): Unread {
  return { what: "cell", says: `“${name}”的“${heads.at(-1) ?? ""}”写着“${text}”，没有读`, where };
}

/** What a format's table asks of the ledger in a cell; undefined of what is said of something else than the row is about. */
function queryOfCell(
  { spec }: KnownColumn,
  { accounts, conditions }: RowMeaning,
  facts: DocumentFacts,
): Query | undefined {
  if (spec.fact === undefined) return [{ accounts, conditions: [...conditions, spec.where ?? {}] }];
  const [first] = [spec.fact].flat();
  const per = facts.pack.facts.find(({ name }) => name === first)?.per ?? "单位";
  const own = conditions.map((where) =>
    Object.fromEntries(
      FACT_SUBJECTS.flatMap((each) => (where[each] === undefined ? [] : [[each, where[each]]])),
    ),
  );
  const isAbout = per === "单位" || own.some((where) => per in where);
  return isAbout ? [{ accounts: ["版式事项"], conditions: [...own, { 事项: spec.fact }] }] : undefined;
}

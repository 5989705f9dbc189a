import { problem } from "../../diagnostic/diagnostic.js";
import { Refusal } from "../../diagnostic/refusal.js";
import type { ReportStyle, Table } from "../../model/report.js";
import { type Leaf, leavesOf } from "../../model/walk.js";
import type { Fonts } from "../fonts/fonts.js";
import { sum } from "../layout/lengths.js";
import { RULE } from "../layout/page.js";
import { measureIn, typeIn } from "../layout/set-line.js";
import { breakHead } from "./table-body.js";
import { NEARLY_EMPTY } from "./table-chunks.js";
import { EM_PARTS, FAIR_LONG_TEXTS, type SteppedText, type TableNeeds, tableNeeds } from "./table-columns.js";
import type { HeadGrid } from "./table-head.js";
import { type RowSpan, roomIn, rowHeight, SIDE, stretchForSpans, type TableType } from "./table-measures.js";
import { type AlikeColumns, divideWidth, linesOn } from "./table-widths.js";

/** The room for a table, in pt: its width, the height for head and rows on the first page and on others, and the notes'. */
export interface TableRoom {
  readonly width: number;
  readonly first: number;
  readonly next: number;
  readonly notes: number;
}

/** How far apart sizes of type are that are tried, in pt. */
const STEP = 0.5;
/** Type that is larger than usual: 五号, where a format says nothing else. */
const LARGEST = 10.5;
/** Air above and below the type of a row, in pt: where there is no room for more, as a rule, and at most. */
const AIR = { least: 0, usual: 1.5, most: 4 } as const;
/** How many rows there should be for one with a broken text. */
const MOST_WHOLE = 8;
/** A table is set smaller than usual where no more than so much of its pages is left. */
const SAVING = 0.85;
/** A table of so many pages is long: each half a point and each step of air less leaves no more than so much of its pages. */
const LONG = 20;
const EARNED = 0.95;
/** How much air the rows of a table may have that goes on several pages, from what is usual down. */
const AIRS = [AIR.usual, AIR.usual / 2, AIR.least] as const;

/** A table that has to be set. */
interface Setting {
  readonly table: Table;
  readonly head: HeadGrid;
  readonly style: ReportStyle["table"];
  readonly sheet: TableRoom;
  readonly fonts: Fonts;
  readonly needs: TableNeeds;
  /** money columns all alike, or those of a group */
  readonly alike: readonly (readonly AlikeColumns[])[];
}

/**
 * The type for a table and the widths of its columns: the largest with which it fits one page, with as much air as there is
 * room for. Otherwise the usual one, larger if that takes no page more, smaller where its columns ask for it, few rows
 * would be left for the last page, or what goes over several rows would be cut. Refuses a table whose figures do not fit even in the smallest.
 */
export function chooseType(
  table: Table,
  head: HeadGrid,
  style: ReportStyle["table"],
  sheet: TableRoom,
  fonts: Fonts,
): TableType {
  const em = { fonts, style: { ...style, size: 1 } };
  const leaves = leavesOf(table.columns);
  const alike = [
    alikeColumns(leaves, () => "money"),
    alikeColumns(leaves, ({ path }) => path.at(-2) && path[0]),
  ];
  const settingFor = (fairLong: number): Setting => {
    const needs = tableNeeds(table, head, (font) => measureIn(typeIn(em, font)), fairLong);
    return { table, head, style, sheet, fonts, needs, alike };
  };
  for (const fairLong of FAIR_LONG_TEXTS) {
    const setting = settingFor(fairLong);
    const type = onOnePage(setting) ?? onSeveralPages(setting);
    if (type) return type;
  }
  return tightest(settingFor(0));
}

/** Columns that are equally wide: of money, as `groupOf` says, and those of one code. */
function alikeColumns(leaves: readonly Leaf[], groupOf: (leaf: Leaf) => unknown): readonly AlikeColumns[] {
  const groups = new Map<unknown, number[]>();
  for (const leaf of leaves) {
    const { shows } = leaf.column;
    const isLevel = shows.kind === "code" && shows.level !== undefined;
    const key = shows.kind === "figure" ? groupOf(leaf) : isLevel ? leaf.path.at(-2) : leaf;
    groups.set(key, [...(groups.get(key) ?? []), leaf.index]);
  }
  return [...groups.values()];
}

function sizesFrom(largest: number, smallest: number): number[] {
  const sizes: number[] = [];
  for (let each = largest; each > smallest; each -= STEP) sizes.push(each);
  return [...sizes, smallest];
}

function largestOf({ size, largest = LARGEST }: ReportStyle["table"]): number {
  return Math.max(size, largest);
}

/** On one page, in the largest type in which few rows have broken texts; where there is none, in the largest that fits. */
function onOnePage(setting: Setting): TableType | undefined {
  const { style } = setting;
  let found: TableType | undefined;
  for (const size of sizesFrom(largestOf(style), style.smallest)) {
    const type = fittingOnePage(setting, size);
    if (!type) continue;
    if (isLittleBroken(setting, type)) return type;
    found ??= type;
  }
  return found;
}

function fittingOnePage(setting: Setting, size: number): TableType | undefined {
  const { style, sheet, table, head } = setting;
  const room = sheet.first - sheet.notes;
  const count = table.rows.length + head.rows;
  const air = size > style.size ? AIR.usual : AIR.least;
  const type = typeOf(setting, size, air);
  if (count * rowHeight(1, type) > room) return undefined;
  const widths = fairWidths(setting, size);
  if (!widths) return undefined;
  const spare = room - sum(heightsOf(setting, { type, widths })) - headHeight(setting, { type, widths });
  return spare < 0 ? undefined : { type: { ...type, air: airFor(air, spare / (2 * count)) }, widths };
}

/** Whether no more than one row of so many has a text on several lines. */
function isLittleBroken(setting: Setting, type: TableType): boolean {
  const broken = linesOf(setting, type).filter((lines) => lines > 1);
  return broken.length * MOST_WHOLE <= setting.table.rows.length;
}

/** More air, in whole tenths of a pt. */
function airFor(air: number, more: number): number {
  return Math.min(AIR.most, Math.floor((air + more) * 10) / 10);
}

function typeOf({ style, fonts }: Setting, size: number, air: number): TableType["type"] {
  return { fonts, style: { ...style, size, pitch: (style.pitch * size) / style.size }, air };
}

function onSeveralPages(setting: Setting): TableType | undefined {
  const { style } = setting;
  const usual = sizesFrom(style.size, style.smallest)
    .map((size) => withAir(setting, size, AIR.usual))
    .find((each) => each !== undefined);
  return usual && smallerWhereItKeepsWhole(setting, inFewPages(setting, usual));
}

function inFewPages(setting: Setting, usual: TableType): TableType {
  const { style } = setting;
  const { pages, last } = pagesOf(setting, usual);
  const { size } = usual.type.style;
  if (pages >= LONG) return smallerWhereItSaves(setting, { type: usual, pages });
  if (last < NEARLY_EMPTY) {
    const tighter = firstWithin(setting, pages - 1, everyWay(sizesFrom(size, style.smallest), AIRS));
    if (tighter) return tighter;
  }
  const saving = everyWay(sizesFrom(size, Math.max(size - STEP, style.smallest)), AIRS.slice(0, 2));
  const larger = everyWay(sizesFrom(largestOf(style), size).slice(0, -1), AIRS.slice(0, 1));
  const enough = Math.floor(pages * SAVING);
  return firstWithin(setting, enough, saving) ?? firstWithin(setting, pages, larger) ?? usual;
}

/** A size of type and the air of rows, in pt. */
type Way = readonly [size: number, air: number];

function everyWay(sizes: readonly number[], airs: readonly number[]): readonly Way[] {
  return sizes.flatMap((size) => airs.map((air): Way => [size, air]));
}

/** The first of the ways in which a table takes no more than so many pages. */
function firstWithin(setting: Setting, pages: number, ways: readonly Way[]): TableType | undefined {
  for (const [size, air] of ways) {
    const found = withAir(setting, size, air);
    if (found && pagesOf(setting, found).pages <= pages) return found;
  }
  return undefined;
}

/** Of a long table: less air and smaller type, as far as each step down saves enough pages. */
function smallerWhereItSaves(setting: Setting, usual: { type: TableType; pages: number }): TableType {
  let best = { type: usual.type, cost: usual.pages };
  const sizes = sizesFrom(usual.type.type.style.size, setting.style.smallest);
  for (const [smaller, size] of sizes.entries()) {
    for (const [tighter, air] of AIRS.entries()) {
      const type = withAir(setting, size, air);
      if (!type) continue;
      const cost = pagesOf(setting, type).pages / EARNED ** (smaller + tighter);
      if (cost < best.cost) best = { type, cost };
    }
  }
  return best.type;
}

/** The largest type in which no more is cut by the ends of pages than in the smallest. */
function smallerWhereItKeepsWhole(setting: Setting, chosen: TableType): TableType {
  const { smallest } = setting.style;
  const now = pagesOf(setting, chosen).cuts;
  const tightestOfAll = now > 0 && withAir(setting, smallest, AIR.least);
  const least = tightestOfAll ? pagesOf(setting, tightestOfAll).cuts : now;
  if (least >= now) return chosen;
  for (const [size, air] of everyWay(sizesFrom(chosen.type.style.size, smallest), AIRS)) {
    const found = withAir(setting, size, air);
    if (found && pagesOf(setting, found).cuts <= least) return found;
  }
  return chosen;
}

function withAir(setting: Setting, size: number, air: number): TableType | undefined {
  const widths = fairWidths(setting, size);
  return widths && { type: typeOf(setting, size, air), widths };
}

/** The widths of columns that all have what is fair, in type of `size` pt, in pt. */
function fairWidths(setting: Setting, size: number): readonly number[] | undefined {
  const { needs, alike, table } = setting;
  const room = emsIn(setting, size) * EM_PARTS;
  for (const groups of alike) {
    const widths = divideWidth(needs, groups, table.rows.length, Math.floor(room));
    if (widths) return padded(widths, room, size);
  }
  return undefined;
}

/** How many em there are for the text of a row. */
function emsIn({ needs, sheet }: Setting, size: number): number {
  return (sheet.width - RULE - needs.columns.length * (2 * SIDE + RULE)) / size;
}

/** Widths in pt, what is left given to all in proportion. */
function padded(widths: readonly number[], room: number, size: number): readonly number[] {
  const scale = (room / sum(widths) / EM_PARTS) * size;
  return widths.map((each) => each * scale + 2 * SIDE + RULE);
}

/** The smallest type, with as much of what is fair as there is room for beyond what figures need. */
function tightest(setting: Setting): TableType {
  const { table, head, style, needs } = setting;
  const room = emsIn(setting, style.smallest) * EM_PARTS;
  const [least, fair] = [
    sum(needs.columns.map((each) => each.least)),
    sum(needs.columns.map((each) => each.fair)),
  ];
  if (least > room) throw new Refusal([tooWide(table, head, style)]);
  const share = Math.min(1, (room - least) / (fair - least));
  const widths = needs.columns.map((each) => each.least + (each.fair - each.least) * share);
  return { type: typeOf(setting, style.smallest, AIR.usual), widths: padded(widths, room, style.smallest) };
}

/** How high the rows of a table are. */
function heightsOf(setting: Setting, tableType: TableType): readonly number[] {
  const { type } = tableType;
  const heights = linesOf(setting, tableType).map((each) => rowHeight(each, type));
  const spans = setting.needs.texts
    .filter(({ rows }) => rows > 1)
    .map((text): RowSpan => ({ row: text.row, rows: text.rows, lines: linesIn(text, tableType) }));
  return stretchForSpans(heights, spans, type);
}

/** How many lines the longest text has of those that stand in each row alone. */
function linesOf({ needs, table }: Setting, type: TableType): readonly number[] {
  const lines = new Array<number>(table.rows.length).fill(1);
  for (const text of needs.texts) {
    const { row, rows } = text;
    if (rows === 1 && row >= 0) lines[row] = Math.max(lines[row] ?? 1, linesIn(text, type));
  }
  return lines;
}

function linesIn({ column, columns, steps }: SteppedText, { type, widths }: TableType): number {
  const room = roomIn(widths.slice(column, column + columns)) / type.style.size;
  return linesOn(steps, Math.floor(room * EM_PARTS + 1e-6));
}

function headHeight({ head }: Setting, type: TableType): number {
  return sum(breakHead(head, type).heights);
}

interface TablePages {
  readonly pages: number;
  /** how much of the last one its rows take */
  readonly last: number;
  /** how much of what goes over several rows fits no page, or would leave the one before it nearly empty */
  readonly cuts: number;
}

/** On how many pages a table goes with its notes. */
function pagesOf(setting: Setting, type: TableType): TablePages {
  const { sheet, table } = setting;
  const head = headHeight(setting, type);
  const heights = heightsOf(setting, type);
  const whole = projectRows(table);
  let pages = 1;
  let room = sheet.first - head;
  let used = 0;
  let cuts = 0;
  for (const [row, height] of heights.entries()) {
    const below = (rows: number): number => (row + rows === heights.length ? sheet.notes : 0);
    const rows = whole.get(row) ?? 1;
    const kept = sum(heights.slice(row, row + rows)) + below(rows);
    const fits = kept <= sheet.next - head;
    const goesOn = used + (fits ? kept : height + below(1)) > room && used > 0;
    if (rows > 1 && (!fits || (goesOn && used < room * NEARLY_EMPTY))) cuts++;
    if (goesOn) {
      pages++;
      used = 0;
      room = sheet.next - head;
    }
    used += height;
  }
  return { pages, last: used / room, cuts };
}

/** The rows with which something begins that goes over several, and over how many it goes. */
function projectRows({ rows }: Table): ReadonlyMap<number, number> {
  return new Map(
    rows.map(({ cells }, row) => [
      row,
      Math.max(1, ...cells.map((cell) => (cell.kind === "covered" ? 1 : cell.rows))),
    ]),
  );
}

function tooWide(table: Table, head: HeadGrid, style: ReportStyle["table"]) {
  return problem(
    "排版/放不下",
    `表“${table.title.text}”有${head.columns}栏，字号缩到${style.smallest}磅，数字仍然放不进页面的宽度`,
    undefined,
    "怎么改：把这张表改为横排，减少栏目，缩小页边距，或者调小版式里表的最小字号（pack.yaml 的 style.table.smallest，不小于 7.5）",
  );
}

import { cellText } from "../../model/printed.js";
import type { Cell, FontRole, LeafColumn, Table } from "../../model/report.js";
import { columnsOf, type Leaf, leavesOf } from "../../model/walk.js";
import {
  type LineStep,
  lineSteps,
  type MeasuredBox,
  type MeasureText,
  measureBoxes,
} from "../layout/line-breaking.js";
import { cellBoxes, headBoxes } from "./cell-boxes.js";
import { cellLook } from "./cell-look.js";
import type { HeadGrid } from "./table-head.js";

/** Widths are counted in whole parts of an em, so that they add up alike everywhere. */
export const EM_PARTS = 8;

/** What a column asks for, without padding, in parts of an em. */
export interface ColumnNeeds {
  /** below it a figure would break; never less than a character */
  readonly least: number;
  /** below it words, numbers among them or parts of heads would be cut, or texts go over too many lines */
  readonly fair: number;
}

/** A text that may go over several lines, by the width of its column in parts of an em: one step for each number. */
export interface SteppedText {
  readonly column: number;
  /** how many columns it goes over */
  readonly columns: number;
  /** the head is above them all, at -1 */
  readonly row: number;
  readonly rows: number;
  readonly steps: readonly LineStep[];
}

export interface TableNeeds {
  readonly columns: readonly ColumnNeeds[];
  /** those that may break; all others take one line wherever they stand */
  readonly texts: readonly SteppedText[];
}

/** Widths in em: how much of a word, a number and a text a column should hold at least. */
const FAIR_WORD = 6;
const LONGEST_NUMBER = 11;
const FAIR_TEXT = 5;
/** A text of more than so many lines makes its column wider, up to a limit: the first for which there is room. */
const FAIR_LINES = 8;
export const FAIR_LONG_TEXTS: readonly number[] = [12, 8, 0];
/** A head asks for its parts, up to so much, and for no more than so many lines. */
const FAIR_HEAD = 6;
const HEAD_LINES = 4;
/** A text that is wider than so many em is tried on no width beyond them. */
const WIDEST = 40;
/** How far apart the widths are that a text is tried on. */
const APART = 0.25;

/** Stands below an amount that an earlier page has printed, so that nobody adds it twice. */
export const AGAIN = "（续）";

/** Where the head stands among the rows. */
export const HEAD_ROW = -1;

/** Measures text in em in a table's font, or in another. */
export type MeasureIn = (font: FontRole | undefined) => MeasureText;

interface Text {
  readonly boxes: readonly MeasuredBox[];
  readonly measure: MeasureText;
  readonly natural: number;
  readonly indent: number;
}

/** What each column of a table asks for, long texts up to `fairLong` em, and the texts in it that may break. */
export function tableNeeds(table: Table, head: HeadGrid, measureIn: MeasureIn, fairLong: number): TableNeeds {
  const leaves = leavesOf(table.columns);
  const known: KnownTexts = new Map();
  const columns = leaves.map((leaf) => columnNeeds(table, leaf, measureIn, fairLong, known));
  const own = columns.map(({ least, fair }) => ({ least: parts(least), fair: parts(fair) }));
  const measure = measureIn(undefined);
  const heads = head.cells.map((cell) => ({ ...cell, of: headText(cell.text, measure) }));
  for (const { column, columns: count, of } of heads) widen(own.slice(column, column + count), headFair(of));
  const spanning = spanningTexts(table, leaves, measureIn);
  for (const { column, columns: count, text } of spanning)
    widen(own.slice(column, column + count), fairWidth(text, fairLong));
  const texts = columns.flatMap(({ texts }, column) =>
    texts.flatMap(({ text, row, rows }) =>
      stepped({ column, columns: 1, row, rows }, text, own[column]?.fair ?? 0),
    ),
  );
  const acrossColumns = spanning.flatMap(({ text, ...place }) =>
    stepped(place, text, sumOfFair(own.slice(place.column, place.column + place.columns))),
  );
  const leafHeads = heads
    .filter(({ columns: count }) => count === 1)
    .flatMap(({ column, of }) =>
      stepped({ column, columns: 1, row: HEAD_ROW, rows: 1 }, of, own[column]?.fair ?? 0),
    );
  return { columns: own, texts: [...texts, ...acrossColumns, ...leafHeads] };
}

/** An em counted in parts, none of them cut; rounding in sums of widths adds none. */
function parts(em: number): number {
  return Math.ceil(em * EM_PARTS - 1e-6);
}

interface PlacedText {
  readonly text: Text;
  readonly row: number;
  readonly rows: number;
}

/** Many cells say the same. */
type KnownTexts = Map<string, Text>;

/** The texts that go over several columns. */
function spanningTexts(table: Table, leaves: readonly Leaf[], measureIn: MeasureIn) {
  return table.rows.flatMap((row, at) =>
    leaves.flatMap(({ column, index }) => {
      const cell = row.cells[index];
      if (!cell || columnsOf(cell) < 2 || cellText(cell) === "") return [];
      const { font, indent } = cellLook(table, row, column, cell);
      const measure = measureIn(font);
      const text = measured(measureBoxes(cellBoxes(cellText(cell), column), measure), measure, indent);
      const rows = cell.kind === "covered" ? 1 : cell.rows;
      return [{ text, column: index, columns: columnsOf(cell), row: at, rows }];
    }),
  );
}

function columnNeeds(
  table: Table,
  { column, index }: Leaf,
  measureIn: MeasureIn,
  fairLong: number,
  known: KnownTexts,
): { least: number; fair: number; texts: readonly PlacedText[] } {
  let [least, fair] = [1, 1];
  const texts: PlacedText[] = [];
  for (const [at, row] of table.rows.entries()) {
    const cell = row.cells[index];
    if (!cell || cell.kind === "covered" || cell.kind === "empty" || columnsOf(cell) > 1) continue;
    const { font, indent } = cellLook(table, row, column, cell);
    const measure = measureIn(font);
    if (cell.kind === "figure")
      least = Math.max(least, measure(cellText(cell)), cell.rows > 1 ? measure(AGAIN) : 0);
    else {
      const key = `${font ?? ""} ${indent} ${cell.text}`;
      const text = known.get(key) ?? cellWords(cell, column, measure, indent);
      known.set(key, text);
      fair = Math.max(fair, fairWidth(text, fairLong));
      texts.push({ text, row: at, rows: cell.rows });
    }
  }
  return { least, fair: Math.max(least, fair), texts };
}

function cellWords(
  cell: Cell & { kind: "text" },
  column: LeafColumn,
  measure: MeasureText,
  indent: number,
): Text {
  return measured(measureBoxes(cellBoxes(cell.text, column), measure), measure, indent);
}

function headText(text: string, measure: MeasureText): Text {
  return measured(measureBoxes(headBoxes(text), measure), measure);
}

function measured(boxes: readonly MeasuredBox[], measure: MeasureText, indent = 0): Text {
  const last = boxes.at(-1);
  let natural = last ? last.trimmed - last.width : 0;
  for (const { width } of boxes) natural += width;
  return { boxes, measure, natural, indent };
}

function fairWidth({ boxes, natural, indent }: Text, fairLong: number): number {
  let fair = Math.min(natural, FAIR_TEXT);
  for (const { text, trimmed } of boxes) {
    if (trimmed > fair)
      fair = Math.max(fair, Math.min(trimmed, /\d/.test(text) ? LONGEST_NUMBER : FAIR_WORD));
  }
  return indent + Math.max(fair, Math.min(natural / FAIR_LINES, fairLong));
}

/** The width on which no part of a head is cut that a column can hold, and that takes few lines. */
function headFair({ boxes, measure, natural }: Text): number {
  let least = Math.min(natural, 2);
  for (const { trimmed } of boxes) least = Math.max(least, Math.min(trimmed, FAIR_HEAD));
  if (natural <= least) return least;
  const steps = lineSteps(boxes, measure, { least, most: WIDEST, apart: APART });
  return steps.find(({ lines }) => lines <= HEAD_LINES)?.width ?? natural;
}

type Growing = { -readonly [K in keyof ColumnNeeds]: ColumnNeeds[K] };

/** Gives columns under a head what they lack together to hold it. */
function widen(columns: readonly Growing[], em: number): void {
  const fair = sumOfFair(columns);
  const lacking = Math.ceil((parts(em) - fair) / columns.length);
  if (lacking > 0) for (const column of columns) column.fair += lacking;
}

function sumOfFair(columns: readonly ColumnNeeds[]): number {
  return columns.reduce((sum, { fair }) => sum + fair, 0);
}

/** The steps of a text from the fair width of its column on, where it has several. */
function stepped(
  place: Omit<SteppedText, "steps">,
  { boxes, measure, natural, indent }: Text,
  fair: number,
): readonly SteppedText[] {
  const least = fair / EM_PARTS - indent;
  if (natural <= least) return [];
  const steps = lineSteps(boxes, measure, { least, most: WIDEST, apart: APART });
  return [{ ...place, steps: steps.map(({ width, lines }) => ({ width: parts(width + indent), lines })) }];
}

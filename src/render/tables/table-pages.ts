import { problem } from "../../diagnostic/diagnostic.js";
import { Refusal } from "../../diagnostic/refusal.js";
import type { Table } from "../../model/report.js";
import { bookmarkFirst } from "../layout/bookmarks.js";
import { setAtLeft, setCentred } from "../layout/headings.js";
import { sum } from "../layout/lengths.js";
import {
  heightOf,
  type Page,
  type PageItem,
  RULE,
  type SetCell,
  type TableGrid,
  type TextBlock,
} from "../layout/page.js";
import type { PageSetting } from "../layout/page-numbers.js";
import { paginate } from "../layout/pagination.js";
import {
  alignLine,
  type CaptionPart,
  linesApart,
  linesOf,
  measureIn,
  type SetLine,
  setLine,
  type Type,
  typeIn,
} from "../layout/set-line.js";
import { ownTexts, plainText, type SourceText, textOfRuns } from "../layout/source-text.js";
import { type BrokenCell, type BrokenRows, breakBody, breakHead } from "./table-body.js";
import { cutRows, takeChunk } from "./table-chunks.js";
import { layHead } from "./table-head.js";
import { roomIn, rowHeight, SIDE, type TableType } from "./table-measures.js";
import { sliceTallRows } from "./table-slices.js";
import { chooseType, type TableRoom } from "./table-type.js";

/** Lays a table out on as many pages as it needs, below the lines that stand above it on its first page. */
export function setTable(
  table: Table,
  above: readonly SetLine[],
  block: TextBlock,
  setting: PageSetting,
): Page[] {
  const headGrid = layHead(table.columns);
  const caption = [...above, ...setCaption(table, block.width, setting)];
  const notes = setNotes(table, block.width, setting);
  const continued = setContinuation(table, block.width, setting);
  const sheet = sheetFor(block, caption, continued, notes);
  const tableType = chooseType(table, headGrid, setting.style.table, sheet, setting.fonts);
  const { type } = tableType;
  const head = breakHead(headGrid, tableType);
  const headHeight = sum(head.heights);
  const [first, next] = [sheet.first - headHeight, sheet.next - headHeight];
  if (first < rowHeight(1, type)) throw new Refusal([tooHigh(table)]);

  const body = sliceTallRows(breakBody(table, tableType), first, type);
  const chunks = cutRows(body, { first, next, notes: heightOf(notes.slice(0, NOTE_LINES)) }, type);
  const pages = chunks.map((chunk, index) => {
    const cells = head.cells.map((cell) => ({ ...cell, repeated: index > 0 }));
    const grid = drawGrid(table, { ...head, cells }, takeChunk(body, chunk, type), tableType);
    return { top: 0, items: [...(index === 0 ? caption : continued), grid] };
  });
  return withNotes(pages, notes, block);
}

function sheetFor(
  { width, height }: TextBlock,
  caption: readonly SetLine[],
  continued: readonly SetLine[],
  notes: readonly SetLine[],
): TableRoom {
  const room = height - RULE;
  return {
    width,
    first: room - heightOf(caption),
    next: room - heightOf(continued),
    notes: heightOf(notes),
  };
}

/** How many lines of the notes stay with the last row. */
const NOTE_LINES = 2;

function tooHigh(table: Table) {
  return problem(
    "排版/放不下",
    `表“${table.title.text}”的表头太高，一页之内放不下表头和一行内容`,
    undefined,
    "怎么改：缩短栏目名称，减少栏目，或者把这张表改为横排",
  );
}

function setCaption(table: Table, width: number, { style, fonts, marks }: PageSetting): SetLine[] {
  const [number = NOTHING, title = NOTHING, left = NOTHING, right = NOTHING] = ownTexts(table);
  const numberType = { fonts, style: style.tableNumber };
  const above = number.text === "" ? [] : [setLine(number, numberType)];
  const titles = setCentred(title, { fonts, style: style.tableTitle }, width);
  const heading = linesApart([captionLines("number", above), captionLines("title", titles)], numberType);
  return linesOf(table, [
    ...bookmarkFirst(heading, marks.get(table)),
    ...setSides(left, right, { fonts, style: style.table }, width),
  ]);
}

const NOTHING = plainText("");

/** What stands above the head on each page that a table goes on on. */
function setContinuation(table: Table, width: number, { style, fonts }: PageSetting): SetLine[] {
  const words = ["续表", table.number.text, table.title.text].filter((each) => each !== "").join("　");
  const lines = setSides(plainText(words), plainText(table.right.text), { fonts, style: style.table }, width);
  return lines.map((line) => ({ ...line, repeated: true }));
}

function captionLines(caption: CaptionPart, lines: readonly SetLine[]): SetLine[] {
  return lines.map((line) => ({ ...line, caption }));
}

/** The line with `left` and `right` on it; where they do not fit beside each other, on lines of their own. */
function setSides(left: SourceText, right: SourceText, type: Type, width: number): SetLine[] {
  const measure = measureIn(type);
  const rightLine = captionLines("right", right.text === "" ? [] : [alignLine(right, type, width, "right")]);
  const leftLines = captionLines("left", setAtLeft(left, type, width));
  const gap = width - measure(left.text.trim()) - measure(right.text);
  const areBeside = leftLines.length === 1 && rightLine.length === 1 && gap >= type.style.size;
  const below = areBeside ? -type.style.pitch : 0;
  return [...leftLines.map((line) => ({ ...line, below })), ...rightLine];
}

function setNotes({ notes }: Table, width: number, { style, fonts }: PageSetting): SetLine[] {
  const type = { fonts, style: style.table };
  return notes.flatMap((note) => linesOf(note, setAtLeft(textOfRuns(note.runs), type, width)));
}

/** Puts the notes behind the last row, and on pages of their own what does not fit there. */
function withNotes(pages: readonly Page[], notes: readonly SetLine[], block: TextBlock): Page[] {
  const last = pages.at(-1);
  if (!last || notes.length === 0) return [...pages];
  const room = block.height - sum(last.items.map(heightOfItem));
  const fitting = notes.filter((_, index) => heightOf(notes.slice(0, index + 1)) <= room).length;
  const here = fitting < notes.length ? Math.min(fitting, notes.length - NOTE_LINES) : fitting;
  const rest = paginate([{ isHeading: false, lines: notes.slice(Math.max(here, 0)) }], block.height);
  return [
    ...pages.slice(0, -1),
    { ...last, items: [...last.items, ...notes.slice(0, Math.max(here, 0))] },
    ...rest.map((items) => ({ top: 0, items })),
  ];
}

function heightOfItem(item: PageItem): number {
  return item.kind === "grid" ? sum(item.heights) + RULE : heightOf([item]);
}

function drawGrid(table: Table, head: BrokenRows, body: BrokenRows, { type, widths }: TableType): TableGrid {
  const below = head.heights.length;
  const cells = [
    ...head.cells.map((cell) => drawCell(cell, 0, type, widths)),
    ...body.cells.map((cell) => drawCell(cell, below, type, widths)),
  ];
  return { kind: "grid", of: table, widths, heights: [...head.heights, ...body.heights], cells };
}

/** A cell of rows that begin with the row `first` of the grid. */
function drawCell(cell: BrokenCell, first: number, type: Type, widths: readonly number[]): SetCell {
  const { look, ...own } = cell;
  const { font, align, indent } = look;
  const room = roomIn(widths.slice(own.column, own.column + own.columns));
  const inset = SIDE + indent * type.style.size;
  const lines = own.lines.map((text) => alignLine(text, typeIn(type, font), room, align, inset));
  return { ...own, row: own.row + first, lines };
}

import type { Callout, Marked, ReportStyle } from "../../model/report.js";
import type { Face, Fonts } from "../fonts/fonts.js";
import { rulesOf, type TableRule } from "../tables/table-rules.js";
import { type Callouts, drawCallouts, type PageRoom } from "./callouts.js";
import { HIGHLIGHT, markedReaches } from "./highlight.js";
import { points, sum } from "./lengths.js";
import { heightOf, type Page, RULE, type SetDrawing, type SetPart, type TableGrid } from "./page.js";
import { footerHeight, type NumberedPage, numberedPages, setPageNumber } from "./page-numbers.js";
import type { SetLine } from "./set-line.js";

/** What sets a copy for review apart from the publication. */
export interface Look {
  readonly marked: Marked;
  readonly callouts?: readonly Callout[];
  /** across every page */
  readonly watermark: string;
}

export interface Placing {
  readonly style: ReportStyle;
  readonly fonts: Fonts;
  readonly look: Look | undefined;
}

/** With what is drawn over a copy for review. */
interface Placer extends Placing {
  readonly callouts: Callouts | undefined;
}

/** A page with everything on it in its place, in pt from its top left corner; what comes later lies above. */
export interface PlacedPage {
  readonly pageSize: { readonly width: number; readonly height: number };
  /** the number that is printed on it, if any */
  readonly number: number | undefined;
  readonly items: readonly PlacedItem[];
  readonly watermark?: Watermark;
}

export type PlacedItem =
  | { readonly type: "line"; readonly item: PlacedLine }
  | { readonly type: "vector"; readonly item: Ground | PageRules | PlacedDrawing };

/** A line in its place. */
export interface PlacedLine {
  readonly line: SetLine;
  /** where its text begins, and the top of the room that is as high as its pitch */
  readonly left: number;
  readonly top: number;
  /** what it is, where it is no part of what the document says */
  readonly beside?: "page number" | "callout";
}

/** A ground of something that is set off. */
export interface Ground {
  readonly type: "rect";
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly color: string;
}

/** The shapes of a chart in their place; its words are lines behind them. */
export interface PlacedDrawing {
  readonly type: "drawing";
  readonly drawing: SetDrawing;
  readonly left: number;
  readonly top: number;
}

/** All rules of a page, drawn as one. */
export interface PageRules {
  readonly type: "rules";
  readonly rules: readonly TableRule[];
}

/** Words across a page, along its diagonal. */
export interface Watermark {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly color: string;
  readonly opacity: number;
}

/** Where the baseline stands in an em box of 0.88 above and 0.12 below it, as Chinese fonts are drawn. */
const BASELINE = 0.88;

/** The height of a line's baseline on its page. */
export function baselineOf({ line, top }: PlacedLine): number {
  return top + (line.pitch - line.size) / 2 + BASELINE * line.size;
}

/** An A4 page in pt, as PDF writers round it. */
const SHORT = 595.28;
const LONG = 841.89;

/** Gives everything on pages that are laid out its place, from their top left corners. */
export function placePages(parts: readonly SetPart[], placing: Placing): PlacedPage[] {
  const { look, fonts } = placing;
  const callouts = look?.callouts && drawCallouts(look.callouts, fonts);
  return numberedPages(parts).map((page) => placePage(page, { ...placing, callouts }));
}

function placePage({ page, part, number }: NumberedPage, placing: Placer): PlacedPage {
  const { orientation } = part;
  const { style, fonts, look } = placing;
  const margins = style.margins[orientation];
  const [width, height] = orientation === "portrait" ? [SHORT, LONG] : [LONG, SHORT];
  const [left, top] = [points(margins.left), points(margins.top)];
  const { behind, items, rules, over } = placeItems(page, left, top, placing);
  if (number !== undefined) {
    const line = setPageNumber(number, orientation, margins, style.pageNumber, fonts);
    const footer = height - footerHeight(margins, style.pageNumber);
    items.push({ type: "line", item: { line, left: left + line.left, top: footer, beside: "page number" } });
  }
  if (rules.length > 0) items.push({ type: "vector", item: { type: "rules", rules } });
  return {
    pageSize: { width, height },
    number,
    items: [...behind, ...items, ...over],
    ...(look && { watermark: watermark(look.watermark, fonts) }),
  };
}

/** Pale, so that what it lies on can be read. */
function watermark(text: string, fonts: Fonts): Watermark {
  const { face } = fonts.glyph("黑体", text.charAt(0));
  return { text, face, size: 120, color: "#C00000", opacity: 0.12 };
}

/** What is drawn on a page: grounds of cells behind all else, then the items, then the rules, and callouts over them. */
interface Placed {
  readonly behind: PlacedItem[];
  readonly items: PlacedItem[];
  readonly rules: TableRule[];
  readonly over: PlacedItem[];
}

function placeItems(page: Page, left: number, top: number, placing: Placer): Placed {
  const placed: Placed = { behind: [], items: [], rules: [], over: [] };
  let y = top + page.top;
  for (const item of page.items) {
    if (item.kind === "line") {
      placed.items.push(...groundsOf(item, left, y, placing), placeLine(item, left, y));
      placed.over.push(...(placing.callouts?.ofLine(item, left, groundRoom(item, y)) ?? []));
      y += heightOf([item]);
    } else if (item.kind === "drawing") {
      placed.items.push(...placeDrawing(item, left, y));
      y += heightOf([item]);
    } else {
      placeGrid(item, left, y, placed, placing);
      y += sum(item.heights) + RULE;
    }
  }
  return placed;
}

function placeLine(line: SetLine, left: number, top: number): PlacedItem {
  return { type: "line", item: { line, left: left + line.left, top } };
}

/** The shapes first, the words upon them. */
function placeDrawing(drawing: SetDrawing, left: number, top: number): PlacedItem[] {
  return [
    { type: "vector", item: { type: "drawing", drawing, left, top } },
    ...drawing.labels.map(({ line, top: own }) => placeLine(line, left, top + own)),
  ];
}

/** How high the ground of a line is, in em. */
const GROUND = 1.25;

function groundsOf(line: SetLine, left: number, top: number, { look }: Placing): PlacedItem[] {
  if (!look) return [];
  const { y, h } = groundRoom(line, top);
  return markedReaches(line, look.marked).map((reach) =>
    ground(left + reach.left, y, reach.right - reach.left, h),
  );
}

function groundRoom({ size, pitch }: SetLine, top: number): Pick<PageRoom, "y" | "h"> {
  const h = size * GROUND;
  return { y: top + (pitch - h) / 2, h };
}

function ground(x: number, y: number, w: number, h: number): PlacedItem {
  return { type: "vector", item: { type: "rect", x, y, w, h, color: HIGHLIGHT } };
}
/** The cells of a grid in the order of its rows, each line in the middle of its cell. */
function placeGrid(grid: TableGrid, left: number, top: number, placed: Placed, placing: Placer): void {
  const { widths, heights, cells } = grid;
  placed.rules.push(...rulesOf(grid, left, top));
  const inOrder = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  for (const { of, repeated, row, column, rows, columns, lines } of inOrder) {
    const x = left + sum(widths.slice(0, column));
    const y = top + sum(heights.slice(0, row));
    const width = sum(widths.slice(column, column + columns));
    const height = sum(heights.slice(row, row + rows));
    const room = { x: x + RULE / 2, y: y + RULE / 2, w: width, h: height };
    if (placing.look?.marked.has(of)) placed.behind.push(ground(room.x, room.y, width, height));
    if (!repeated) placed.over.push(...(placing.callouts?.ofCell(of, room) ?? []));
    let line = y + (RULE + height - heightOf(lines)) / 2;
    for (const each of lines) {
      placed.items.push(placeLine(each, x + RULE, line));
      line += heightOf([each]);
    }
  }
}

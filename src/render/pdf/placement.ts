import type { Marked, ReportStyle } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { HIGHLIGHT, markedReaches } from "../layout/highlight.js";
import { points, sum } from "../layout/lengths.js";
import { heightOf, type Page, RULE, type SetPart, type TableGrid } from "../layout/page.js";
import { footerHeight, type NumberedPage, numberedPages, setPageNumber } from "../layout/page-numbers.js";
import { extentOf, type SetLine } from "../layout/set-line.js";
import type { Canvas } from "../pdfmake/canvas.js";
import type { PlacedItem, PlacedPage, Watermark } from "../pdfmake/renderer.js";
import { rulesOf, type TableRule } from "../tables/table-rules.js";
import { PAGE_NUMBER, type Structure } from "../tags/structure.js";

/** What sets a copy for review apart from the publication. */
export interface Look {
  readonly marked: Marked;
  /** across every page */
  readonly watermark: string;
}

export interface Placing {
  readonly canvas: Canvas;
  readonly structure: Structure;
  readonly style: ReportStyle;
  readonly fonts: Fonts;
  readonly look: Look | undefined;
}

/** An A4 page in pt, as PDF writers round it. */
const SHORT = 595.28;
const LONG = 841.89;

/** Gives everything on pages that are laid out its place, from their top left corners. */
export function placePages(parts: readonly SetPart[], placing: Placing): PlacedPage[] {
  numberFonts(parts, placing.canvas);
  return numberedPages(parts).map((page) => placePage(page, placing));
}

/** Fonts have their numbers in the file in the order of the text; those of page numbers come after them. */
function numberFonts(parts: readonly SetPart[], canvas: Canvas): void {
  const items = parts.flatMap((part) => part.pages).flatMap((page) => page.items);
  const lines = items.flatMap((item) =>
    item.kind === "line" ? [item] : item.cells.flatMap((cell) => cell.lines),
  );
  const faces = lines.flatMap((line) => line.runs).map(({ face }) => face.name);
  for (const name of new Set(faces)) canvas.provideFont(name);
}

function placePage({ page, part, number }: NumberedPage, placing: Placing): PlacedPage {
  const { orientation } = part;
  const { style, fonts, look } = placing;
  const margins = style.margins[orientation];
  const [width, height] = orientation === "portrait" ? [SHORT, LONG] : [LONG, SHORT];
  const [left, top] = [points(margins.left), points(margins.top)];
  const { behind, items, rules } = placeItems(page, left, top, placing);
  if (number !== undefined) {
    const line = setPageNumber(number, orientation, margins, style.pageNumber, fonts);
    const spans = [{ tag: PAGE_NUMBER, ...extentOf(line) }];
    const footer = height - footerHeight(margins, style.pageNumber);
    items.push({ type: "line", item: { line, spans, left: left + line.left, top: footer } });
  }
  if (rules.length > 0) items.push({ type: "vector", item: { type: "rules", rules } });
  return {
    pageSize: { width, height },
    items: [...behind, ...items],
    ...(look && { watermark: watermark(look.watermark, fonts) }),
  };
}

/** Pale, so that what it lies on can be read. */
function watermark(text: string, fonts: Fonts): Watermark {
  const { face } = fonts.glyph("黑体", text.charAt(0));
  return { text, face, size: 120, color: "#C00000", opacity: 0.12 };
}

/** What is drawn on a page: grounds of cells behind all else, then the items, then the rules. */
interface Placed {
  readonly behind: PlacedItem[];
  readonly items: PlacedItem[];
  readonly rules: TableRule[];
}

function placeItems(page: Page, left: number, top: number, placing: Placing): Placed {
  const placed: Placed = { behind: [], items: [], rules: [] };
  let y = top + page.top;
  for (const item of page.items) {
    if (item.kind === "line") {
      placed.items.push(...groundsOf(item, left, y, placing), placeLine(item, left, y, placing));
      y += heightOf([item]);
    } else {
      placeGrid(item, left, y, placed, placing);
      y += sum(item.heights) + RULE;
    }
  }
  return placed;
}

function placeLine(line: SetLine, left: number, top: number, { structure }: Placing): PlacedItem {
  const spans = structure.spans.get(line) ?? [];
  const anchor = structure.anchors.get(line);
  return { type: "line", item: { line, spans, left: left + line.left, top, ...(anchor && { anchor }) } };
}

/** How high the ground of a line is, in em. */
const GROUND = 1.25;

function groundsOf(line: SetLine, left: number, top: number, { look }: Placing): PlacedItem[] {
  if (!look) return [];
  const height = line.size * GROUND;
  const y = top + (line.pitch - height) / 2;
  return markedReaches(line, look.marked).map((reach) =>
    ground(left + reach.left, y, reach.right - reach.left, height),
  );
}

function ground(x: number, y: number, w: number, h: number): PlacedItem {
  return { type: "vector", item: { type: "rect", x, y, w, h, color: HIGHLIGHT } };
}
/** The cells of a grid in the order of its rows, each line in the middle of its cell. */
function placeGrid(grid: TableGrid, left: number, top: number, placed: Placed, placing: Placing): void {
  const { widths, heights, cells } = grid;
  placed.rules.push(...rulesOf(grid, left, top));
  const inOrder = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  for (const { of, row, column, rows, columns, lines } of inOrder) {
    const x = left + sum(widths.slice(0, column));
    const y = top + sum(heights.slice(0, row));
    const width = sum(widths.slice(column, column + columns));
    const height = sum(heights.slice(row, row + rows));
    if (placing.look?.marked.has(of)) placed.behind.push(ground(x + RULE / 2, y + RULE / 2, width, height));
    let line = y + (RULE + height - heightOf(lines)) / 2;
    for (const each of lines) {
      placed.items.push(placeLine(each, x + RULE, line, placing));
      line += heightOf([each]);
    }
  }
}

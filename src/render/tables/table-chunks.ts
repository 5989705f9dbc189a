import { sum } from "../layout/lengths.js";
import { plainText } from "../layout/source-text.js";
import { type BrokenCell, type BrokenRows, spansOf } from "./table-body.js";
import { AGAIN } from "./table-columns.js";
import { type CellType, stretchForSpans } from "./table-measures.js";

/** Rows from `start` to before `end` that stand on one page. */
interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** How much room for rows the first page has, the others, and how much the notes take behind the last row; in pt. */
interface Room {
  readonly first: number;
  readonly next: number;
  readonly notes: number;
}

/** The part of `body` that a chunk holds; spans are cut at its borders and their texts repeated, amounts as such. */
export function takeChunk(body: BrokenRows, { start, end }: Chunk, type: CellType): BrokenRows {
  const cells = cellsWithin(body, start, end).map((cell) => {
    const from = Math.max(cell.row, start);
    const to = Math.min(cell.row + cell.rows, end);
    const repeated = cell.repeated || from > cell.row;
    const lines = repeated && isAmount(cell) ? [...cell.lines, plainText(AGAIN)] : cell.lines;
    return { ...cell, repeated, row: from - start, rows: to - from, lines };
  });
  return { cells, heights: stretchForSpans(body.heights.slice(start, end), spansOf(cells), type) };
}

function isAmount({ of }: BrokenCell): boolean {
  return "kind" in of && of.kind === "figure";
}

/** A page whose rows take a smaller part of it is nearly empty. */
export const NEARLY_EMPTY = 0.25;

/**
 * Cuts rows into chunks that fit their pages. No span is cut that fits one, unless the page before it would be nearly empty;
 * where spans are cut, cuts are moved back a little if that keeps them from being stretched, and no single row goes alone
 * to the last page if it can have company.
 */
export function cutRows(body: BrokenRows, room: Room, type: CellType): Chunk[] {
  const count = body.heights.length;
  // rows are as high as their own cells already: only spans can ask for more
  const spans: BrokenRows = { ...body, cells: body.cells.filter((cell) => cell.rows > 1) };
  const chunks: Chunk[] = [];
  let start = 0;
  do {
    const end = chooseEnd(spans, start, chunks.length === 0 ? room.first : room.next, room, type);
    chunks.push({ start, end });
    start = end;
  } while (start < count);
  return chunks;
}

function chooseEnd(
  body: BrokenRows,
  start: number,
  room: number,
  { next, notes }: Room,
  type: CellType,
): number {
  const count = body.heights.length;
  const full = fullChunk(body, start, room, type);
  const height = sum(takeChunk(body, { start, end: full }, type).heights);
  if (full === count && (height + notes <= room || full === start + 1)) return full;
  const latest = Math.min(full, count - COMPANY);
  if (latest <= start) return Math.max(start + 1, Math.min(full, count - 1));
  const whole = (end: number) => {
    const before = beforeSpans(body, end, next, type);
    const isFilled = sum(body.heights.slice(start, before)) >= room * NEARLY_EMPTY;
    if (before <= start) return end;
    return isFilled ? before : divided(body, before, end, next);
  };
  return whole(leastStretched(body, start, whole(latest), type));
}

/** Where a page has to end, at `end` or above it, so as to cut no span that fits a page of `room` pt. */
function beforeSpans(body: BrokenRows, end: number, room: number, type: CellType): number {
  const cut = cellsWithin(body, end, end + 1).find(
    ({ row, rows }) => row < end && fullChunk(body, row, room, type) >= row + rows,
  );
  return cut ? beforeSpans(body, cut.row, room, type) : end;
}

/** Where what begins at `before` is cut, at `end` or above it, so that the rest of it is not nearly all of its page. */
function divided(body: BrokenRows, before: number, end: number, room: number): number {
  const last = endOfSpans(body, end);
  const behind = sum(body.heights.slice(last, endOfSpans(body, last + 1)));
  for (let cut = end; cut > before + 1; cut--) {
    const rest = sum(body.heights.slice(cut, last));
    const hasCompany = behind > 0 && rest + behind <= room;
    if (hasCompany || rest >= room * NEARLY_EMPTY) return cut;
  }
  return end;
}

/** How many rows the last page should hold. */
const COMPANY = 2;

/** How far rows from `start` fit in `room` pt; one row at least. */
function fullChunk(body: BrokenRows, start: number, room: number, type: CellType): number {
  let end = start + 1;
  while (end < body.heights.length) {
    if (sum(takeChunk(body, { start, end: end + 1 }, type).heights) > room) break;
    end++;
  }
  return Math.min(end, body.heights.length);
}

/** Among the last third of the possible ends, the one at which cut spans need the least height beyond their rows. */
function leastStretched(body: BrokenRows, start: number, latest: number, type: CellType): number {
  const earliest = latest - Math.floor((latest - start) / 3);
  let best = latest;
  let least = Number.POSITIVE_INFINITY;
  for (let end = latest; end >= earliest; end--) {
    const stretch = stretchOf(body, start, end, type) + stretchOf(body, end, endOfSpans(body, end), type);
    if (stretch < least - 0.01) [best, least] = [end, stretch];
  }
  return best;
}

function stretchOf(body: BrokenRows, start: number, end: number, type: CellType): number {
  return sum(takeChunk(body, { start, end }, type).heights) - sum(body.heights.slice(start, end));
}

/** Where the spans end that a cut before `row` cuts. */
function endOfSpans(body: BrokenRows, row: number): number {
  const cut = cellsWithin(body, row, row + 1).filter((cell) => cell.row < row);
  return Math.max(row, ...cut.map((cell) => cell.row + cell.rows));
}

/** The cells of a body by the rows that they begin in, and for each row the first one that a cell in it begins in. */
interface Reach {
  readonly beginning: readonly (readonly BrokenCell[])[];
  readonly earliest: readonly number[];
}

/** A body is asked for every row that may end a page, and may have thousands: it is gone through once. */
const known = new WeakMap<BrokenRows, Reach>();

/** The cells that stand in rows from `start` to before `end`, or reach into them, in their order. */
function cellsWithin(body: BrokenRows, start: number, end: number): readonly BrokenCell[] {
  const { beginning, earliest } = reachOf(body);
  const from = earliest[start] ?? start;
  return beginning
    .slice(from, end)
    .flat()
    .filter((cell) => cell.row + cell.rows > start);
}

function reachOf(body: BrokenRows): Reach {
  const reach = known.get(body) ?? measure(body);
  known.set(body, reach);
  return reach;
}

function measure({ cells, heights }: BrokenRows): Reach {
  const beginning: BrokenCell[][] = heights.map(() => []);
  const earliest = heights.map((_, row) => row);
  for (const cell of cells) {
    beginning[cell.row]?.push(cell);
    for (let row = cell.row; row < cell.row + cell.rows; row++) {
      earliest[row] = Math.min(earliest[row] ?? row, cell.row);
    }
  }
  return { beginning, earliest };
}

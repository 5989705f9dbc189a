import { type BrokenCell, type BrokenRows, longestPerRow, rowHeights } from "./table-body.js";
import { type CellType, rowHeight } from "./table-measures.js";

/**
 * Makes rows fit pages of `height` pt. A row that is higher is cut into several: long texts go on from one to the
 * next, short ones and figures are repeated. A text that spans rows and is higher than a page is dealt out among them.
 */
export function sliceTallRows(body: BrokenRows, height: number, type: CellType): BrokenRows {
  const most = Math.max(1, Math.floor((height - rowHeight(1, type)) / type.style.pitch) + 1);
  const cells = body.cells.flatMap((cell) => (cell.lines.length > most ? dealOut(cell) : [cell]));
  const counts = longestPerRow(body.heights.length, cells).map((lines) => Math.ceil(lines / most));
  const starts = startsOf(counts);
  const sliced = cells.flatMap((cell) => sliceCell(cell, starts, most));
  return { heights: rowHeights(starts.at(-1) ?? 0, sliced, type), cells: sliced };
}

/** One cell for each row that a span covers, each with its share of the lines. */
function dealOut(cell: BrokenCell): BrokenCell[] {
  const share = Math.ceil(cell.lines.length / cell.rows);
  return Array.from({ length: cell.rows }, (_, index) => ({
    ...cell,
    row: cell.row + index,
    rows: 1,
    lines: cell.lines.slice(index * share, (index + 1) * share),
  }));
}

/** Where each row begins when the rows are cut into so many, and behind them where they end. */
function startsOf(counts: readonly number[]): number[] {
  const starts = [0];
  for (const count of counts) starts.push((starts.at(-1) ?? 0) + count);
  return starts;
}

function sliceCell(cell: BrokenCell, starts: readonly number[], most: number): BrokenCell[] {
  const row = starts[cell.row] ?? 0;
  const rows = (starts[cell.row + cell.rows] ?? row) - row;
  if (cell.rows > 1) return [{ ...cell, row, rows }];
  const goesOn = cell.lines.length > most;
  return Array.from({ length: rows }, (_, slice) => ({
    ...cell,
    row: row + slice,
    repeated: !goesOn && slice > 0,
    lines: goesOn ? cell.lines.slice(slice * most, (slice + 1) * most) : cell.lines,
  }));
}

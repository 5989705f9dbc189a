import type { RecoveredCell, RecoveredTable } from "../../model/recovered.js";
import { compact } from "../../text/fold.js";

/** A recovered table, each place with the cell that is seen there: one may reach over several. */
export interface CellGrid {
  readonly table: RecoveredTable;
  readonly rows: readonly CellRow[];
  readonly width: number;
  /** the places below each other in which anything stands */
  readonly used: ReadonlySet<number>;
}

export interface CellRow {
  /** what stands in each place itself */
  readonly own: readonly RecoveredCell[];
  /** what is seen in each place */
  readonly seen: readonly RecoveredCell[];
}

const NOWHERE: RecoveredCell = { text: "", indent: 0, columns: 1, rows: 1, where: "" };
/** Sheets that claim more columns hold nothing in them that is printed. */
const MOST_COLUMNS = 256;

export function gridOf(table: RecoveredTable): CellGrid {
  const widest = table.rows.reduce((most, { length }) => Math.max(most, length), 0);
  const width = Math.min(MOST_COLUMNS, widest);
  const seen = table.rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? NOWHERE));
  for (const [row, cells] of table.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell.text !== "" && (cell.columns > 1 || cell.rows > 1)) spread(cell, row, column, seen);
    }
  }
  const rows = seen.map((cells, index) => ({
    own: cells.map((_, at) => table.rows[index]?.[at] ?? NOWHERE),
    seen: cells,
  }));
  const used = new Set<number>();
  for (const row of table.rows) for (const [at, { text }] of row.entries()) if (text !== "") used.add(at);
  return { table, rows, width, used };
}

/** Shows a cell in all places that it reaches over and where nothing else stands. */
function spread(cell: RecoveredCell, row: number, column: number, seen: RecoveredCell[][]): void {
  const [below, right] = [Math.min(seen.length, row + cell.rows), column + cell.columns];
  for (let at = row; at < below; at++) {
    const cells = seen[at] ?? [];
    for (let place = column; place < Math.min(right, cells.length); place++)
      if (cells[place]?.text === "") cells[place] = cell;
  }
}

/** The different words of a row, from left to right. */
export function wordsIn({ own }: CellRow): readonly string[] {
  return own.map(({ text }) => compact(text)).filter((text) => text !== "");
}

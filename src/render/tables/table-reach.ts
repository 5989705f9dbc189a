import type { BrokenRows } from "./table-body.js";

type Cell = BrokenRows["cells"][number];

/** The cells of a body by the rows that they begin in, and for each row the first one that a cell in it begins in. */
interface Reach {
  readonly beginning: readonly (readonly Cell[])[];
  readonly earliest: readonly number[];
}

/** A body is asked for every row that may end a page, and may have thousands: it is gone through once. */
const known = new WeakMap<BrokenRows, Reach>();

/** The cells that stand in rows from `start` to before `end`, or reach into them, in their order. */
export function cellsWithin(body: BrokenRows, start: number, end: number): readonly Cell[] {
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
  const beginning: Cell[][] = heights.map(() => []);
  const earliest = heights.map((_, row) => row);
  for (const cell of cells) {
    beginning[cell.row]?.push(cell);
    for (let row = cell.row; row < cell.row + cell.rows; row++) {
      earliest[row] = Math.min(earliest[row] ?? row, cell.row);
    }
  }
  return { beginning, earliest };
}

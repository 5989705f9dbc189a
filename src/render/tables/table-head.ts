import type { Column } from "../../model/report.js";
import { leavesOf } from "../../model/walk.js";
import type { GridPlace } from "../layout/page.js";

interface HeadGridCell extends GridPlace {
  readonly of: Column;
  readonly text: string;
}

export interface HeadGrid {
  readonly rows: number;
  readonly cells: readonly HeadGridCell[];
  /** how many leaf columns there are */
  readonly columns: number;
}

/**
 * Turns a header tree into a grid. A leaf reaches down to the last row. A group of the first row that is shallower
 * than others takes the rows that are left itself, so that its columns stand in the last rows.
 */
export function layHead(columns: readonly Column[]): HeadGrid {
  // a form has labels in its rows, and no head
  if (leavesOf(columns).every(({ path }) => path.every(({ header }) => header.text === "")))
    return { rows: 0, cells: [], columns: leavesOf(columns).length };
  const rows = depthOf(columns);
  const cells: HeadGridCell[] = [];
  let leaves = 0;

  function place(column: Column, row: number): void {
    const first = leaves;
    const { children, header } = column;
    const own = !children ? rows - row : row === 0 ? rows - depthOf(children) : 1;
    if (!children) leaves++;
    for (const child of children ?? []) place(child, row + own);
    cells.push({ of: column, text: header.text, row, column: first, rows: own, columns: leaves - first });
  }

  for (const column of columns) place(column, 0);
  return { rows, cells, columns: leaves };
}

function depthOf(columns: readonly Column[]): number {
  return Math.max(...leavesOf(columns).map(({ path }) => path.length));
}

import type { Align, Column } from "../../model/report.js";

/** A head cell's place in the grid. */
export interface HeadGridCell {
  readonly of: Column;
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface HeadGrid {
  readonly rows: number;
  readonly cells: readonly HeadGridCell[];
  /** of the leaf columns, from left to right */
  readonly aligns: readonly Align[];
}

/**
 * Turns a header tree into a grid. A leaf reaches down to the last row. A group of the first row that is shallower
 * than others takes the rows that are left itself, so that its columns stand in the last rows.
 */
export function layHead(columns: readonly Column[]): HeadGrid {
  const rows = depthOf(columns);
  const cells: HeadGridCell[] = [];
  const aligns: Align[] = [];

  function place(column: Column, row: number): void {
    const first = aligns.length;
    const isLeaf = column.children.length === 0;
    const isTopGroup = row === 0 && !isLeaf;
    const ownRows = isLeaf ? rows - row : isTopGroup ? rows - depthOf(column.children) : 1;
    if (isLeaf) aligns.push(column.align);
    for (const child of column.children) place(child, row + ownRows);
    cells.push({
      of: column,
      text: column.header.text,
      row,
      column: first,
      rows: ownRows,
      columns: aligns.length - first,
    });
  }

  for (const column of columns) place(column, 0);
  return { rows, cells, aligns };
}

function depthOf(columns: readonly Column[]): number {
  return columns.reduce((depth, column) => Math.max(depth, 1 + depthOf(column.children)), 0);
}

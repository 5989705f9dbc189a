import type { Cell, Column, Table } from "../../model/report.js";
import { sum } from "../layout/lengths.js";
import { RULE, type SetCell, type SetPart, type TableGrid } from "../layout/page.js";

/** How the PDF sets a table: all measures in pt. */
export interface TableLayout {
  readonly widths: readonly number[];
  readonly size: number;
  readonly pitch: number;
  /** above and below the type of a row */
  readonly air: number;
  /** the cells that go over several pages themselves */
  readonly cut: ReadonlySet<Cell | Column>;
}

export type TableLayouts = ReadonlyMap<Table, TableLayout>;

/** How tables are set on pages that are laid out. */
export function tableLayouts(parts: readonly SetPart[]): TableLayouts {
  const grids = new Map<Table, TableGrid[]>();
  for (const item of parts.flatMap(({ pages }) => pages).flatMap(({ items }) => items)) {
    if (item.kind === "grid") grids.set(item.of, [...(grids.get(item.of) ?? []), item]);
  }
  return new Map([...grids].map(([table, all]) => [table, layoutOf(all)]));
}

function layoutOf(grids: readonly TableGrid[]): TableLayout {
  const [{ widths } = { widths: [] }] = grids;
  const lines = grids.flatMap(({ cells }) => cells).flatMap((cell) => cell.lines);
  const { size = 0, pitch = 0 } = lines[0] ?? {};
  const airs = grids.flatMap((grid) => grid.cells.map((cell) => airIn(grid, cell, pitch)));
  return { widths, size, pitch, air: Math.max(0, Math.min(...airs)), cut: cutCells(grids) };
}

function airIn({ heights }: TableGrid, { row, rows, lines }: SetCell, pitch: number): number {
  return (sum(heights.slice(row, row + rows)) - Math.max(1, lines.length) * pitch - RULE) / 2;
}

function cutCells(grids: readonly TableGrid[]): ReadonlySet<Cell | Column> {
  const seen = new Set<Cell | Column>();
  const cut = new Set<Cell | Column>();
  for (const { of } of grids.flatMap(({ cells }) => cells)) {
    if (seen.has(of)) cut.add(of);
    seen.add(of);
  }
  return cut;
}

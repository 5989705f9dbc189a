import type { Align, Cell, FontRole, LeafColumn, RoleLook, Row, Table } from "../../model/report.js";

/** How a cell is set, where its table's type alone does not say it. */
export interface CellLook {
  readonly font: FontRole | undefined;
  readonly align: Align;
  /** how far from the left its words begin, in characters */
  readonly indent: number;
}

const PLAIN: RoleLook = {};

/** The look of a cell by the roles of its row and its column; where both say something, the row has it. */
export function cellLook({ looks }: Table, { subjects }: Row, column: LeafColumn, cell: Cell): CellLook {
  const { shows, side } = column;
  const role = subjects[side]?.role ?? "empty";
  const row = (role !== "empty" && looks?.rows[role]) || PLAIN;
  const own = (shows.kind === "figure" && looks?.columns[shows.role]) || PLAIN;
  const said = cell.kind === "covered" ? undefined : cell.align;
  const ofRow = cell.kind === "text" && row.align !== "column" ? row.align : undefined;
  const align = said ?? ofRow ?? column.align;
  const indent = align === "left" && namesRow(column) ? (row.indent ?? 0) : 0;
  return { font: row.font ?? own.font, align, indent };
}

function namesRow({ shows }: LeafColumn): boolean {
  return shows.kind === "label" || shows.kind === "name" || shows.kind === "text";
}

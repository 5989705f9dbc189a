import type { Cell, Column, Row, RowSubject, Table } from "../../model/report.js";
import { labelColumns } from "../../model/table-words.js";
import { leavesOf } from "../../model/walk.js";
import type { StructureElement as Element } from "./structure.js";

/** The elements that say what a cell of a row is, where the places of heads and labels do not say it. */
export type FindHeaders = (
  row: Row,
  column: number,
  elementOf: (cell: Cell) => Element | undefined,
) => readonly Element[] | undefined;

/**
 * In a table where one row names two things, as 收入 beside 支出, the label at the left would be read for the figures of
 * both: there, cells from the second side's label on name their own headers. `heads` are the elements of the head.
 */
export function indexHeaders(table: Table, heads: ReadonlyMap<Column, Element>): FindHeaders {
  const leaves = leavesOf(table.columns);
  const labels = labelColumns(leaves);
  const second = labels.find(({ column }) => column.side > 0);
  return ({ cells, subjects }, index, elementOf) => {
    const leaf = leaves[index];
    if (!leaf || !second || index < second.index || subjects.every(isEmpty)) return undefined;
    const own = labels.filter((each) => each.index < index && each.column.side === leaf.column.side);
    const words = own.flatMap((each) => cells[each.index] ?? []).filter(({ kind }) => kind === "text");
    return [
      ...leaf.path.flatMap((column) => heads.get(column) ?? []),
      ...words.flatMap((cell) => elementOf(cell) ?? []),
    ];
  };
}

/** A row that is about nothing has no label that could be misread. */
function isEmpty({ role }: RowSubject): boolean {
  return role === "empty";
}

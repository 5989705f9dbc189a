import type { Cell, Row, Table } from "../../model/report.js";
import { type ColumnKind, columnKinds, labelColumns } from "../../model/table-words.js";
import { layHead } from "../tables/table-head.js";
import type { StructureElement as Element } from "./structure.js";

/** The elements that say what a cell of a row is, where the places of heads and labels do not say it. */
export type FindHeaders = (
  row: Row,
  column: number,
  elementOf: (cell: Cell) => Element | undefined,
) => readonly Element[] | undefined;

/**
 * In a table where one row names two things, as 收入 beside 支出, the label at the left would be read for the figures of
 * both: there, cells from the second label on name their own headers. `head` finds the elements of the head by place.
 */
export function indexHeaders(
  table: Table,
  head: (row: number, column: number) => Element | undefined,
): FindHeaders {
  const kinds = columnKinds(table);
  const labels = labelColumns(kinds);
  const second = secondLabel(kinds, labels);
  if (second === undefined) return () => undefined;
  const { cells } = layHead(table.columns);
  const heads = kinds.map((_, column) =>
    cells
      .filter((cell) => cell.column <= column && column < cell.column + cell.columns)
      .toSorted((a, b) => a.row - b.row)
      .flatMap((cell) => head(cell.row, cell.column) ?? []),
  );
  return ({ cells: row }, column, elementOf) => {
    if (column < second) return undefined;
    const own = labelsOf(column, kinds, labels).flatMap((each) => {
      const cell = row[each];
      return cell?.kind === "text" ? (elementOf(cell) ?? []) : [];
    });
    return [...(heads[column] ?? []), ...own];
  };
}

/** The labels at the left of a column, as far as the figures that others name. */
function labelsOf(
  column: number,
  kinds: readonly ColumnKind[],
  labels: ReadonlySet<number>,
): readonly number[] {
  const last = [...labels].findLast((each) => each <= column) ?? 0;
  const first = kinds.slice(0, last).lastIndexOf("figure") + 1;
  return [...labels].filter((each) => first <= each && each < column);
}

/** The first column of labels behind figures. */
function secondLabel(kinds: readonly ColumnKind[], labels: ReadonlySet<number>): number | undefined {
  const first = kinds.indexOf("figure");
  return [...labels].find((column) => first !== -1 && column > first);
}

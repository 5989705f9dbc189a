import type { ColumnSpec } from "./table-spec.js";

/** A "total" column, and the columns that add up to it. */
export interface ColumnSum {
  readonly total: ColumnSpec;
  readonly parts: readonly ColumnSpec[];
}

/** The sums within each row of a table: each "total" column as the sum of the others of its group. */
export function columnSumsOf(group: readonly ColumnSpec[]): readonly ColumnSum[] {
  const inner = group.flatMap(({ children = [] }) => columnSumsOf(children));
  const total = group.find(({ role, shows }) => role === "total" && shows === undefined);
  // what is compared with them is no part of them
  const parts = group.filter(
    (part) => part !== total && part.role !== "within" && part.fact === undefined && part.shows === undefined,
  );
  if (!total || !parts.some((part) => part.children || part.where)) return inner;
  return [{ total, parts: parts.flatMap(countedColumns) }, ...inner];
}

/** The columns that a column or group counts for: its total, or its parts. */
function countedColumns(column: ColumnSpec): readonly ColumnSpec[] {
  const children = (column.children ?? []).filter(({ shows }) => shows === undefined);
  const total = children.find(({ role }) => role === "total");
  if (total || children.length === 0) return [total ?? column];
  return children.filter(({ role = "part" }) => role === "part").flatMap(countedColumns);
}

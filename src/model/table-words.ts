import type { Column, Row, Table } from "./report.js";

/** The words of the heads over each column, from the top down. */
export function columnHeads(columns: readonly Column[]): readonly (readonly string[])[] {
  return columns.flatMap(({ header, children }) =>
    children.length === 0 ? [[header.text]] : columnHeads(children).map((path) => [header.text, ...path]),
  );
}

/** What stands in a column of a table. */
export type ColumnKind = "text" | "figure" | "empty";

export function columnKinds({ columns, rows }: Table): readonly ColumnKind[] {
  return columnHeads(columns).map((_, column) => {
    const kinds = new Set(rows.map(({ cells }) => cells[column]?.kind));
    if (kinds.has("figure")) return "figure";
    return kinds.has("text") ? "text" : "empty";
  });
}

/** The columns whose words say what the figures at their right are. */
export function labelColumns(kinds: readonly ColumnKind[]): ReadonlySet<number> {
  const last = kinds.lastIndexOf("figure");
  return new Set(kinds.flatMap((kind, column) => (kind === "text" && column < last ? [column] : [])));
}

/** The words of a row that say what its figure in `column` is: those at its left, as far as the next figures. */
export function rowWords({ cells }: Row, column: number, kinds: readonly ColumnKind[]): readonly string[] {
  const left = kinds.slice(0, column);
  const last = left.lastIndexOf("text");
  const first = left.slice(0, last + 1).lastIndexOf("figure") + 1;
  return cells
    .slice(first, last + 1)
    .flatMap((cell) => (cell.kind === "text" && cell.text !== "" ? [cell.text] : []));
}

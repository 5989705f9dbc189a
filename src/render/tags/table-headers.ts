import type { Cell, Column, Table } from "../../model/report.js";
import { areOfOneList, labelColumns } from "../../model/table-words.js";
import { type Leaf, leavesOf, seenCells } from "../../model/walk.js";

/** Which cells of a table say what others are. */
export interface TableHeaders {
  /** whether the cell of a row in a column says what stands at its right */
  isHead(row: number, leaf: Leaf): boolean;
  /** the heads and cells that say what the cell is, where the places of heads and labels do not say it */
  of(row: number, leaf: Leaf): readonly (Cell | Column)[] | undefined;
}

/**
 * In a table where one row names several things, as 收入 beside 支出, or an indicator beside others, what stands at the left
 * would be read for all of them: there, cells from the second side's label or the first indicator on name their own
 * headers.
 */
export function headersIn(table: Table): TableHeaders {
  const leaves = leavesOf(table.columns);
  const labels = rowHeads(leaves);
  const seen = seenCells(table);
  const first = labels.find((leaf) => leaf.column.side > 0 || isIndicator(leaf));
  return {
    isHead(row, leaf) {
      const cell = table.rows[row]?.cells[leaf.index];
      if (cell?.kind !== "text") return false;
      const isLabel = labels.some(({ index }) => index === leaf.index);
      return cell.isLabel === true || (isLabel && headsAny(leaf, leaves, seen[row] ?? []));
    },
    of(row, leaf) {
      // a row that is about nothing has no label that could be misread
      const isEmpty = table.rows[row]?.subjects.every(({ role }) => role === "empty");
      if (!first || leaf.index < first.index || isEmpty) return undefined;
      const own = labels.filter((label) => label.index < leaf.index && isAbout(label, leaf));
      const words = own
        .flatMap((label) => seen[row]?.[label.index] ?? [])
        .filter(({ kind }) => kind === "text");
      return [...leaf.path, ...words];
    },
  };
}

/** The columns whose words say what stands at their right: figures, or the value that an indicator is to reach. */
function rowHeads(leaves: readonly Leaf[]): readonly Leaf[] {
  const labels = labelColumns(leaves);
  return leaves.filter((leaf) => labels.includes(leaf) || isIndicator(leaf));
}

function isIndicator({ column: { shows } }: Leaf): boolean {
  return shows.kind === "indicator" && shows.field === "三级指标";
}

/** Where an indicator would stand may stand why there is none; then there is no value either. */
function headsAny(label: Leaf, leaves: readonly Leaf[], cells: readonly Cell[]): boolean {
  if (!isIndicator(label)) return true;
  const values = leaves.filter((leaf) => leaf.index > label.index && areOfOneList(leaf, label));
  return values.some(({ index }) => cells[index]?.kind === "text");
}

/** Whether a label is one of what stands in another column: an indicator of its own value only. */
function isAbout(label: Leaf, leaf: Leaf): boolean {
  return isIndicator(label) ? areOfOneList(label, leaf) : label.column.side === leaf.column.side;
}

import { printedValue } from "../../model/figure.js";
import type { Figure } from "../../model/ledger.js";
import type { Cell, Report, Table } from "../../model/report.js";
import { wordIn } from "../../model/table-words.js";
import { type Leaf, leavesOf, tablesOf } from "../../model/walk.js";

/** What one side of a balance is made of. */
export interface Composition {
  /** 收入, 支出 */
  readonly name: string;
  readonly table: Table;
  readonly parts: readonly CompositionPart[];
}

export interface CompositionPart {
  readonly name: string;
  readonly figure: Figure;
  readonly cell: Cell;
}

/** What the sides of a report's first balance are made of, where there is more than one part to tell apart. */
export function compositionsOf(report: Report): readonly Composition[] {
  const table = tablesOf(report).find(({ columns }) =>
    leavesOf(columns).some(({ column }) => column.side > 0),
  );
  if (!table) return [];
  const leaves = leavesOf(table.columns);
  const sides = [...new Set(leaves.map(({ column }) => column.side))];
  return sides.flatMap((side) => {
    const own = leaves.filter(({ column }) => column.side === side);
    const label = own.find(({ column }) => column.shows.kind === "label");
    const amount = own.find(({ column: { shows } }) => shows.kind === "figure" && shows.of === undefined);
    if (!label || !amount) return [];
    const parts = partsIn(table, side, label, amount);
    return parts.length > 1 ? [{ name: label.path[0]?.header.text ?? "", table, parts }] : [];
  });
}

function partsIn({ rows }: Table, side: number, label: Leaf, amount: Leaf): readonly CompositionPart[] {
  return rows.flatMap(({ cells, subjects }) => {
    const cell = cells[amount.index];
    const isPart = subjects[side]?.role === "part";
    if (!isPart || cell?.kind !== "figure" || !printedValue(cell.figure).isPositive()) return [];
    return [{ name: wordIn(cells[label.index]), figure: cell.figure, cell }];
  });
}

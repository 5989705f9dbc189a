import { hasGap } from "../model/figure.js";
import { firstOfEach, groupedBy } from "../model/groups.js";
import { columnSumsOf } from "../model/pack/column-sums.js";
import type { ColumnSpec } from "../model/pack/table-spec.js";
import { cellValue } from "../model/printed.js";
import type { Cell, Sum } from "../model/report.js";
import type { Wording } from "../model/wording.js";
import { digits, type Quantity, sum } from "../money/money.js";
import { conditionOf, leaves } from "./columns.js";

/** By how much the printed parts differ from their printed total: 尾差. Without sign. */
function residual({ total, parts }: Sum): Quantity {
  return cellValue(total)
    .minus(sum(parts.map(cellValue)))
    .abs();
}

function isKnown({ total, parts }: Sum): boolean {
  return [total, ...parts].every((cell) => cell.kind !== "figure" || !hasGap(cell.figure));
}

export interface SummedRow {
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly parts: readonly SummedRow[];
}

/** The sums of rows: first down their columns, then within each of them. */
export function sumsOf(columns: readonly ColumnSpec[], rows: readonly SummedRow[]): readonly Sum[] {
  return [
    ...rows.flatMap((row) => columnSums(columns, row)),
    ...rows.flatMap((row) => rowSums(columns, row)),
  ];
}

/** For each column of figures, its cell in the total row as the sum of those in the rows below. */
export function columnSums(columns: readonly ColumnSpec[], { cells, parts }: SummedRow): readonly Sum[] {
  if (parts.length === 0) return [];
  return leaves(columns).flatMap((column, index) => {
    const { header } = column;
    const total = cells[index];
    return conditionOf(column) && column.shows !== "增减率" && total
      ? [
          {
            where: header.text,
            named: "栏" as const,
            total,
            parts: parts.flatMap((part) => part.cells[index] ?? []),
          },
        ]
      : [];
  });
}

/** The sums within one row: each "total" column as the sum of the other columns of its group. */
export function rowSums(columns: readonly ColumnSpec[], { name, cells }: SummedRow): readonly Sum[] {
  const cellOf = new Map(
    leaves(columns).flatMap((leaf, index) => {
      const cell = cells[index];
      return cell ? [[leaf, cell] as const] : [];
    }),
  );
  return columnSumsOf(columns).flatMap(({ total: column, parts }) => {
    const total = cellOf.get(column);
    if (!total) return [];
    const where = name === "" ? column.header.text : name;
    const named = name === "" ? "栏" : "行";
    return [{ where, named, total, parts: parts.flatMap((part) => cellOf.get(part) ?? []) }];
  });
}

/** Says of which columns or rows printed parts differ from their printed total, and by how much. */
type SayResidual = (names: string, named: Sum["named"], difference: string) => Wording;

/**
 * The words for the residuals of one table: each difference once, with all the columns that have it, and with all the
 * rows; one sentence, where the format names none of them.
 */
export function residualNotes(sums: readonly Sum[], say: SayResidual): readonly Wording[] {
  const residuals = sums.filter(isKnown).flatMap((each) => {
    const apart = residual(each);
    // what has still to be filled in makes more of a difference than rounding
    return apart.isZero() ? [] : [{ ...each, difference: digits(apart, 2, false) }];
  });
  const alike = groupedBy(residuals, ({ named, difference }) => `${named} ${difference}`);
  const notes = [...alike.values()].flatMap((group) => {
    const names = new Set(group.map(({ where }) => withinQuotes(where)));
    return group.slice(0, 1).map(({ named, difference }) => say([...names].join("”“"), named, difference));
  });
  return firstOfEach(notes, ({ text }) => text);
}

/** Quotation marks in a name that stands between quotation marks itself. */
export function withinQuotes(name: string): string {
  return name.replaceAll("“", "‘").replaceAll("”", "’");
}

import { printedValue } from "../model/figure.js";
import type { ColumnSpec, RowRole } from "../model/pack.js";
import type { Cell } from "../model/report.js";
import { digits, type Quantity, sum, ZERO } from "../money/money.js";
import { leaves } from "./columns.js";

/** A place in a table where printed parts do not add up to their printed total: 尾差. */
export interface Residual {
  /** the column's or row's name */
  readonly where: string;
  /** without sign, 万元 */
  readonly difference: Quantity;
}

/** The printed number in a cell; an empty cell is nothing. */
export function printed(cell: Cell | undefined): Quantity {
  return cell?.kind === "figure" ? printedValue(cell.figure) : ZERO;
}

/** The residual between a total and its parts; none where they agree. */
export function residual(where: string, total: Quantity, parts: readonly Quantity[]): readonly Residual[] {
  const difference = total.minus(sum(parts)).abs();
  return difference.isZero() ? [] : [{ where, difference }];
}

/** For each column, the residual between the total row and the rows below it. */
export function columnResiduals(
  columns: readonly ColumnSpec[],
  total: readonly Cell[],
  parts: readonly (readonly Cell[])[],
): readonly Residual[] {
  return leaves(columns).flatMap((column, index) =>
    column.where
      ? residual(
          column.header,
          printed(total[index]),
          parts.map((cells) => printed(cells[index])),
        )
      : [],
  );
}

/** The residuals within one row: each "total" column against the other columns of its group. */
export function rowResiduals(
  row: string,
  columns: readonly ColumnSpec[],
  cells: readonly Cell[],
): readonly Residual[] {
  const values = new Map(leaves(columns).map((leaf, index) => [leaf, printed(cells[index])]));
  return groupResiduals(row, columns, values);
}

function groupResiduals(
  row: string,
  group: readonly ColumnSpec[],
  values: ReadonlyMap<ColumnSpec, Quantity>,
): readonly Residual[] {
  const total = group.find((column) => column.role === "total");
  const parts = group.filter((column) => column !== total && column.role !== "within");
  const own = total
    ? residual(
        row,
        values.get(total) ?? ZERO,
        parts.map((part) => groupValue(part, values)),
      )
    : [];
  const inner = group.flatMap((column) => groupResiduals(row, column.children ?? [], values));
  return parts.some((part) => part.children || part.where) ? [...own, ...inner] : inner;
}

/** What a column or group counts for: its total, or the sum of its parts. */
function groupValue(column: ColumnSpec, values: ReadonlyMap<ColumnSpec, Quantity>): Quantity {
  const { children } = column;
  if (!children) return values.get(column) ?? ZERO;
  const total = children.find((child) => child.role === "total");
  if (total) return values.get(total) ?? ZERO;
  return sum(children.filter(roleIsPart).map((child) => groupValue(child, values)));
}

function roleIsPart(spec: { readonly role?: RowRole }): boolean {
  return (spec.role ?? "part") === "part";
}

/** The words for the residuals of one table: each difference once, with all the columns and rows that have it. */
export function residualNotes(
  residuals: readonly Residual[],
  say: (where: string, difference: string) => string,
): readonly string[] {
  const places = new Map<string, Set<string>>();
  for (const { where, difference } of residuals) {
    const key = digits(difference, 2, false);
    places.set(key, (places.get(key) ?? new Set()).add(where));
  }
  return [...places].map(([difference, names]) => say([...names].join("”“"), difference));
}

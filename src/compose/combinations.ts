import type { Dimension, LedgerLine, Where } from "../model/ledger.js";
import type { PivotRow } from "../model/pack.js";
import type { Scope } from "./scopes.js";

/** The combinations of values that the lines have, and the codes to be listed without any, in order of code; units in their own. */
export function combinations(
  { by: dimensions = [], listed }: PivotRow,
  base: readonly LedgerLine[],
  { books, listedFunctions }: Scope,
): readonly Where[] {
  const units = [...(books.ledger.labels.单位?.keys() ?? [])];
  const key = (dimension: Dimension, value: string): string =>
    dimension === "单位" ? String(units.indexOf(value)).padStart(6, "0") : value;
  const found = new Map<string, Where>();
  for (const line of base) {
    const values = dimensions.map((dimension) => [dimension, line.dimensions[dimension] ?? ""] as const);
    found.set(values.map((each) => key(...each)).join(" "), Object.fromEntries(values));
  }
  const [first] = dimensions;
  if (listed && first) for (const code of listedFunctions) found.set(code, { [first]: code });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, where]) => where);
}

import type { Cell, Sum } from "../../model/report.js";
import { digits, halfUnit, type Quantity, sum, ZERO } from "../../money/money.js";
import type { Reading } from "../collate/differences.js";

/** A printed total that its printed parts cannot make. */
export interface BrokenSum {
  readonly sum: Sum;
  /** one sentence in the officer's words */
  readonly says: string;
}

/** The totals of tables, as the document prints them, that are further from their parts than rounding can bring them. */
export function brokenSums(sums: readonly Sum[], readings: readonly Reading[]): readonly BrokenSum[] {
  const seen = new Map(readings.flatMap((each) => (each.cell ? [[each.cell, each] as const] : [])));
  return sums.flatMap((each): BrokenSum[] => {
    const cells = [each.total, ...each.parts];
    // a figure that is not there is reported as such
    if (cells.some((cell) => cell.kind === "figure" && !seen.has(cell))) return [];
    const value = (cell: Cell): Quantity => seen.get(cell)?.seen.value ?? ZERO;
    const total = value(each.total);
    const added = sum(each.parts.map(value));
    const printed = cells.flatMap((cell) => seen.get(cell) ?? []);
    // how far the exact numbers may lie from the printed ones
    const room = sum(printed.map((reading) => halfUnit(reading.seen.decimals)));
    if (total.minus(added).abs().lte(room)) return [];
    const [parts, shown] = [added, total].map((value) => digits(value, 2, true));
    return [{ sum: each, says: `各分项相加是 ${parts}，合计印的是 ${shown}` }];
  });
}

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
  const seen = new Map<Cell, Reading>(
    readings.flatMap((reading) => (reading.cell ? [[reading.cell, reading]] : [])),
  );
  return sums.flatMap((each): BrokenSum[] => {
    const cells = [each.total, ...each.parts];
    // a figure that is not there is reported as such
    if (cells.some((cell) => cell.kind === "figure" && !seen.has(cell))) return [];
    const value = (cell: Cell): Quantity => seen.get(cell)?.seen.value ?? ZERO;
    const total = value(each.total);
    const added = sum(each.parts.map(value));
    const room = sum(cells.map((cell) => roomOf(seen.get(cell))));
    if (total.minus(added).abs().lte(room)) return [];
    return [{ sum: each, says: `各分项相加是 ${shown(added)}，合计印的是 ${shown(total)}` }];
  });
}

/** How far the exact number may lie from the printed one. */
function roomOf(reading: Reading | undefined): Quantity {
  return reading ? halfUnit(reading.seen.decimals) : ZERO;
}

function shown(value: Quantity): string {
  return digits(value, 2, true);
}

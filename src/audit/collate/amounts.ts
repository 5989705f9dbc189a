import { printedValue } from "../../model/figure.js";
import { type Quantity, rounded } from "../../money/money.js";
import { countedIn, SHIFTS } from "../words/tokens.js";
import type { Reading } from "./differences.js";

/** Whether a document shows a figure rightly: as it is printed, or rounded from the same exact amount. */
export function agrees({ figure, seen }: Pick<Reading, "figure" | "seen">): boolean {
  const value = countedIn(seen, figure.unit);
  // nothing is nothing in any unit, yet 0.00 元 beside amounts in 万元 is wrong
  if (value === undefined || (value.isZero() && seen.unit !== figure.unit)) return false;
  const decimals =
    seen.decimals + (SHIFTS[figure.unit] ?? 0) - (SHIFTS[seen.unit] ?? SHIFTS[figure.unit] ?? 0);
  return value.equals(printedValue(figure)) || value.equals(rounded(figure.amount, Math.max(0, decimals)));
}

/** What was seen, counted as the figure is. */
export function seenValue({ figure, seen }: Pick<Reading, "figure" | "seen">): Quantity {
  return countedIn(seen, figure.unit) ?? seen.value;
}

/** Whether only the unit is wrong: 811.63 元 for 811.63 万元. */
export function hasOtherUnit({ figure, seen }: Pick<Reading, "figure" | "seen">): boolean {
  return seen.unit !== figure.unit && seen.value.equals(printedValue(figure));
}

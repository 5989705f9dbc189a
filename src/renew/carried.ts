import { isGap } from "../model/gap.js";
import type { Plain } from "../model/source.js";
import { ruleFor } from "./rules.js";

/** The parts of the new data that are as they were, if not in every amount, and how much there is of them. */
export function carriedParts(value: Plain): readonly string[] {
  return Object.entries(value).flatMap(([key, part]) => {
    if (ruleFor([key])?.treatment === "next" || isNothing(part)) return [];
    return Array.isArray(part) ? [`${key} ${part.length} 项`] : [key];
  });
}

/** Whether there is nothing in a value but gaps. */
function isNothing(value: Plain): boolean {
  return typeof value === "string" ? isGap(value) : Object.values(value).every(isNothing);
}

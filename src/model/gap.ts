import { type Path, type Plain, textsIn } from "./source.js";

/** What stands in the data where the officer has still to fill something in. */
export const GAP = "待填";

/** Whether a value is a gap; a text that only contains the word is none. */
export function isGap(value: Plain | undefined): boolean {
  return typeof value === "string" && value.trim() === GAP;
}

/** The paths of all gaps in a value, in the order in which they stand there. */
export function gapPaths(value: Plain): readonly Path[] {
  return [...textsIn(value)].flatMap(({ text, path }) => (isGap(text) ? [path] : []));
}

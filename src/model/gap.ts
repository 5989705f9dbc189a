import type { Path, Plain } from "./source.js";

/** What stands in the data where the officer has still to fill something in. */
export const GAP = "待填";

/** Whether a value is a gap; a text that only contains the word is none. */
export function isGap(value: Plain | undefined): boolean {
  return typeof value === "string" && value.trim() === GAP;
}

/** The paths of all gaps in a value, in the order in which they stand there. */
export function gapPaths(value: Plain, path: Path = []): readonly Path[] {
  if (typeof value === "string") return isGap(value) ? [path] : [];
  if (isList(value)) return value.flatMap((item, index) => gapPaths(item, [...path, index]));
  return Object.entries(value).flatMap(([key, part]) => gapPaths(part, [...path, key]));
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

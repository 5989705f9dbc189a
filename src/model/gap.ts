import { type Path, type Plain, textsIn } from "./source.js";

/** What stands in the data where the officer has still to fill something in. */
export const GAP = "待填";

/** What stands there where only some values are possible, of which she has to choose one: 待定（30201、30202）. */
export const UNDECIDED = "待定";

const UNDECIDED_TEXT = new RegExp(`^${UNDECIDED}(?:[（(](.*)[）)])?$`, "u");

/** Whether a value is a gap, be it to be filled in or to be decided; a text that only contains the word is none. */
export function isGap(value: Plain | undefined): boolean {
  return typeof value === "string" && (value.trim() === GAP || isUndecided(value));
}

/** Whether a value has still to be chosen among candidates. */
export function isUndecided(value: Plain | undefined): boolean {
  return typeof value === "string" && UNDECIDED_TEXT.test(value.trim());
}

/** The candidates that an undecided text names, the likeliest first. */
export function candidatesIn(text: string): readonly string[] {
  const [, named = ""] = UNDECIDED_TEXT.exec(text.trim()) ?? [];
  return named.split(/[、，,]/u).flatMap((each) => (each.trim() === "" ? [] : [each.trim()]));
}

/** What is written where only these are possible; the likeliest is to come first. */
export function undecidedAmong(candidates: readonly string[]): string {
  return candidates.length === 0 ? UNDECIDED : `${UNDECIDED}（${candidates.join("、")}）`;
}

/** The paths of all gaps in a value, in the order in which they stand there. */
export function gapPaths(value: Plain): readonly Path[] {
  return [...textsIn(value)].flatMap(({ text, path }) => (isGap(text) ? [path] : []));
}

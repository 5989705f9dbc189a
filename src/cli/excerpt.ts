import type { Place } from "../diagnostic.js";
import { columns, showable } from "./width.js";

/** As much of a line as is shown, in characters; longer ones are cut around the place. */
const LONGEST = 160;
const BEFORE = 40;

/** The line of a place and, below it, the caret line that marks the place. */
export function excerptLines(place: Place): readonly [string, string] {
  const characters = [...place.excerpt];
  const start = place.column - 1;
  const from = characters.length > LONGEST ? Math.max(0, start - BEFORE) : 0;
  const to = Math.min(characters.length, from + LONGEST);
  const length = Math.max(1, Math.min(place.length, to - start));
  const before = (from > 0 ? "…" : "") + showable(characters.slice(from, start).join(""));
  const marked = showable(characters.slice(start, start + length).join(""));
  const after = showable(characters.slice(start + length, to).join("")) + (to < characters.length ? "…" : "");
  return [before + marked + after, " ".repeat(columns(before)) + "^".repeat(Math.max(1, columns(marked)))];
}

import type { Place } from "../diagnostic/diagnostic.js";
import { columns, showable } from "./width.js";

/** How wide a line is that is written to no terminal: a file is read in a window of about this width. */
export const FILE_WIDTH = 100;
const NARROWEST = 40;
/** Of a line that is cut, so much stands before the place. */
const SHARE_BEFORE = 0.3;
/** A terminal may make it two columns wide. */
const CUT = { mark: "…", columns: 2 };

/** The line of a place and, below it, the carets that mark the place: both cut around it to `width` columns. */
export function excerptLines(place: Place, width: number): readonly [line: string, carets: string] {
  const characters = [...showable(place.excerpt)];
  const start = Math.min(place.column - 1, characters.length);
  const [from, to] = windowAround(characters, start, Math.max(width, NARROWEST));
  const length = Math.max(1, Math.min(place.length, to - start));
  const text = (first: number, end: number): string => characters.slice(first, end).join("");
  const before = (from > 0 ? CUT.mark : "") + text(from, start);
  const marked = text(start, start + length);
  const behind = text(start + length, to) + (to < characters.length ? CUT.mark : "");
  return [before + marked + behind, " ".repeat(columns(before)) + "^".repeat(Math.max(1, columns(marked)))];
}

/** From where to where characters are shown, so that what stands at `start` is among them. */
function windowAround(
  characters: readonly string[],
  start: number,
  width: number,
): readonly [from: number, to: number] {
  const widths = characters.map(columns);
  if (widths.reduce((sum, each) => sum + each, 0) <= width) return [0, characters.length];
  const room = width - 2 * CUT.columns;
  const from = start - fitting(widths.slice(0, start).reverse(), room * SHARE_BEFORE);
  const to = from + fitting(widths.slice(from), room);
  // where the line ends soon behind the place, there is more room before it
  return [to === characters.length ? to - fitting(widths.slice(0, to).reverse(), room) : from, to];
}

/** How many of the first fit. */
function fitting(widths: readonly number[], room: number): number {
  let left = room;
  const first = widths.findIndex((each) => {
    left -= each;
    return left < 0;
  });
  return first < 0 ? widths.length : first;
}

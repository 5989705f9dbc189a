import type { Place } from "../diagnostic/diagnostic.js";
import type { TextSource } from "../model/source.js";

/** `text` as the source of places in `file`. */
export function textSource(file: string, text: string): TextSource {
  const starts = lineStarts(text);
  return { file, text, at: (offset, length) => placeAt(file, text, starts, offset, length) };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** A stretch that runs over the end of its line is cut there: a place is on one line. */
function placeAt(
  file: string,
  text: string,
  starts: readonly number[],
  offset: number,
  length: number,
): Place {
  const index = lineIndex(starts, Math.min(offset, text.length));
  const start = starts[index] ?? 0;
  const end = (starts[index + 1] ?? text.length + 1) - 1;
  const excerpt = text.slice(start, end).replace(/\r$/, "");
  const from = Math.min(offset - start, excerpt.length);
  const to = Math.min(from + length, excerpt.length);
  return {
    file,
    line: index + 1,
    column: codePoints(excerpt.slice(0, from)) + 1,
    length: codePoints(excerpt.slice(from, to)),
    excerpt,
  };
}

/** The index of the last line that starts at or before `offset`. */
function lineIndex(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function codePoints(text: string): number {
  return [...text].length;
}

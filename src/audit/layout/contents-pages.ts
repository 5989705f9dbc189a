import { folded, foldMarks } from "../../text/fold.js";
import type { ContentsEntry } from "./contents.js";
import type { BarePage } from "./furniture.js";

/** An entry of the table of contents that leads to the wrong page, or nowhere. */
export interface WrongEntry {
  readonly entry: ContentsEntry;
  /** the number of the page that it should lead to */
  readonly page: number | undefined;
}

/** Holds the table of contents against the numbers that are printed on the pages; without these nothing is said. */
export function wrongEntries(
  entries: readonly ContentsEntry[],
  pages: readonly BarePage[],
): readonly WrongEntry[] {
  const numbered = pages.filter((page) => page.printedNumber !== undefined);
  if (numbered.length === 0) return [];
  const holds = numbered.map(lookedThrough);
  return entries.flatMap((entry): WrongEntry[] => {
    const title = foldMarks(entry.title);
    const on = numbered.filter((_, index) => holds[index]?.(title));
    if (on.some(({ printedNumber }) => printedNumber === entry.page)) return [];
    return [{ entry, page: on[0]?.printedNumber }];
  });
}

/** Tells whether a line of the page begins with a title, which may go on over the lines behind it. */
function lookedThrough({ pieces }: BarePage): (title: string) => boolean {
  const lines = pieces.map((piece) => (piece.kind === "line" ? folded(piece.text) : ""));
  const text = lines.join("");
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length;
  }
  return (title) => starts.some((at) => text.startsWith(title, at));
}

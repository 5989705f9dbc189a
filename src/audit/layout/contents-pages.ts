import { compact, folded } from "../words/forms.js";
import type { ContentsEntry } from "./contents.js";
import type { BarePage } from "./furniture.js";

/** An entry of the table of contents that leads to the wrong page, or nowhere. */
export interface WrongEntry {
  readonly entry: ContentsEntry;
  /** the number of the page that it should lead to */
  readonly page: number | undefined;
}

/** A heading stands on a few lines. */
const LONGEST_HEADING = 4;

/** Holds the table of contents against the numbers that are printed on the pages; without these nothing is said. */
export function wrongEntries(
  entries: readonly ContentsEntry[],
  pages: readonly BarePage[],
): readonly WrongEntry[] {
  const numbered = pages.filter((page) => page.printedNumber !== undefined);
  if (numbered.length === 0) return [];
  const starts = numbered.map(lineStarts);
  return entries.flatMap((entry): WrongEntry[] => {
    const title = folded(entry.title);
    const on = numbered.filter((_, index) => starts[index]?.some((text) => text.startsWith(title)));
    if (on.some(({ printedNumber }) => printedNumber === entry.page)) return [];
    return [{ entry, page: on[0]?.printedNumber }];
  });
}

/** What stands on a page from each of its lines on, as far as a heading goes. */
function lineStarts({ pieces }: BarePage): readonly string[] {
  const texts = pieces.map((piece) => (piece.kind === "line" ? folded(compact(piece.text)) : ""));
  return texts.map((_, index) => texts.slice(index, index + LONGEST_HEADING).join(""));
}

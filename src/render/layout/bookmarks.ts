import { type Block, HEADING_DEPTHS, type Report } from "../../model/report.js";
import { blocksOf } from "../../model/walk.js";
import type { Bookmark, SetLine } from "./set-line.js";

/** The blocks that can be found by the outline and the contents, in order. */
export type Bookmarks = ReadonlyMap<Block, Bookmark>;

/** The greatest depth that the contents list. */
export const CONTENTS_DEPTH = 1;

/** Gives every heading and table a mark, each below the last one of lesser depth. */
export function bookmarkBlocks(report: Report): Bookmarks {
  const marks = new Map<Block, Bookmark>();
  const open: Bookmark[] = [];
  for (const block of blocksOf(report)) {
    if (block.kind !== "heading" && block.kind !== "table") continue;
    const depth = block.kind === "table" ? CONTENTS_DEPTH : HEADING_DEPTHS[block.level];
    const words = block.kind === "table" ? [block.number, block.title] : block.lines;
    const title = words
      .map(({ text }) => text)
      .join(" ")
      .trim();
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const mark = { id: `m${marks.size + 1}`, title, depth, parent: open.at(-1)?.id };
    open.push(mark);
    marks.set(block, mark);
  }
  return marks;
}

/** The same lines, the first of which carries the mark. */
export function bookmarkFirst(lines: readonly SetLine[], mark: Bookmark | undefined): SetLine[] {
  return lines.map((line, index) => (index === 0 && mark ? { ...line, mark } : line));
}

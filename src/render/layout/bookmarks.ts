import {
  type Block,
  HEADING_DEPTHS,
  type Heading,
  LISTED_KINDS,
  type ListedKind,
  type Report,
} from "../../model/report.js";
import { tableCaption } from "../../model/table-words.js";
import type { Bookmark, SetLine } from "./set-line.js";

/** The blocks that can be found by the outline and the contents, in order. */
export type Bookmarks = ReadonlyMap<Block, Bookmark>;

/** The greatest depth that the contents list. */
export const CONTENTS_DEPTH = 1;

/** Gives every heading and table a mark, each below the last one of lesser depth. */
export function bookmarkBlocks(report: Report): Bookmarks {
  const marks = new Map<Block, Bookmark>();
  const open: Bookmark[] = [];
  let count = 0;
  const opened = (depth: number, title: string, kind: Bookmark["kind"]): Bookmark => {
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    count++;
    const mark = { id: `m${count}`, title, depth, parent: open.at(-1)?.id, kind };
    open.push(mark);
    return mark;
  };
  for (const part of report.parts) {
    for (const [index, block] of part.blocks.entries()) {
      if (block.kind !== "heading" && block.kind !== "table") continue;
      const listed = index === 0 ? part.listed?.text : undefined;
      if (block.kind === "heading") {
        marks.set(block, opened(HEADING_DEPTHS[block.level], listed ?? titleOf(block), KINDS[block.level]));
      } else {
        const own = listed === undefined ? {} : { part: opened(HEADING_DEPTHS.part, listed, "parts") };
        const mark = opened(CONTENTS_DEPTH, block.listed?.text ?? tableCaption(block), "tables");
        marks.set(block, { ...mark, ...own });
      }
    }
  }
  return marks;
}

const KINDS: Readonly<Record<Heading["level"], Bookmark["kind"]>> = {
  part: "parts",
  annex: "parts",
  section: "sections",
  subsection: "subsections",
};

function titleOf({ lines }: Heading): string {
  return lines
    .map(({ text }) => text)
    .join(" ")
    .trim();
}

/** What stands in the contents, and the block that it leads to. */
export interface ListedBlock {
  readonly mark: Bookmark;
  readonly block: Block;
}

/** What contents list that list these kinds alone, in order. */
export function entriesIn(
  marks: Bookmarks,
  lists: readonly ListedKind[] = LISTED_KINDS,
): readonly ListedBlock[] {
  return [...marks].flatMap(([block, own]) =>
    withPart(own)
      .filter((mark) => isListed(mark, lists))
      .map((mark) => ({ mark, block })),
  );
}

/** Whether contents that list these kinds list what a mark is of. */
export function isListed({ kind }: Bookmark, lists: readonly ListedKind[]): boolean {
  return lists.some((each) => each === kind);
}

/** A mark, behind that of the part which begins where it stands. */
export function withPart(mark: Bookmark): readonly Bookmark[] {
  return mark.part ? [mark.part, mark] : [mark];
}

/** The same lines, the first of which carries the mark. */
export function bookmarkFirst(lines: readonly SetLine[], mark: Bookmark | undefined): SetLine[] {
  return lines.map((line, index) => (index === 0 && mark ? { ...line, mark } : line));
}

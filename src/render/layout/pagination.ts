import type { SetLine } from "./set-line.js";

/** What stands below each other on a page: lines, and what takes the place of some. */
export type LineRoom = Pick<SetLine, "pitch" | "below">;

/** Lines that belong together: a paragraph, or a heading, which stays with what follows it. */
export interface LineGroup<Line extends LineRoom = SetLine> {
  readonly isHeading: boolean;
  readonly lines: readonly Line[];
}

/** How much higher than its page a full page may be, in pt: 22 lines of 29 pt are a hair more than 225 mm. */
const HAIR = 1;

/**
 * Divides passages into pages of `height` pt. No heading ends a page, no single line of a paragraph begins or ends
 * one, and no page holds one line only, unless there is no other way.
 */
export function paginate<Line extends LineRoom>(
  passages: readonly LineGroup<Line>[],
  height: number,
): Line[][] {
  const lines = passages.flatMap((each) => each.lines);
  const kept = keptTogether(passages);
  const pages: Line[][] = [];
  for (let start = 0; start < lines.length; ) {
    const end = pageEnd(lines, start, kept, height);
    pages.push(lines.slice(start, end));
    start = end;
  }
  return pages;
}

function pageEnd(
  lines: readonly LineRoom[],
  start: number,
  kept: ReadonlySet<number>,
  height: number,
): number {
  const full = fullPage(lines, start, height);
  if (full === lines.length) return full;
  for (let end = full; end > start + 1; end--) if (!kept.has(end)) return end;
  return full;
}

/** How far from `start` a page reaches that holds as much as it can, and one line at least. */
function fullPage(lines: readonly LineRoom[], start: number, height: number): number {
  let used = 0;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index];
    used += line?.pitch ?? 0;
    if (used > height + HAIR && index > start) return index;
    used += line?.below ?? 0;
  }
  return lines.length;
}

/** The indices of lines that may not begin a page. */
function keptTogether(passages: readonly LineGroup<LineRoom>[]): Set<number> {
  const kept = new Set<number>();
  let index = 0;
  for (const [order, { isHeading, lines }] of passages.entries()) {
    const end = index + lines.length;
    if (isHeading) {
      for (let inside = index + 1; inside <= end; inside++) kept.add(inside);
      if (!passages[order + 1]?.isHeading && !startsWithHeading(passages, order + 1)) kept.add(end + 1);
    } else if (lines.length > 1) {
      kept.add(index + 1);
      kept.add(end - 1);
    }
    index = end;
  }
  kept.add(index - 1);
  return kept;
}

/** Whether the passage at `order` is a single line with a heading behind it, so that nothing more can be kept. */
function startsWithHeading(passages: readonly LineGroup<LineRoom>[], order: number): boolean {
  return passages[order]?.lines.length === 1 && passages[order + 1]?.isHeading === true;
}

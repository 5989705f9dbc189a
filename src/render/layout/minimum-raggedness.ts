import { type Measure, TOLERANCE } from "./first-fit.js";

/** How a paragraph of some units is best broken: where its last line begins, and how much room is wasted so far. */
interface Break {
  readonly start: number;
  readonly waste: number;
}

/**
 * Breaks a paragraph so that the room left over in its lines is as even as can be: before a figure that does not fit
 * on a line, several lines then are a little loose instead of one very loose. The first line is `first` wide, the
 * others `width`; the last may be short at no cost. Nothing is lost.
 */
export function breakParagraph(
  units: readonly string[],
  measure: Measure,
  width: number,
  first: number,
): string[] {
  const pieces = units.flatMap((unit) => (measure(unit.trimEnd()) > first ? [...unit] : [unit]));
  const widths = pieces.map((piece) => measure(piece));
  const trimmed = pieces.map((piece) => measure(piece.trimEnd()));
  const best: Break[] = [{ start: 0, waste: 0 }];
  for (let end = 1; end <= pieces.length; end++) {
    best.push(bestBreak(end, best, widths, trimmed, width, first));
  }
  return linesOf(pieces, best);
}

function bestBreak(
  end: number,
  best: readonly Break[],
  widths: readonly number[],
  trimmed: readonly number[],
  width: number,
  first: number,
): Break {
  const isLast = end === widths.length;
  let found: Break = { start: end - 1, waste: Number.POSITIVE_INFINITY };
  let line = trimmed[end - 1] ?? 0;
  for (let start = end - 1; start >= 0; start--) {
    const slack = (start === 0 ? first : width) - line;
    if (slack < -TOLERANCE && start < end - 1) break;
    const waste = (best[start]?.waste ?? 0) + (isLast ? 0 : slack ** 2);
    if (waste < found.waste) found = { start, waste };
    line += widths[start - 1] ?? 0;
  }
  return found;
}

function linesOf(pieces: readonly string[], best: readonly Break[]): string[] {
  const lines: string[] = [];
  for (let end = pieces.length; end > 0; end = best[end]?.start ?? 0) {
    lines.unshift(pieces.slice(best[end]?.start, end).join("").trim());
  }
  return lines.filter((line) => line !== "");
}

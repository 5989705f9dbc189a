import {
  linesAt,
  type MeasuredBox,
  type MeasureText,
  measureBoxes,
  placesOfLines,
  splitWide,
  TOLERANCE,
} from "./boxes.js";
import type { SourceText } from "./source-text.js";

/** How a paragraph of some boxes is best broken: where its last line begins, and how much room is wasted so far. */
interface Break {
  readonly start: number;
  readonly waste: number;
}

/**
 * Breaks a paragraph by minimum raggedness, which dynamic programming finds: the squares of the room left over in its
 * lines are the least in sum. Before a figure that does not fit on a line, several lines then are a little loose where
 * first fit has one very loose. The first line is `first` wide, the others `width`; the last may be short at no cost.
 */
export function breakParagraph(
  source: SourceText,
  measure: MeasureText,
  width: number,
  first: number,
): SourceText[] {
  const boxes = splitWide(measureBoxes(source, measure), measure, first);
  const best: Break[] = [{ start: 0, waste: 0 }];
  for (let end = 1; end <= boxes.length; end++) best.push(bestBreak(end, best, boxes, width, first));
  const ends: number[] = [];
  for (let end = boxes.length; end > 0; end = best[end]?.start ?? 0) {
    ends.unshift(boxes[end]?.from ?? source.text.length);
  }
  return linesAt(source, placesOfLines(source.text, ends));
}

function bestBreak(
  end: number,
  best: readonly Break[],
  boxes: readonly MeasuredBox[],
  width: number,
  first: number,
): Break {
  const isLast = end === boxes.length;
  let found: Break = { start: end - 1, waste: Number.POSITIVE_INFINITY };
  let line = boxes[end - 1]?.trimmed ?? 0;
  for (let start = end - 1; start >= 0; start--) {
    const slack = (start === 0 ? first : width) - line;
    if (slack < -TOLERANCE && start < end - 1) break;
    const waste = (best[start]?.waste ?? 0) + (isLast ? 0 : slack ** 2);
    if (waste < found.waste) found = { start, waste };
    line += boxes[start - 1]?.width ?? 0;
  }
  return found;
}

import type { Stretch } from "../../model/report.js";
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

/**
 * Breaks a text by greedy first fit: as many boxes on each line as it has room for, the first line `first` wide, the others
 * `width`. It is enough for cells, headings and notes, of which most have a line or two.
 */
export function breakLines(
  source: SourceText,
  measure: MeasureText,
  width: number,
  first: number = width,
): SourceText[] {
  const boxes = measureBoxes(source, measure);
  return linesAt(source, firstFit(source.text, boxes, measure, width, first));
}

/** Like breakLines, but with lines of about equal length, by bisection of their width: for titles, which are centred. */
export function breakEvenly(source: SourceText, measure: MeasureText, width: number): SourceText[] {
  const boxes = measureBoxes(source, measure);
  const within = (most: number) => firstFit(source.text, boxes, measure, most, most);
  const count = within(width).length;
  let narrow = width / Math.max(count, 1) / 2;
  let wide = width;
  while (wide - narrow > width / 1000) {
    const middle = (narrow + wide) / 2;
    if (within(middle).length > count) narrow = middle;
    else wide = middle;
  }
  return linesAt(source, within(wide));
}

function firstFit(
  text: string,
  boxes: readonly MeasuredBox[],
  measure: MeasureText,
  width: number,
  first: number,
): readonly Stretch[] {
  const ends: number[] = [];
  let room = first;
  for (const box of splitWide(boxes, measure, width + TOLERANCE)) {
    if (box.trimmed > room + TOLERANCE) {
      ends.push(box.from);
      room = width;
    }
    room -= box.width;
  }
  return placesOfLines(text, [...ends, text.length]);
}

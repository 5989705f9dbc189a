import type { Stretch } from "../../model/report.js";
import { type Box, boxesOf } from "./break-opportunities.js";
import { type SourceText, sliceText, wholeIn } from "./source-text.js";

/** The width of a text in whatever measure the line's width is given in. */
export type MeasureText = (text: string) => number;

/** What rounding may add to a sum of widths that fills a line exactly. */
const TOLERANCE = 0.001;

export interface MeasuredBox extends Box {
  /** with the blanks behind it, as it stands within a line */
  readonly width: number;
  /** without them, as it stands at a line's end */
  readonly trimmed: number;
}

/** Boxes, each measured once. */
export function measureBoxes(boxes: readonly Box[], measure: MeasureText): readonly MeasuredBox[] {
  return boxes.map((box) => measured(box, measure));
}

/** The boxes of a text that has no others of its own. */
function ownBoxes(source: SourceText): readonly Box[] {
  return boxesOf(source.text, wholeIn(source));
}

function measured({ text, from }: Box, measure: MeasureText): MeasuredBox {
  const end = text.trimEnd();
  const trimmed = measure(end);
  return { text, from, trimmed, width: end.length === text.length ? trimmed : measure(text) };
}

/** The boxes, those that are wider than `most` cut into their characters: nothing is ever lost. */
function splitWide(
  boxes: readonly MeasuredBox[],
  measure: MeasureText,
  most: number,
): readonly MeasuredBox[] {
  if (boxes.every(({ trimmed }) => trimmed <= most)) return boxes;
  return boxes.flatMap((box) => (box.trimmed > most ? charactersOf(box, measure) : [box]));
}

function charactersOf({ text, from }: Box, measure: MeasureText): MeasuredBox[] {
  let at = from;
  return [...text].map((character) => {
    const box = measured({ text: character, from: at }, measure);
    at += character.length;
    return box;
  });
}

/** Where the lines of a text stand in it that end at `ends`; blanks at their ends, and lines of nothing else, are dropped. */
function placesOfLines(text: string, ends: readonly number[]): readonly Stretch[] {
  let start = 0;
  return ends.flatMap((end) => {
    const line = text.slice(start, end);
    const from = end - line.trimStart().length;
    const to = start + line.trimEnd().length;
    start = end;
    return from < to ? [{ from, to }] : [];
  });
}

/** The lines of a text by their places. */
function linesAt(source: SourceText, places: readonly Stretch[]): SourceText[] {
  return places.map((place) => sliceText(source, place));
}

/**
 * Breaks a text by greedy first fit: as many boxes on each line as it has room for, the first line `first` wide, the others
 * `width`. It is enough for cells, headings and notes, of which most have a line or two.
 */
export function breakLines(
  source: SourceText,
  measure: MeasureText,
  width: number,
  { first = width, boxes = ownBoxes(source) }: { first?: number; boxes?: readonly Box[] } = {},
): SourceText[] {
  const measuredBoxes = measureBoxes(boxes, measure);
  return linesAt(source, firstFit(source.text, measuredBoxes, measure, width, first));
}

/** Like breakLines, but with lines of about equal length, by bisection of their width: for titles, which are centred. */
export function breakEvenly(
  source: SourceText,
  measure: MeasureText,
  width: number,
  boxes: readonly Box[] = ownBoxes(source),
): SourceText[] {
  const measuredBoxes = measureBoxes(boxes, measure);
  const within = (most: number) => firstFit(source.text, measuredBoxes, measure, most, most);
  const count = within(width).length;
  const widths = measuredBoxes.map(({ trimmed }) => trimmed).filter((each) => each <= width);
  let narrow = Math.max(width / Math.max(count, 1) / 2, ...widths) - TOLERANCE;
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

/** On how many lines a text goes that is given a width, and no wider one below the next step's. */
export interface LineStep {
  readonly width: number;
  readonly lines: number;
}

/**
 * How many lines of first fit a text takes, by its width, from `least` up to where it takes one or is `most` wide. Only widths
 * are tried at which a box more fits on some line, and they are `apart` at least, so that it takes no time.
 */
export function lineSteps(
  boxes: readonly MeasuredBox[],
  measure: MeasureText,
  { least, most, apart }: Readonly<Record<"least" | "most" | "apart", number>>,
): readonly LineStep[] {
  const steps: LineStep[] = [];
  for (let width = least; ; ) {
    const { lines, next } = countLines(splitWide(boxes, measure, width + TOLERANCE), width);
    if (lines !== steps.at(-1)?.lines) steps.push({ width, lines });
    if (lines <= 1 || next > most) return steps;
    width = Math.max(next, width + apart);
  }
}

/** How many lines boxes take on `width`, and the least width at which a box more fits on one of them. */
function countLines(boxes: readonly MeasuredBox[], width: number): { lines: number; next: number } {
  let lines = 1;
  let used = 0;
  let next = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    if (used + box.trimmed > width + TOLERANCE && used > 0) {
      next = Math.min(next, used + box.trimmed);
      lines++;
      used = 0;
    }
    used += box.width;
  }
  return { lines, next };
}

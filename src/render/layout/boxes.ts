import type { Stretch } from "../../model/report.js";
import { type Box, boxesOf } from "./break-opportunities.js";
import { type SourceText, sliceText } from "./source-text.js";

/** The width of a text in whatever measure the line's width is given in. */
export type MeasureText = (text: string) => number;

/** What rounding may add to a sum of widths that fills a line exactly. */
export const TOLERANCE = 0.001;

export interface MeasuredBox extends Box {
  /** with the blanks behind it, as it stands within a line */
  readonly width: number;
  /** without them, as it stands at a line's end */
  readonly trimmed: number;
}

/** The boxes of a text, each measured once. */
export function measureBoxes({ text, parts }: SourceText, measure: MeasureText): readonly MeasuredBox[] {
  const whole = parts.filter((part) => part.whole).map((part) => part.at);
  return boxesOf(text, whole).map((box) => measured(box, measure));
}

function measured({ text, from }: Box, measure: MeasureText): MeasuredBox {
  const end = text.trimEnd();
  const trimmed = measure(end);
  return { text, from, trimmed, width: end.length === text.length ? trimmed : measure(text) };
}

/** The boxes, those that are wider than `most` cut into their characters: nothing is ever lost. */
export function splitWide(
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
export function placesOfLines(text: string, ends: readonly number[]): readonly Stretch[] {
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
export function linesAt(source: SourceText, places: readonly Stretch[]): SourceText[] {
  return places.map((place) => sliceText(source, place));
}

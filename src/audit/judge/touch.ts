import { STOP } from "../../text/sentences.js";
import { agrees } from "../collate/amounts.js";
import type { Collation } from "../collate/differences.js";
import { type Stretch, spanOf } from "../words/strip.js";

export type Span = readonly [from: number, to: number];

/** Whether two spans share a character; an empty one shares those on both sides of it. */
export function overlap([from, to]: Span, [start, end]: Span): boolean {
  return from === to || start === end ? from <= end && start <= to : from < end && start < to;
}

/** Tells where a document has anything that the report has not. */
export interface Touch {
  /** in a stretch itself */
  within(stretch: Stretch): boolean;
  /** in a stretch or in the sentence or cell around it */
  around(stretch: Stretch): boolean;
}

export function createTouch(collation: Collation): Touch {
  const { wordings, writings, missing, superfluous, misplaced, readings } = collation;
  const stretches = [
    ...[...wordings, ...writings, ...superfluous, ...misplaced].map(({ stretch }) => stretch),
    ...missing.flatMap(({ beside }) => beside ?? []),
    ...readings.filter((reading) => !agrees(reading)).map(({ stretch }) => stretch),
  ];
  const meets = createMeeting(stretches.map(spanOf));
  return {
    within: (stretch) => meets(spanOf(stretch)),
    around: (stretch) => meets(spanOf(sentenceAround(stretch))),
  };
}

/** Tells whether a span meets any of the others. */
function createMeeting(spans: readonly Span[]): (span: Span) => boolean {
  const ordered = spans.toSorted((a, b) => a[0] - b[0]);
  const ends: number[] = [];
  for (const [, end] of ordered) ends.push(Math.max(end, ends.at(-1) ?? end));
  return ([from, to]) => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle]?.[0] ?? 0) <= to) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (ends[low - 1] ?? 0) >= from;
  };
}

/** A sentence that is longer says nothing about its other end. */
const FARTHEST = 400;

/** The sentence that a stretch of text stands in. */
function sentenceAround({ strip, start, end }: Stretch): Stretch {
  const { text } = strip;
  let from = start;
  while (from > 0 && start - from < FARTHEST && !STOP.test(text[from - 1] ?? "")) from--;
  let to = end;
  while (to < text.length && to - end < FARTHEST && !STOP.test(text[to - 1] ?? "")) to++;
  return { strip, start: from, end: to };
}

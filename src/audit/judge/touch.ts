import { STOP } from "../../text/sentences.js";
import { agrees } from "../collate/amounts.js";
import type { Collation } from "../collate/differences.js";
import { type Interval, spanOf, type TextRange } from "../words/placed-text.js";

/** Whether two ranges share a character; an empty one shares those on both sides of it. */
export function overlap(one: TextRange, other: TextRange): boolean {
  const [[from, to], [start, end]] = [spanOf(one), spanOf(other)];
  return from === to || start === end ? from <= end && start <= to : from < end && start < to;
}

/** Tells where a document has anything that the report has not. */
export function createTouch(collation: Collation) {
  const { rewordings, writings, missing, superfluous, misplaced, readings } = collation;
  const ranges = [
    ...[...rewordings, ...writings, ...superfluous, ...misplaced].map(({ range }) => range),
    ...missing.flatMap(({ beside }) => beside ?? []),
    ...readings.filter((reading) => !agrees(reading)).map(({ range }) => range),
  ];
  const meets = createMeeting(ranges.map(spanOf));
  return {
    /** in a range itself */
    within: (range: TextRange) => meets(spanOf(range)),
    /** in a range or in the sentence or cell around it */
    around: (range: TextRange) => meets(spanOf(sentenceAround(range))),
  };
}

/** Tells whether a span meets any of the others. */
function createMeeting(spans: readonly Interval[]): (span: Interval) => boolean {
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

/** The sentence that a range of text stands in. */
function sentenceAround({ source, start, end }: TextRange): TextRange {
  const { text } = source;
  let from = start;
  while (from > 0 && start - from < FARTHEST && !STOP.test(text[from - 1] ?? "")) from--;
  let to = end;
  while (to < text.length && to - end < FARTHEST && !STOP.test(text[to - 1] ?? "")) to++;
  return { source, start: from, end: to };
}

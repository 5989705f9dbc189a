import { agrees } from "./amounts.js";
import type { Collation } from "./differences.js";
import { type Stretch, type Strip, spanOf } from "./strip.js";

export type Span = readonly [from: number, to: number];

/** Whether two spans share a character, or stand directly beside each other. */
export function meet([from, to]: Span, [start, end]: Span): boolean {
  return from <= end && start <= to;
}

/** Whether two spans share a character; an empty one shares those on both sides of it. */
export function overlap([from, to]: Span, [start, end]: Span): boolean {
  return from === to || start === end ? from <= end && start <= to : from < end && start < to;
}

/** Tells whether a stretch, with the sentence or cell around it, has anything that the report has not. */
export function createTouch(collation: Collation): (stretch: Stretch) => boolean {
  const { wordings, writings, missing, superfluous, misplaced, readings } = collation;
  const stretches = [
    ...[...wordings, ...writings, ...superfluous, ...misplaced].map(({ stretch }) => stretch),
    ...missing.flatMap(({ beside }) => beside ?? []),
    ...readings.filter((reading) => !agrees(reading)).map(({ stretch }) => stretch),
  ];
  const spans = stretches.map(spanOf);
  return (stretch) => {
    const around = spanOf(sentenceAround(stretch));
    return spans.some((span) => meet(span, around));
  };
}

/** The sentence that a stretch of text stands in. */
function sentenceAround({ strip, start, end }: Stretch): Stretch {
  let from = start;
  while (from > 0 && !endsSentence(strip, from - 1)) from--;
  let to = end;
  while (to < strip.text.length && !endsSentence(strip, to - 1)) to++;
  return { strip, start: from, end: to };
}

function endsSentence({ text }: Strip, at: number): boolean {
  return /[。！？]/u.test(text[at] ?? "");
}

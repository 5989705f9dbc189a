import type { Passage, Slip } from "../../model/passage.js";
import type { Collation } from "../collate/differences.js";
import { markSlips } from "../faults/slips.js";
import type { FoundPassage } from "../passages.js";
import { type Stretch, spanOf, textOf } from "../words/strip.js";
import { overlap } from "./touch.js";

/** More of them say nothing new. */
const MOST = 200;

/** A mark that is not as Chinese has it. */
export interface Mark {
  readonly stretch: Stretch;
}

/** Half-width and unpaired marks, but for those in words that are reported anyway. */
export function marksOf(
  { writings, wordings }: Collation,
  slips: readonly Slip[],
  found: ReadonlyMap<Passage, FoundPassage>,
  isTouched: (stretch: Stretch) => boolean,
): readonly Mark[] {
  const written = writings.filter(({ what }) => what === "mark");
  const read = markSlips(slips, found).filter(({ stretch }) => isTouched(stretch));
  const marks: Mark[] = [];
  // what was compared comes before what was read: it is the smaller of two that overlap
  const ordered = [...written, ...read]
    .map(({ stretch }, order) => ({ stretch, order, span: spanOf(stretch) }))
    .sort((a, b) => a.span[0] - b.span[0] || a.order - b.order);
  for (const { stretch, span } of ordered) {
    const last = marks.at(-1);
    const isKnown = last !== undefined && overlap(spanOf(last.stretch), span);
    const isReported = wordings.some((wording) =>
      wording.kind === "cut" ? isInCell(stretch, wording.stretch) : overlap(span, spanOf(wording.stretch)),
    );
    if (!isReported && !isKnown) marks.push({ stretch });
    if (marks.length === MOST) break;
  }
  return withoutSeconds(marks);
}

/** The words in brackets have at most this many characters. */
const LONGEST = 80;
const PAIRS: Readonly<Record<string, string>> = { ")": "(", ">": "<", "）": "(" };

/** Of two marks that belong together the first stands for both. */
function withoutSeconds(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter(({ stretch }, index) => {
    const before = marks[index - 1];
    const first = before && PAIRS[textOf(stretch)] === textOf(before.stretch);
    return !first || spanOf(stretch)[0] - spanOf(before.stretch)[0] > LONGEST;
  });
}

/** A name that was cut off lacks the second of its brackets. */
function isInCell({ strip }: Stretch, cut: Stretch): boolean {
  const [from, to] = spanOf(cut);
  const [start, end] = spanOf({ strip, start: 0, end: strip.text.length });
  return start <= to && from <= end;
}

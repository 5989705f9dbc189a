import type { Passage, Slip } from "../model/passage.js";
import { textOf } from "./align.js";
import type { Collation } from "./differences.js";
import { markSlips } from "./faults/slips.js";
import type { FoundPassage } from "./passages.js";
import { type Stretch, spanOf } from "./strip.js";
import { overlap } from "./touch.js";

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
  for (const { stretch } of [...written, ...read]) {
    const isReported = wordings.some((wording) =>
      wording.kind === "cut"
        ? isInCell(stretch, wording.stretch)
        : overlap(spanOf(stretch), spanOf(wording.stretch)),
    );
    const isKnown = marks.some((mark) => overlap(spanOf(mark.stretch), spanOf(stretch)));
    if (!isReported && !isKnown) marks.push({ stretch });
  }
  return withoutSeconds(marks.sort((a, b) => spanOf(a.stretch)[0] - spanOf(b.stretch)[0]));
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

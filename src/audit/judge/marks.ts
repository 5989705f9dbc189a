import type { Collation } from "../collate/differences.js";
import type { FoundSlip } from "../faults/slips.js";
import { rangeIn } from "../passages.js";
import { spanOf, type TextRange, textOf, whole } from "../words/placed-text.js";
import { overlap } from "./touch.js";

/** More of them say nothing new. */
const MOST = 200;

/** Marks that are not as Chinese has them: half-width and unpaired marks, but for those in words that are reported anyway. */
export function marksOf(
  { writings, rewordings }: Collation,
  slips: readonly FoundSlip[],
  isTouched: (range: TextRange) => boolean,
): readonly TextRange[] {
  const written = writings.flatMap(({ what, range }) => (what === "mark" ? [range] : []));
  const read = slips
    .filter(({ code }) => code === "校对/标点")
    .map(({ place, start, end }) => rangeIn(place, start, end))
    .filter(isTouched);
  const marks: TextRange[] = [];
  // what was compared comes before what was read: it is the smaller of two that overlap
  const ordered = [...written, ...read].sort((a, b) => spanOf(a)[0] - spanOf(b)[0]);
  for (const range of ordered) {
    const last = marks.at(-1);
    const isKnown = last && overlap(last, range);
    const isReported = rewordings.some((wording) =>
      wording.kind === "cut" ? isInCell(range, wording.range) : overlap(range, wording.range),
    );
    if (!isReported && !isKnown) marks.push(range);
    if (marks.length === MOST) break;
  }
  return withoutSeconds(marks);
}

/** The words in brackets have at most this many characters. */
const LONGEST = 80;
const PAIRS: Readonly<Record<string, string>> = { ")": "(", ">": "<", "）": "(" };

/** Of two marks that belong together the first stands for both. */
function withoutSeconds(marks: readonly TextRange[]): readonly TextRange[] {
  return marks.filter((mark, index) => {
    const before = marks[index - 1];
    const first = before && PAIRS[textOf(mark)] === textOf(before);
    return !first || spanOf(mark)[0] - spanOf(before)[0] > LONGEST;
  });
}

/** A name that was cut off lacks the second of its brackets. */
function isInCell({ source }: TextRange, cut: TextRange): boolean {
  const [from, to] = spanOf(cut);
  const [start, end] = spanOf(whole(source));
  return start <= to && from <= end;
}

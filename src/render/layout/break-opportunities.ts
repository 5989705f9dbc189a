import { createRequire } from "node:module";
import type LineBreakerClass from "linebreak";

/** As CommonJS, which is how pdfmake loads it too: as a module its tables would be unpacked a second time. */
const LineBreaker: typeof LineBreakerClass = createRequire(import.meta.url)("linebreak");

/** A stretch of text; a `whole` one is never broken. */
export interface Stretch {
  readonly text: string;
  readonly whole: boolean;
}

/** A number and the character that counts it: 2023年, 98号, 40万平. */
const NUMBER_AND_UNIT = /\d+(?:[.,]\d+)*[万亿]?\p{Script=Han}/gu;

/**
 * Cuts a paragraph into the smallest pieces that may stand on lines of their own: no line then begins with closing
 * punctuation or ends with opening punctuation, and no number is broken or parted from its unit.
 */
export function unitsOf(stretches: readonly Stretch[]): string[] {
  const text = stretches.map((each) => each.text).join("");
  const kept = [...wholeStretches(stretches), ...numbersIn(text)];
  const units: string[] = [];
  let start = 0;
  for (const position of breaksIn(text)) {
    if (kept.some(({ from, to }) => from < position && position < to)) continue;
    units.push(text.slice(start, position));
    start = position;
  }
  return units;
}

/** More texts than a document's tables have. */
const MOST = 10_000;

const known = new Map<string, readonly string[]>();

/** The units of a text without figures. Cells are asked for theirs again and again, and many say the same. */
export function textUnits(text: string): readonly string[] {
  const units = known.get(text) ?? unitsOf([{ text, whole: false }]);
  if (known.size >= MOST) known.clear();
  known.set(text, units);
  return units;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function wholeStretches(stretches: readonly Stretch[]): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (const { text, whole } of stretches) {
    if (whole) ranges.push({ from, to: from + text.length });
    from += text.length;
  }
  return ranges;
}

function numbersIn(text: string): Range[] {
  return [...text.matchAll(NUMBER_AND_UNIT)].map(({ index: from, 0: found }) => ({
    from,
    to: from + found.length,
  }));
}

function* breaksIn(text: string): Iterable<number> {
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) yield next.position;
}

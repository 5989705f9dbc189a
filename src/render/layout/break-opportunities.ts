import { createRequire } from "node:module";
import type LineBreakerClass from "linebreak";
import type { Stretch } from "../../model/report.js";

/** As CommonJS, which is how pdfmake loads it too: as a module its tables would be unpacked a second time. */
const LineBreaker: typeof LineBreakerClass = createRequire(import.meta.url)("linebreak");

/** A stretch of a text that is never broken: a box of Knuth and Plass, with the blanks behind it as its glue. */
export interface Box {
  readonly text: string;
  /** where in the text it begins, in UTF-16 units */
  readonly from: number;
}

/** A number and the character that counts it: 2023年, 98号, 40万平. */
const NUMBER_AND_UNIT = /\d+(?:[.,]\d+)*[万亿]?\p{Script=Han}/gu;

/** More texts than a document's tables have. */
const MOST = 10_000;

const known = new Map<string, readonly Box[]>();

/**
 * Cuts a text into the smallest boxes that may stand on lines of their own (UAX 14): no line then begins with closing
 * punctuation or ends with opening punctuation, and neither what is `whole` is broken nor a number, nor is one parted from
 * its unit. Cells are asked for theirs again and again, and many say the same.
 */
export function boxesOf(text: string, whole: readonly Stretch[] = []): readonly Box[] {
  if (whole.length > 0) return cut(text, whole);
  const boxes = known.get(text) ?? cut(text, []);
  if (known.size >= MOST) known.clear();
  known.set(text, boxes);
  return boxes;
}

function cut(text: string, whole: readonly Stretch[]): Box[] {
  const kept = [...whole, ...numbersIn(text)];
  const boxes: Box[] = [];
  let from = 0;
  for (const to of breaksIn(text)) {
    if (kept.some((each) => each.from < to && to < each.to)) continue;
    boxes.push({ text: text.slice(from, to), from });
    from = to;
  }
  return boxes;
}

function numbersIn(text: string): Stretch[] {
  return [...text.matchAll(NUMBER_AND_UNIT)].map(({ index: from, 0: found }) => ({
    from,
    to: from + found.length,
  }));
}

function* breaksIn(text: string): Iterable<number> {
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) yield next.position;
}

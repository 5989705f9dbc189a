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
  const boxes: Box[] = [];
  let from = 0;
  for (const { at, isWithin } of breaksIn(text, whole)) {
    if (isWithin) continue;
    boxes.push({ text: text.slice(from, at), from });
    from = at;
  }
  return boxes;
}

/** Where a line of a paragraph may end, and where the next one begins, behind the blanks. */
export interface LineEnd {
  readonly to: number;
  readonly next: number;
  /** what it costs to end a line there (Knuth and Plass) */
  readonly penalty: number;
}

/** What it costs to part a number from its unit: more than to stretch the lines around it as far as they go. */
const PARTING = 1_000;

/**
 * Where the lines of a paragraph may end, after the place where the first one begins: behind boxes, and at a price behind
 * a number that would be parted from its unit.
 */
export function lineEndsIn(text: string, whole: readonly Stretch[]): LineEnd[] {
  let from = text.length - text.trimStart().length;
  const ends: LineEnd[] = [{ to: 0, next: from, penalty: 0 }];
  for (const { at, isWithin } of breaksIn(text, whole)) {
    if (at <= from || (isWithin && !DIGIT.test(text.charAt(at - 1)))) continue;
    const box = text.slice(from, at).trimEnd();
    if (box === "") ends.push({ ...(ends.pop() as LineEnd), next: at });
    else ends.push({ to: from + box.length, next: at, penalty: isWithin ? PARTING : 0 });
    from = at;
  }
  return ends;
}

const DIGIT = /\d/;

interface Opportunity {
  readonly at: number;
  /** whether it is inside of what is whole */
  readonly isWithin: boolean;
}

function* breaksIn(text: string, whole: readonly Stretch[]): Iterable<Opportunity> {
  const kept = [...whole, ...numbersIn(text)].toSorted((a, b) => a.from - b.from);
  const breaker = new LineBreaker(text);
  let reached = 0;
  let passed = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const at = next.position;
    for (let each = kept[passed]; each && each.from < at; each = kept[++passed]) {
      reached = Math.max(reached, each.to);
    }
    yield { at, isWithin: reached > at };
  }
}

function numbersIn(text: string): Stretch[] {
  return [...text.matchAll(NUMBER_AND_UNIT)].map(({ index: from, 0: found }) => ({
    from,
    to: from + found.length,
  }));
}

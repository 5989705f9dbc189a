import type { Place } from "../diagnostic/diagnostic.js";
import { type Span, stretchesWithin, type Written } from "./source.js";

/** Words that are printed, and where each stretch of them was written. What the program adds itself has no origin. */
export interface Wording {
  readonly text: string;
  /** in order of place, none over another */
  readonly origins: readonly Origin[];
}

/** Part of what was written, from one UTF-16 unit to before another. */
export interface WrittenSpan {
  readonly written: Written;
  readonly start: number;
  readonly end: number;
}

/**
 * What the printed words from `from` to before `to`, in UTF-16 units, were written as: character by character where both
 * are as long, and as a whole where they are not, as a tag is. Words that a tag prints know it, too.
 */
export interface Origin extends WrittenSpan, Span {
  readonly tag?: WrittenSpan;
}

/** Whether words stand for something else, such as a tag, and not for themselves. */
export function standForOther({ from, to, start, end }: Origin): boolean {
  return end - start !== to - from;
}

/** All of what was written, printed as it is. */
export function wordingOf(written: Written): Wording {
  const { text, added = "" } = written;
  const length = text.length - added.length;
  return {
    text,
    origins: length === 0 ? [] : [{ from: 0, to: length, written, start: 0, end: length }],
  };
}

/** Words of the program's own, written nowhere. */
export function ownWording(text: string): Wording {
  return { text, origins: [] };
}

/** Words that something written at `place` stands for as a whole, as a tag does for what it prints. */
export function standsFor(text: string, place: () => Place): Written {
  return { text, at: place };
}

/** What was written, without the blanks at its ends. */
export function trimmed(written: Written): Written {
  const text = written.text.trim();
  if (text.length === written.text.length) return written;
  const start = written.text.indexOf(text);
  return { text, at: (offset, length) => written.at(start + offset, length) };
}

/** Wordings one behind the other, with words of the program's own between them. */
export function joined(parts: readonly Wording[], between = ""): Wording {
  let at = 0;
  const origins = parts.flatMap((part) => {
    const moved = part.origins.map(({ from, to, ...rest }) => ({ from: from + at, to: to + at, ...rest }));
    at += part.text.length + between.length;
    return moved;
  });
  return { text: parts.map(({ text }) => text).join(between), origins };
}

/** The words of a wording from one UTF-16 unit to before another. */
export function sliced({ text, origins }: Wording, from: number, to = text.length): Wording {
  return {
    text: text.slice(from, to),
    origins: origins.flatMap((origin) => {
      const [first, last] = [Math.max(from, origin.from), Math.min(to, origin.to)];
      if (first >= last) return [];
      return [{ ...origin, ...writtenFor(origin, first, last), from: first - from, to: last - from }];
    }),
  };
}

/** What was written for the printed words from one UTF-16 unit to before another, all of which are of one origin. */
function writtenFor(origin: Origin, from: number, to: number): WrittenSpan {
  const { written, start, end } = origin;
  if (standForOther(origin)) return { written, start, end };
  return { written, start: start + from - origin.from, end: start + to - origin.from };
}

/**
 * Where the words from `from` to before `to` were written. Of several things written it is a fact of which there is a part
 * in them, or else the text that most of them were written in; of words that were written nowhere, what stands beside them.
 */
export function placeOfWords(origins: readonly Origin[], from: number, to: number): Place | undefined {
  const within = stretchesWithin(origins, from, to).map((origin) => ({
    ...origin,
    ...writtenFor(origin, Math.max(from, origin.from), Math.min(to, origin.to)),
    length: Math.min(to, origin.to) - Math.max(from, origin.from),
  }));
  if (within.length === 0) return placeBeside(origins, from);
  const partOfFact = within.find(({ written, length }) => written.fact && length < written.text.length);
  const chosen = partOfFact?.written ?? mostWritten(within);
  const stretches = within
    .flatMap((origin) => [origin, origin.tag ?? []].flat())
    .filter(({ written }) => written === chosen);
  const start = Math.min(...stretches.map((each) => each.start));
  return chosen?.at(start, Math.max(...stretches.map((each) => each.end)) - start);
}

/** The text that most words were written in, themselves or the tags that print them; a fact, if there is nothing else. */
function mostWritten(origins: readonly (Origin & { readonly length: number })[]): Written | undefined {
  const lengths = new Map<Written, number>();
  for (const { written, tag, length } of origins) {
    for (const each of new Set([written, tag?.written ?? written])) {
      lengths.set(each, (lengths.get(each) ?? 0) + (each.fact && origins.length > 1 ? 0 : length));
    }
  }
  const most = Math.max(...lengths.values());
  return [...lengths].find(([, length]) => length === most)?.[0];
}

function placeBeside(origins: readonly Origin[], at: number): Place | undefined {
  const before = origins.findLast((origin) => origin.to <= at);
  const beside = before ?? origins[0];
  if (!beside) return undefined;
  const from = before ? before.to - 1 : beside.from;
  const { written, start, end } = writtenFor(beside, from, from + 1);
  return written.at(start, end - start);
}

import type { Place } from "../diagnostic/diagnostic.js";

/** A step from a value to a part of it: a key or an index. */
export type Path = readonly (string | number)[];

/** Plain data as it was written: every scalar is still its text, so no amount has passed through a float. */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

export function isList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value);
}

/** The value at `path`; undefined where there is none. */
export function valueAt(root: Plain, path: Path): Plain | undefined {
  let value: Plain | undefined = root;
  for (const step of path) {
    if (typeof value !== "object" || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string | number, Plain>>)[step];
  }
  return value;
}

/** Every text in a value with the path to it, in the order in which they stand there. */
export function* textsIn(
  value: Plain,
  path: Path = [],
): Iterable<{ readonly text: string; readonly path: Path }> {
  if (typeof value === "string") yield { text: value, path };
  else
    for (const [step, part] of isList(value) ? value.entries() : Object.entries(value))
      yield* textsIn(part, [...path, step]);
}

/** A stretch of a text, in UTF-16 units; `to` is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Those of some stretches, which stand in order and apart, that have a part of what is from `from` to before `to`. */
export function stretchesWithin<T extends Span>(
  stretches: readonly T[],
  from: number,
  to: number,
): readonly T[] {
  let [first, end] = [0, stretches.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if ((stretches[middle]?.to ?? 0) <= from) first = middle + 1;
    else end = middle;
  }
  while ((stretches[end]?.from ?? to) < to) end++;
  return stretches.slice(first, end);
}

/** Words as somebody wrote them, and the way back to where they stand. */
export interface Written {
  readonly text: string;
  /** what the program itself has added at the end of the text */
  readonly added?: string;
  /** whether the officer wrote it as a fact of the unit, and so mends it before any template */
  readonly fact?: true;
  /** the place of `length` UTF-16 units from `offset` of the text on */
  at(offset: number, length: number): Place;
}

/** One file that was read, and the way back from its text or its values to a place in it. */
export interface TextSource extends Written {
  readonly file: string;
}

export interface Source extends TextSource {
  readonly value: Plain;
  /** the text at `path`, each of its characters where it was written, escapes and folded lines counted */
  written(path: Path): Written;
  /** the place of the value at `path`, or of the nearest value around it that exists */
  placeOf(path: Path): Place;
  /** the place of the key that `path` ends in, or of its value where there is no key */
  placeOfKey(path: Path): Place;
  /** what is written for the value at `path`, with quotation marks and brackets, without comments behind it */
  spanOf(path: Path): Span;
  /** what is written for the key that `path` ends in */
  spanOfKey(path: Path): Span;
}

/** The text at `path` of a value; nothing where there is none. */
export function textAt(value: Plain, path: Path): string {
  const found = valueAt(value, path);
  return typeof found === "string" ? found : "";
}

/**
 * A source with another value in place of its own. What the file says too stands where it says it, all else at the place
 * of what is nearest; `original` tells the way in the file from the way in the value.
 */
export function withValue(
  source: Source,
  value: Plain,
  original: (path: Path) => Path = (path) => path,
): Source {
  return {
    ...source,
    value,
    written(path) {
      const [text, own] = [textAt(value, path), source.written(original(path))];
      return text === own.text ? own : { text, at: () => source.placeOf(original(path)) };
    },
    placeOf: (path) => source.placeOf(original(path)),
    placeOfKey: (path) => source.placeOfKey(original(path)),
  };
}

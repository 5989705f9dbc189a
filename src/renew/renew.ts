import type { Path, Plain, Source, Span } from "../model/source.js";
import { leftovers } from "./carry-over.js";
import { type EditedChange, edited } from "./edits.js";
import { ruleFor } from "./rules.js";
import { changeOf, type Original } from "./treat.js";

/** The text of the next year's file, and how it came about; paths are the same in both files. */
export interface RenewedText {
  readonly text: string;
  readonly changes: readonly EditedChange[];
}

const NOT_TAKEN_UP = "“收入”里没有接着它的上年结转；有的，加一行";

/** Makes next year's data of the data of `year`: whatever is not changed stays as it is written, to the letter. */
export function renew(source: Source, year: number, comments: readonly Span[]): RenewedText {
  const changes = [
    ...changesIn({ source, year, comments }, source.value, []),
    ...leftovers(source.value).map(
      ({ path, text }): EditedChange => ({ kind: "doubt", path, edits: [], text, why: NOT_TAKEN_UP }),
    ),
  ];
  return {
    text: edited(
      source.text,
      changes.flatMap((change) => change.edits),
    ),
    changes,
  };
}

function* changesIn(original: Original, value: Plain, path: Path): Iterable<EditedChange> {
  const rule = ruleFor(path);
  const change = rule && changeOf(original, value, path, rule);
  if (change) yield change;
  else if (typeof value !== "string") {
    const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
    for (const key of keys) {
      const part = (value as Readonly<Record<string | number, Plain>>)[key];
      if (part !== undefined) yield* changesIn(original, part, [...path, key]);
    }
  }
}

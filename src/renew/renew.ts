import { GAP } from "../model/gap.js";
import type { Path, Plain, Source, Span } from "../model/source.js";
import { leftovers } from "./carry-over.js";
import { cleared, gapForList } from "./clear.js";
import { type EditedChange, edited } from "./edits.js";
import { type RenewalRule, ruleFor } from "./rules.js";
import { advanced, advancedAt, valueAt } from "./scalar.js";
import { yearMentions } from "./years.js";

/** The text of the next year's file, and how it came about; paths are the same in both files. */
export interface RenewedText {
  readonly text: string;
  readonly changes: readonly EditedChange[];
}

const NOT_TAKEN_UP = "“收入”里没有接着它的上年结转；有的，加一行";

/** This year's data, which is valid, and what the treatment of a value needs to know of it. */
interface Original {
  readonly source: Source;
  readonly year: number;
  readonly comments: readonly Span[];
}

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

/** What becomes of one value; undefined where it stays, or where only its parts change. */
function changeOf(original: Original, value: Plain, path: Path, rule: RenewalRule): EditedChange | undefined {
  const text = String(value);
  switch (rule.treatment) {
    case "carry":
      return undefined;
    case "watch":
      return watched(original, text, path);
    case "advance":
      return moved(original, text, path);
    case "next":
      return next(original, text, path);
    case "empty":
      return emptied(original, text, path);
    case "empty numbers":
      return NUMBERED.test(text) ? emptied(original, text, path) : moved(original, text, path);
    case "ask again":
      return Array.isArray(value) && value.length === 0 ? askedAgain(original, path) : undefined;
    case "clear":
      return Object.keys(value).length > 0 ? emptyList(original, path, rule) : undefined;
  }
}

const NUMBERED = /[\d０-９]|元/;

function watched({ year }: Original, text: string, path: Path): EditedChange | undefined {
  const written = new Set(yearMentions(text, year).map((mention) => mention.written));
  if (written.size === 0) return undefined;
  return { kind: "doubt", path, edits: [], text, why: `${[...written].join("、")} 是照搬的，没有改` };
}

function moved({ source, year }: Original, text: string, path: Path): EditedChange | undefined {
  const mentions = yearMentions(text, year);
  if (mentions.length === 0) return undefined;
  const remark = [...new Set(mentions.flatMap((mention) => mention.remark ?? []))].join("；");
  if (mentions.every(({ becomes }) => becomes === undefined)) {
    return { kind: "doubt", path, edits: [], text, why: remark };
  }
  const edit = advancedAt(source.text, source.spanOf(path), mentions, year);
  if (!edit) return { kind: "doubt", path, edits: [], text, why: "写法特殊，程序没有改" };
  return { kind: "moved", path, edits: [edit], old: text, now: advanced(text, mentions), remark };
}

function next({ source, year }: Original, old: string, path: Path): EditedChange {
  const now = String(year + 1);
  const edits = [valueAt(source.text, source.spanOf(path), now)];
  return { kind: "moved", path, edits, old, now, remark: "" };
}

function emptied({ source }: Original, before: string, path: Path): EditedChange {
  const edits = [valueAt(source.text, source.spanOf(path), GAP)];
  return { kind: "emptied", path, edits, before };
}

function askedAgain({ source, comments }: Original, path: Path): EditedChange {
  const edits = [gapForList(source.text, source.spanOf(path), comments)];
  return { kind: "emptied", path, edits, before: "[]" };
}

function emptyList({ source, comments }: Original, path: Path, { why, beside }: RenewalRule): EditedChange {
  return { kind: "cleared", path, edits: [cleared(source, path, comments, beside ?? why)], why };
}

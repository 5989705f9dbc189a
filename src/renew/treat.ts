import { GAP } from "../model/gap.js";
import type { AskedFact } from "../model/pack/asked-fact.js";
import { isList, type Path, type Plain, type Source, type Span } from "../model/source.js";
import { cleared, dropped, gapForList } from "./clear.js";
import type { Edit, EditedChange } from "./edits.js";
import type { RenewalRule } from "./rules.js";
import { advanced, advancedAt, replacedValue } from "./scalar.js";
import { type YearMention, yearMentions } from "./years.js";

/** This year's data, which is valid, and what the treatment of a value needs to know of it. */
export interface Original {
  readonly source: Source;
  readonly year: number;
  readonly comments: readonly Span[];
  /** the facts that its format asks itself */
  readonly asked: readonly AskedFact[];
}

/** What becomes of one value; undefined where it stays, or where only its parts change. */
export function changeOf(
  original: Original,
  value: Plain,
  path: Path,
  rule: RenewalRule,
): EditedChange | undefined {
  const text = String(value);
  const { source, comments } = original;
  const { treatment, why, beside = why } = rule;
  switch (treatment) {
    case "carry":
      return undefined;
    case "watch":
      return watched(original, text, path);
    case "advance":
      return moved(original, text, path);
    case "next":
      return next(original, text, path);
    case "empty":
      return isList(value) ? emptiedList(original, value, path) : emptied(original, text, path);
    case "empty numbers":
      return NUMBERED.test(text) ? emptied(original, text, path) : moved(original, text, path);
    case "ask again":
      if (!Array.isArray(value) || value.length > 0) return undefined;
      return emptiedBy(gapForList(source.text, source.spanOf(path), comments), "[]", path);
    case "clear":
      if (Object.keys(value).length === 0) return undefined;
      return { kind: "cleared", path, edits: [cleared(source, path, comments, beside)], why };
    case "drop":
      return { kind: "cleared", path, edits: [dropped(source, path, comments)], why };
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
  const remark = remarksOn(mentions);
  if (mentions.every(({ becomes }) => becomes === undefined)) {
    return { kind: "doubt", path, edits: [], text, why: remark };
  }
  const edit = advancedAt(source.text, source.spanOf(path), mentions, year);
  if (!edit) return { kind: "doubt", path, edits: [], text, why: "写法特殊，程序没有改" };
  return { kind: "moved", path, edits: [edit], old: text, now: advanced(text, mentions), remark };
}

/** What there is to say of years, once for all of which it is said. */
function remarksOn(mentions: readonly YearMention[]): string {
  const remarks = new Set(mentions.flatMap(({ remark }) => remark ?? []));
  const written = (remark: string): string => {
    const years = mentions.filter((mention) => mention.remark === remark).map((mention) => mention.written);
    return [...new Set(years)].join("、");
  };
  return [...remarks].map((remark) => `${written(remark)} ${remark}`).join("；");
}

function next({ source, year }: Original, old: string, path: Path): EditedChange {
  const now = String(year + 1);
  const edits = [replacedValue(source.text, source.spanOf(path), now)];
  return { kind: "moved", path, edits, old, now, remark: "" };
}

function emptied({ source }: Original, before: string, path: Path): EditedChange {
  return emptiedBy(replacedValue(source.text, source.spanOf(path), GAP), before, path);
}

/** Its last line end is no part of what is replaced. */
function emptiedList({ source }: Original, value: readonly Plain[], path: Path): EditedChange {
  const { from, to } = source.spanOf(path);
  const end = from + source.text.slice(from, to).trimEnd().length;
  return emptiedBy({ from, to: end, text: GAP }, value.map(String).join("、"), path);
}

function emptiedBy(edit: Edit, before: string, path: Path): EditedChange {
  return { kind: "emptied", path, edits: [edit], before };
}

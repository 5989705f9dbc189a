import { isGap } from "../model/gap.js";
import type { AskedFact } from "../model/pack/asked-fact.js";
import type { Path, Plain, Source, Span } from "../model/source.js";
import { type EditedChange, edited } from "./edits.js";
import { ruleFor } from "./rules.js";
import { changeOf, type Original } from "./treat.js";

const NOT_TAKEN_UP = "“收入”里没有接着它的上年结转；有的，加一行";

/**
 * The text of the next year's file, made of the data of `year`, and how it came about; paths are the same in both files.
 * Whatever is not changed stays as it is written, to the letter.
 */
export function renew(
  source: Source,
  year: number,
  comments: readonly Span[],
  asked: readonly AskedFact[] = [],
): { readonly text: string; readonly changes: readonly EditedChange[] } {
  const made = [...changesIn({ source, year, comments, asked }, source.value, [])];
  const changes = [...made, ...outdated(source.text, made, comments), ...leftovers(source.value)];
  const edits = changes.flatMap((change) => change.edits);
  return { text: edited(source.text, edits), changes };
}

function* changesIn(original: Original, value: Plain, path: Path): Iterable<EditedChange> {
  const rule = ruleFor(path, original.asked);
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

/** What a comment says of one year's amount, and of no other's. */
const OF_ITS_YEAR = /[\d０-９]{4}|[上去今本]年|增加|减少|新增|批复/;

/** The comments behind values that are to be filled in anew: what they say of the old ones is not carried over. */
function outdated(
  text: string,
  changes: readonly EditedChange[],
  comments: readonly Span[],
): readonly EditedChange[] {
  const lineAt = (offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;
  const edits = changes.flatMap((change) => change.edits);
  const emptied = new Map(
    changes.flatMap(({ kind, edits: [edit], path }) =>
      kind === "emptied" && edit ? [[lineAt(edit.from), path] as const] : [],
    ),
  );
  return comments.flatMap(({ from, to }): readonly EditedChange[] => {
    const path = emptied.get(lineAt(from));
    const said = text.slice(from, to).trim();
    if (!path || !OF_ITS_YEAR.test(said)) return [];
    if (edits.some((edit) => edit.from < to && from < edit.to)) return [];
    const before = text.slice(lineAt(from), from).trimEnd();
    const edit = { from: lineAt(from) + before.length, to, text: "" };
    return [{ kind: "cleared", path, edits: [edit], why: `后面的注释“${said}”说的是原来的，没有照搬` }];
  });
}

type Row = Readonly<Record<string, string>>;

/** The lines of this year's 年终结转 for whose money 收入 has no line of 上年结转. */
function leftovers(value: Plain): readonly EditedChange[] {
  const received = rowsOf(value, "收入").filter((row) => row.年份来源 === "上年结转");
  const taken = new Set(received.map(kindOf));
  return rowsOf(value, "年终结转").flatMap((row, index) => {
    if (/^[0.]*$/.test(row.金额 ?? "") || taken.has(kindOf(row))) return [];
    const text = `${row.资金来源} ${row.金额}`;
    return [{ kind: "doubt", path: ["年终结转", index], edits: [], text, why: NOT_TAKEN_UP }];
  });
}

function rowsOf(value: Plain, key: string): readonly Row[] {
  return (value as unknown as Readonly<Record<string, readonly Row[] | undefined>>)[key] ?? [];
}

function kindOf({ 资金来源: fund, 财政拨款: appropriation }: Row): string {
  return `${fund} ${appropriation}`;
}

/** The parts of the new data that are as they were, if not in every amount, and how much there is of them. */
export function carriedParts(value: Plain): readonly string[] {
  return Object.entries(value).flatMap(([key, part]) => {
    if (ruleFor([key])?.treatment === "next" || isNothing(part)) return [];
    return Array.isArray(part) ? [`${key} ${part.length} 项`] : [key];
  });
}

/** Whether there is nothing in a value but gaps. */
function isNothing(value: Plain): boolean {
  return typeof value === "string" ? isGap(value) : Object.values(value).every(isNothing);
}

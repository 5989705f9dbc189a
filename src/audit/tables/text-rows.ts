import type { Piece } from "../../model/manuscript.js";
import { folded, foldMarks } from "../../text/fold.js";
import { type Find, heaviestChain, occurrences } from "../../text/heaviest-chain.js";
import { beginsWord, type ScriptText, sliced, whole } from "../words/placed-text.js";
import type { FormEntry, TableForm } from "./form.js";
import type { EntryPair, FoundEntry, TableMatch } from "./match.js";
import { settle } from "./text-gaps.js";
import { textParts } from "./text-parts.js";
import { type Word, wordsIn } from "./text-words.js";

/** The table as far as its words tell in their order: where a line of it begins is known by its label. */
export function matchText(form: TableForm, pieces: readonly Piece[]): TableMatch {
  const { caption, rows, notes } = textParts(pieces, form);
  const claims = claimsIn(form.entries, rows);
  const bodyAt = Math.min(claims[0]?.start ?? rows.text.length, firstFigure(rows));
  const gaps = gapsBetween(claims, rows, bodyAt, form);
  const settled = settle(form, claims, gaps);
  return {
    form,
    caption,
    head: [{ source: sliced(rows, 0, bodyAt), columns: undefined }],
    pairs: [...gaps.flatMap((gap) => gap.pair ?? []), ...settled.pairs],
    missing: settled.missing,
    superfluous: settled.superfluous.filter((found) => !isHeadAgain(found, form)),
    notes,
    ruled: false,
  };
}

/** Where a line begins whose label is as expected. */
export interface Claim extends Find {
  /** whether it repeats on a further page what goes on there */
  readonly repeated: boolean;
}

/** Lines in order first, then those that stand elsewhere, then those that are repeated. */
function claimsIn(entries: readonly FormEntry[], rows: ScriptText): readonly Claim[] {
  const finds = occurrences(
    entries.map(({ label }) => foldMarks(label)),
    foldMarks(rows.text),
  ).filter((find) => isLabel(find, entries[find.key], rows));
  const claims: Claim[] = heaviestChain(finds).map((find) => ({ ...find, repeated: false }));
  const claimed = new Set(claims.map(({ key }) => key));
  const byLength = finds.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const find of byLength) {
    const repeated = claimed.has(find.key);
    if (repeated && !spansRows(entries[find.key])) continue;
    if (claims.some((claim) => find.start < claim.end && claim.start < find.end)) continue;
    claims.push({ ...find, repeated });
    claimed.add(find.key);
  }
  return claims.sort((a, b) => a.start - b.start);
}

function spansRows(entry: FormEntry | undefined): boolean {
  return entry?.words.some(({ cell }) => cell.kind === "text" && cell.rows > 1) ?? false;
}

/** Whether the words found are a label of their own; behind that of a line with figures, figures must follow. */
function isLabel({ start, end }: Find, entry: FormEntry | undefined, rows: ScriptText): boolean {
  if (!beginsWord(rows, start) || !beginsWord(rows, end)) return false;
  return (
    !entry?.figures.some(({ text }) => text !== "") ||
    wordsIn(rows, end, nextWord(rows, end))[0]?.isFigure === true
  );
}

function nextWord(rows: ScriptText, at: number): number {
  let end = at + 1;
  while (end < rows.text.length && !beginsWord(rows, end)) end++;
  return Math.min(end, rows.text.length);
}

function firstFigure(rows: ScriptText): number {
  return (
    wordsIn(rows, 0, rows.text.length).find(({ text }) => /\.\d+$/u.test(text))?.start ?? rows.text.length
  );
}

/** What stands between two lines that were recognized. */
export interface TextGap {
  readonly rows: ScriptText;
  /** the line before it */
  readonly pair: EntryPair | undefined;
  /** what is left when the line before has its figures */
  readonly words: readonly Word[];
}

function gapsBetween(
  claims: readonly Claim[],
  rows: ScriptText,
  bodyAt: number,
  { entries }: TableForm,
): readonly TextGap[] {
  const leading = wordsIn(rows, bodyAt, claims[0]?.start ?? rows.text.length);
  const before: TextGap = { rows, pair: undefined, words: leading };
  const others = claims.map((claim, index): TextGap => {
    const words = wordsIn(rows, claim.end, claims[index + 1]?.start ?? rows.text.length);
    const entry = entries[claim.key];
    const end = entry && entry.figures.length > 0 ? words.findIndex((word) => !word.isFigure) : 0;
    const figures = words.slice(0, end < 0 ? undefined : end);
    const label = sliced(rows, claim.start, claim.end);
    const pair = entry && !claim.repeated ? { entry, found: textEntry(label, figures) } : undefined;
    return { rows, pair, words: words.slice(figures.length) };
  });
  return [before, ...others];
}

/** What a page repeats of the head and of what stands above the table. */
function isHeadAgain({ label, figures }: FoundEntry, { heads, table }: TableForm): boolean {
  const above = [table.number.text, table.title.text, table.left.text, table.right.text];
  const known = [...heads, ...above].map(folded).sort((a, b) => b.length - a.length);
  const rest = known.reduce(
    (text, each) => (each === "" ? text : text.replaceAll(each, "")),
    foldMarks(label.text),
  );
  return figures.length === 0 && label.text !== "" && rest === "";
}

/** A line of which only the order of its figures is known. */
export function textEntry(label: ScriptText, figures: readonly Word[]): FoundEntry {
  return {
    list: undefined,
    label,
    words: label.text === "" ? [] : [{ leaf: undefined, range: whole(label) }],
    figures: figures.map(({ source, start, end }) => ({ leaf: undefined, range: { source, start, end } })),
  };
}

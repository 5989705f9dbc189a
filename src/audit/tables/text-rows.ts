import type { Piece } from "../../model/manuscript.js";
import { ownWords } from "../../model/walk.js";
import { folded, foldMarks } from "../../text/fold.js";
import { type Find, heaviestChain, occurrences } from "../../text/heaviest-chain.js";
import { beginsWord, cutOut, joined, placedTexts, type ScriptText } from "../words/placed-text.js";
import type { FoundEntry, TableMatch } from "./match.js";
import type { FormEntry, TableForm } from "./table-form.js";
import { type Claim, gapsBetween, settle } from "./text-gaps.js";
import { wordAt, wordsIn } from "./text-words.js";

/** The table as far as its words tell in their order: where a line of it begins is known by its label. */
export function matchText(form: TableForm, pieces: readonly Piece[]): TableMatch {
  const { caption, rows, notes } = partsIn(pieces, form);
  const claims = claimsIn(form.entries, rows);
  const bodyAt = Math.min(claims[0]?.start ?? rows.text.length, firstFigure(rows));
  const gaps = gapsBetween(claims, rows, bodyAt, form);
  const settled = settle(form, claims, gaps);
  return {
    form,
    caption,
    head: [{ source: cutOut({ source: rows, start: 0, end: bodyAt }) }],
    pairs: [...gaps.flatMap((gap) => gap.pair ?? []), ...settled.pairs],
    missing: settled.missing,
    superfluous: settled.superfluous.filter((found) => !isHeadAgain(found, form)),
    notes,
    ruled: false,
  };
}

const NOTE = /^(?:注|备注|说明)[:：]/u;

/** What stands above each other: where the head ends and the rows begin is known only when the rows are found. */
function partsIn(pieces: readonly Piece[], { heads }: TableForm) {
  const lines = placedTexts(pieces);
  const known = heads.map(foldMarks);
  const headAt = lines.findIndex((line, index) => index > 0 && isOfHead(line, known));
  const noteAt = lines.findIndex(({ text }) => NOTE.test(text));
  const end = noteAt < 0 ? lines.length : noteAt;
  const start = headAt < 0 ? end : Math.min(headAt, end);
  return {
    caption: joined(lines.slice(0, start)),
    rows: joined(lines.slice(start, end)),
    notes: joined(lines.slice(end)),
  };
}

/** Whether every word of a line is one of the head, or a part of one that was broken over lines. */
function isOfHead(line: ScriptText, known: readonly string[]): boolean {
  const words = wordsIn(line, 0, line.text.length).map(({ text }) => foldMarks(text));
  return words.every((word) => known.some((head) => head.includes(word)));
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
  return !entry?.figures.some(({ text }) => text !== "") || wordAt(rows, end, rows.text.length).isFigure;
}

function firstFigure(rows: ScriptText): number {
  const figure = wordsIn(rows, 0, rows.text.length).find(({ text }) => /\.\d+$/u.test(text));
  return figure?.start ?? rows.text.length;
}

/** What a page repeats of the head and of what stands above the table. */
function isHeadAgain({ label, figures }: FoundEntry, { heads, table }: TableForm): boolean {
  const above = ownWords(table).map(({ text }) => text);
  const known = [...heads, ...above].map(folded).sort((a, b) => b.length - a.length);
  const rest = known.reduce((text, each) => text.replaceAll(each, ""), foldMarks(label.text));
  return figures.length === 0 && label.text !== "" && rest === "";
}

import { tableName } from "../../model/table-words.js";
import type { EntryPair } from "../tables/match.js";
import { nameOf } from "../tables/table-form.js";
import { compare, type TokenEdit } from "../words/edits.js";
import {
  beginsLine,
  beginsWord,
  continuesCode,
  type Interval,
  type ScriptText,
  textOf,
  whole,
  within,
} from "../words/placed-text.js";
import { smallTokens, type Token } from "../words/tokens.js";
import type { Collation, Rewording, RewordingKind, Writing } from "./differences.js";

/** What the words of a line of a table have otherwise. */
export function collateLabel({ entry, found }: EntryPair): Partial<Collation> {
  const { label } = found;
  const where = `${tableName(entry.table)}“${nameOf(entry)}”一行`;
  const texts = entry.words.map(({ text }) => text);
  const ends = texts.map((_, index) => texts.slice(0, index + 1).join("").length);
  const { edits, matches } = compare(cutTokens(entry.label, ends), cutTokens(label.text, wordCuts(label)));
  if (label.text === "" && entry.label !== "") {
    const beside = found.figures[0]?.range;
    return { missing: [{ what: "words", expected: [entry.label], where, beside }] };
  }
  return {
    rewordings: edits.map((edit): Rewording => {
      const range = within(whole(label), ...edit.foundAt);
      const [from, to] = cellAround(ends, edit.expectedAt);
      const kind = kindOf(edit, [from, to], entry.label);
      const context = entry.label.slice(from, to);
      if (kind !== "digits") {
        const expected = entry.label.slice(...edit.expectedAt);
        return { expected, found: textOf(range), range, where, context, kind };
      }
      // of a code or an indicator's value all is shown
      const start = edit.foundAt[0] - (edit.expectedAt[0] - from);
      const cell = within(whole(label), Math.max(0, start), edit.foundAt[1] + to - edit.expectedAt[1]);
      return { expected: context, found: textOf(cell), range: cell, where, context, kind };
    }),
    writings: matches.flatMap(({ expected: { text }, found: token }): readonly Writing[] => {
      if (text === token.text || /\d/u.test(token.text)) return [];
      const range = within(whole(label), token.start, token.end);
      return [{ what: "mark", expected: text, found: token.text, range, where }];
    }),
  };
}

/** A name that lacks its end, with a bracket left open, was cut off by its cell. */
function kindOf(
  { expected, found, expectedAt }: TokenEdit,
  [from, to]: Interval,
  label: string,
): RewordingKind {
  const digits = [...expected, ...found].some(({ text }) => /\d/u.test(text));
  const [rest, lost] = [label.slice(from, expectedAt[0]), label.slice(...expectedAt)];
  const isCut = found.length === 0 && expectedAt[1] === to && opened(rest) > 0 && opened(rest + lost) === 0;
  return isCut ? "cut" : digits ? "digits" : "name";
}

/** How many brackets are left open. */
function opened(text: string): number {
  return text.split(/[（(]/u).length - text.split(/[）)]/u).length;
}

/** The cell that a place is in, by where each ends; of two, what stands between them belongs to the first. */
function cellAround(ends: readonly number[], [start, end]: Interval): Interval {
  const isBefore = (bound: number): boolean => (start < end ? bound <= start : bound < start);
  const from = ends.findLast(isBefore) ?? 0;
  return [from, ends.find((bound) => bound >= end && bound > from) ?? end];
}

/** Codes and names of different cells are no one number, though no blank parts them. */
function cutTokens(text: string, cuts: readonly number[]): readonly Token[] {
  const bounds = [...new Set([0, ...cuts, text.length])].sort((a, b) => a - b);
  return bounds.slice(1).flatMap((end, index) => {
    const start = bounds[index] ?? 0;
    return smallTokens(text.slice(start, end), start);
  });
}

/** Between the lines of a cell only numbers are parted: the unit of an amount may stand on two, and a project's code. */
function wordCuts(label: ScriptText): readonly number[] {
  const isWithin = (at: number): boolean =>
    beginsLine(label, at) && (/[^\d.,]/u.test(label.text[at] ?? "") || continuesCode(label, at));
  return label.lines.flatMap((_, at) => (at > 0 && beginsWord(label, at) && !isWithin(at) ? [at] : []));
}

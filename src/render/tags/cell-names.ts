import type { Table } from "../../model/report.js";
import { likeness } from "./likeness.js";

/** What readers find a cell by, without the words that say nothing of what it is. */
export interface CellName {
  /** what its table is about */
  readonly subject: string;
  readonly row: readonly string[];
  /** from the top down */
  readonly heads: readonly string[];
  /** its words one by one, and all of them in the order in which a sentence would have them */
  readonly phrases: readonly string[];
}

/** What a figure of the text is called, and what the heading above it is about. */
export interface FigureName {
  readonly measure: string;
  readonly subject: string;
}

/** Signs that sentences leave out, and what stands before names. */
const SIGNS = /[“”]|（万元）$/gu;
const BEFORE = /^(?:（?[一二三四五六七八九十]+[）、])?(?:其中：)?(?:本年)?/u;

/** Codes, and words that total rows and columns have whatever they sum. */
const SAYS_NOTHING = /^\d*$|^(收入|支出|资金)?([合小总]计|总额|金额)?$/u;

/** What a heading or a title is about, without the words that most of them have. */
export function subjectOf(name: string): string {
  return name.replace(/^[一二三四五六七八九十]+、|\d{4}年度?|情况|说明|表$/gu, "");
}

/** The name of a cell by the words at its left and above it; the whole unit's own name is that of a total row. */
export function nameOfCell(
  { title }: Table,
  row: readonly string[],
  heads: readonly string[],
  unit: string,
): CellName {
  const plain = (words: readonly string[]) =>
    words.map((word) => word.replace(SIGNS, "").replace(BEFORE, ""));
  const telling = (words: readonly string[]) =>
    plain(words).filter((word) => word !== unit && !SAYS_NOTHING.test(word));
  const words = [...new Set([...plain(heads), ...plain(row)])];
  const phrases = [...words, words.join("")];
  return { subject: subjectOf(title.text), row: telling(row), heads: telling(heads), phrases };
}

/** How surely a cell is what a figure of the text is called; undefined where it is called otherwise. */
export function sureness(cell: CellName, figure: FigureName): number | undefined {
  const own = nameLikeness(cell, figure);
  return own && WEIGHT * own + likeness(figure.subject, cell.subject);
}

/** How much more the name of a cell counts than that of its table. */
const WEIGHT = 2;

/** Where several cells are as surely meant, how well their words say it. */
export function wording({ phrases }: CellName, { measure }: FigureName): number {
  return Math.max(...phrases.map((phrase) => likeness(measure, phrase)));
}

function nameLikeness({ subject, row, heads }: CellName, figure: FigureName): number | undefined {
  const best = (words: readonly string[]) => Math.max(...words.map((word) => alike(word, figure)));
  if (!row.every((word) => fits(word, figure))) return undefined;
  const leaf = heads.slice(-1);
  const own = [...row, ...leaf];
  if (own.length === 0) return totalLikeness(subject, figure);
  if (leaf.every((word) => fits(word, figure))) return best(own);
  return heads.some((word) => likeness(figure.measure, word) > 0.9) ? PART : undefined;
}

/** What the name of a cell counts that is the only part there is of what the figure is called. */
const PART = 0.5;

/** A total is called what its table is about: it is meant where the heading is about that, or by a total's name. */
function totalLikeness(subject: string, { measure, ...heading }: FigureName): number | undefined {
  const isMeant = SAYS_NOTHING.test(measure) || likeness(heading.subject, subject) >= 0.5;
  if (!isMeant) return undefined;
  return measure.includes(subject) ? 1 : TOTAL;
}

/** What the name of a total counts where its table is called otherwise than the figure. */
const TOTAL = 0.4;

/** Whether a word says what a figure is called, or as good as that; what is other is never the same. */
function fits(word: string, { measure, subject }: FigureName): boolean {
  if (measure.includes(word) || subject.includes(word)) return true;
  return likeness(measure, word) >= 0.75 && word.includes("其他") === measure.includes("其他");
}

function alike(word: string, { measure, subject }: FigureName): number {
  const inHeading = subject.includes(word) ? HEADING * likeness(subject, word) : 0;
  return Math.max(likeness(measure, word), inHeading);
}

/** How much the heading counts of what the name of the figure would. */
const HEADING = 0.7;

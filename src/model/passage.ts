import type { Severity } from "../diagnostic/diagnostic.js";
import type { Code } from "../diagnostic/diagnostic-codes.js";
import type { Figure } from "./ledger.js";
import { figureText } from "./printed.js";
import type { Table } from "./report.js";
import type { Origin } from "./wording.js";

/** Stands for a figure in a passage's text. It is for private use, so no input holds it. */
export const FIGURE = "\uE000";

/** What a passage is in the document. */
export type PassageKind = "cover" | "heading" | "paragraph" | "title" | "header" | "cell" | "note";

/** A stretch of a document that is read in one go. */
export interface Passage {
  readonly kind: PassageKind;
  /** its words, with FIGURE in place of each figure */
  readonly text: string;
  /** the figures, in the order of their marks */
  readonly figures: readonly Figure[];
  /** where its words were written, and the tags that its figures stand for; not known of a document made elsewhere */
  readonly origins?: readonly Origin[];
  /** the heading or table it stands under */
  readonly under: string;
  /** the table it belongs to */
  readonly table?: PassageTable;
}

/** What rules ask of the table that a passage belongs to. */
export interface PassageTable extends Pick<Table, "number" | "title" | "unit" | "notes" | "sums"> {
  readonly hasFigure: boolean;
}

/** A stretch of a passage in which something is wrong. */
export interface Slip {
  readonly code: Code;
  readonly severity: Severity;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** one sentence in the officer's words */
  readonly message: string;
}

/** Passages made of sentences and headings, not of tables. */
export function isNarrative({ kind }: Passage): boolean {
  return kind === "cover" || kind === "heading" || kind === "paragraph";
}

/** Looked up once for all rules: a passage may have thousands of figures. */
const known = new WeakMap<Passage, ReadonlyMap<number, Figure>>();

/** The figures of a passage by where their marks stand, in order. */
export function figuresIn(passage: Passage): ReadonlyMap<number, Figure> {
  const found = known.get(passage) ?? new Map(figuresByMark(passage));
  known.set(passage, found);
  return found;
}

function figuresByMark({ text, figures }: Passage): readonly (readonly [number, Figure])[] {
  const all = text.matchAll(new RegExp(FIGURE, "g"));
  return [...all].flatMap(({ index }, at) => {
    const figure = figures[at];
    return figure ? [[index, figure] as const] : [];
  });
}

/** The figure whose mark stands at `index` of the passage. */
export function figureAt(passage: Passage, index: number): Figure | undefined {
  return passage.text[index] === FIGURE ? figuresIn(passage).get(index) : undefined;
}

/** A stretch of the passage as it is printed. */
export function printedText(passage: Passage, start: number, end: number): string {
  return Array.from({ length: end - start }, (_, index) => {
    const figure = figureAt(passage, start + index);
    return figure ? figureText(figure) : passage.text[start + index];
  }).join("");
}

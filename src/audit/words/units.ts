import type { Figure } from "../../model/ledger.js";
import { figureText, runText } from "../../model/printed.js";
import type { Block, Paragraph, Report } from "../../model/report.js";
import { blocksOf } from "../../model/walk.js";
import { compact } from "../../text/fold.js";

/** A figure among the words of a unit. */
export interface FigureSpan {
  readonly start: number;
  readonly end: number;
  readonly figure: Figure;
}

/** A sentence or heading that the document must have, without blanks. */
export interface Unit {
  readonly kind: "cover" | "contents" | "heading" | "sentence" | "caption" | "note";
  readonly text: string;
  readonly figures: readonly FigureSpan[];
  /** the heading or table it stands under */
  readonly under: string;
}

/** The sentences and headings of everything but the tables, in order. */
export function unitsOf(report: Report): readonly Unit[] {
  const units: Unit[] = [];
  let under = report.title.text;
  for (const block of blocksOf(report)) {
    if (block.kind === "heading") under = block.lines.map(({ text }) => text).join(" ");
    units.push(...blockUnits(block, under));
  }
  return units.filter(({ text }) => text !== "");
}

function blockUnits(block: Block, under: string): readonly Unit[] {
  switch (block.kind) {
    case "cover":
      return block.lines.map(({ text }) => plainUnit("cover", text, under));
    case "contents":
      return [plainUnit("contents", block.title.text, under)];
    case "heading":
      return block.lines.map(({ text }) => plainUnit("heading", text, under));
    case "paragraph":
      return sentencesOf(paragraphUnit(block, under));
    case "signature":
    case "table":
      return [];
  }
}

export function plainUnit(kind: Unit["kind"], text: string, under: string): Unit {
  return { kind, text: compact(text), figures: [], under };
}

/** The sentences of a note below a table. */
export function noteUnits(note: Paragraph, under: string): readonly Unit[] {
  return sentencesOf(plainUnit("note", note.runs.map(runText).join(""), under));
}

function paragraphUnit({ runs }: Paragraph, under: string): Unit {
  let text = "";
  const figures: FigureSpan[] = [];
  for (const run of runs) {
    const start = text.length;
    text += run.kind === "text" ? compact(run.text) : figureText(run.figure);
    if (run.kind === "figure") figures.push({ start, end: text.length, figure: run.figure });
  }
  return { kind: "sentence", text, figures, under };
}

/** Sentences end behind these; a closing quotation mark or bracket belongs to the sentence before it. */
export const SENTENCE = /[^。！？]*[。！？]+[”’）〉》]*|[^。！？]+$/gu;

function sentencesOf(unit: Unit): readonly Unit[] {
  return [...unit.text.matchAll(SENTENCE)].map(({ 0: text, index }) => ({
    ...unit,
    text,
    figures: unit.figures
      .filter(({ start }) => start >= index && start < index + text.length)
      .map((span) => ({ ...span, start: span.start - index, end: span.end - index })),
  }));
}

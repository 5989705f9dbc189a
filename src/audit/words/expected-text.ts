import type { Figure } from "../../model/ledger.js";
import { figureText, runText } from "../../model/printed.js";
import type { Block, Paragraph, Report } from "../../model/report.js";
import { blocksOf, ownWords } from "../../model/walk.js";
import { compact } from "../../text/fold.js";
import { sentencesIn } from "../../text/sentences.js";

/** A figure among the words of a unit, and where it begins. */
interface PlacedFigure {
  readonly start: number;
  readonly figure: Figure;
}

/** A sentence or heading that the document must have, without blanks. */
export interface ExpectedText {
  readonly kind: "cover" | "contents" | "heading" | "sentence" | "caption" | "note";
  readonly text: string;
  readonly figures: readonly PlacedFigure[];
  /** the heading or table it stands under */
  readonly under: string;
}

/** The sentences and headings of everything but the tables, in order. */
export function expectedTexts(report: Report): readonly ExpectedText[] {
  const units: ExpectedText[] = [];
  let under = report.title.text;
  for (const block of blocksOf(report)) {
    if (block.kind === "heading") under = block.lines.map(({ text }) => text).join(" ");
    units.push(...blockUnits(block, under));
  }
  return units.filter(({ text }) => text !== "");
}

function blockUnits(block: Block, under: string): readonly ExpectedText[] {
  switch (block.kind) {
    case "cover":
      return ownWords(block).map(({ text }) => plainUnit("cover", text, under));
    case "contents":
      return [plainUnit("contents", block.title.text, under)];
    case "heading":
      return block.lines.map(({ text }) => plainUnit("heading", text, under));
    case "paragraph":
      return sentencesOf(paragraphUnit(block, under));
    case "chart":
      return [plainUnit("caption", block.title.text, under)];
    case "signature":
    case "table":
      return [];
  }
}

export function plainUnit(kind: ExpectedText["kind"], text: string, under: string): ExpectedText {
  return { kind, text: compact(text), figures: [], under };
}

/** The sentences of a note below a table. */
export function noteUnits(note: Paragraph, under: string): readonly ExpectedText[] {
  return sentencesOf(plainUnit("note", note.runs.map(runText).join(""), under));
}

function paragraphUnit({ runs }: Paragraph, under: string): ExpectedText {
  let text = "";
  const figures: PlacedFigure[] = [];
  for (const run of runs) {
    if (run.kind === "figure") figures.push({ start: text.length, figure: run.figure });
    text += run.kind === "text" ? compact(run.text) : figureText(run.figure);
  }
  return { kind: "sentence", text, figures, under };
}

function sentencesOf(unit: ExpectedText): readonly ExpectedText[] {
  return sentencesIn(unit.text).map(({ from, to }) => ({
    ...unit,
    text: unit.text.slice(from, to),
    figures: unit.figures
      .filter(({ start }) => start >= from && start < to)
      .map(({ start, figure }) => ({ start: start - from, figure })),
  }));
}

import type { Figure } from "../model/ledger.js";
import { figureText } from "../model/printed.js";
import type { Block, Column, Paragraph, Report, Table } from "../model/report.js";

/** Stands for a figure in a passage's text. It is for private use, so no input holds it. */
export const FIGURE = "\uE000";

/** What a passage is in the document. */
export type PassageKind = "cover" | "heading" | "paragraph" | "title" | "header" | "cell" | "note";

/** A stretch of the report that is read in one go. */
export interface Passage {
  readonly kind: PassageKind;
  /** its words, with FIGURE in place of each figure */
  readonly text: string;
  /** the figures, in the order of their marks */
  readonly figures: readonly Figure[];
  /** the heading or table it stands under */
  readonly under: string;
  /** the table it belongs to */
  readonly table?: Table;
}

/** Passages made of sentences and headings, not of tables. */
export function isNarrative({ kind }: Passage): boolean {
  return kind === "cover" || kind === "heading" || kind === "paragraph";
}

/** All that the report prints, in order. */
export function passagesOf(report: Report): readonly Passage[] {
  const passages = [words("cover", report.title, report.title)];
  let under = report.title;
  for (const block of report.parts.flatMap((part) => part.blocks)) {
    if (block.kind === "heading") under = block.lines.join("");
    passages.push(...blockPassages(block, under));
  }
  return passages.filter((passage) => passage.text !== "");
}

function blockPassages(block: Block, under: string): readonly Passage[] {
  switch (block.kind) {
    case "cover":
      return block.lines.map((line) => words("cover", line, under));
    case "contents":
      return [words("heading", block.title, under)];
    case "signature":
      return [words("cover", block.name, under), words("cover", block.date, under)];
    case "heading":
      return block.lines.map((line) => words("heading", line, under));
    case "paragraph":
      return [paragraphPassage("paragraph", block, under)];
    case "table":
      return tablePassages(block);
  }
}

function tablePassages(table: Table): readonly Passage[] {
  const { number, title, left, right, columns, rows, notes } = table;
  const under = `${number} ${title}`;
  const cells = rows.flatMap((row) => row.cells.flatMap((cell) => (cell.kind === "text" ? [cell.text] : [])));
  const of = (kind: PassageKind, texts: readonly string[]): readonly Passage[] =>
    texts.map((text) => ({ ...words(kind, text, under), table }));
  return [
    ...of("title", [number, title, left, right]),
    ...of("header", columns.flatMap(headers)),
    ...of("cell", cells),
    ...notes.map((note) => ({ ...paragraphPassage("note", note, under), table })),
  ];
}

function paragraphPassage(kind: PassageKind, { runs }: Paragraph, under: string): Passage {
  return {
    kind,
    text: runs.map((run) => (run.kind === "text" ? run.text : FIGURE)).join(""),
    figures: runs.flatMap((run) => (run.kind === "figure" ? [run.figure] : [])),
    under,
  };
}

function headers(column: Column): readonly string[] {
  return [column.header, ...column.children.flatMap(headers)];
}

function words(kind: PassageKind, text: string, under: string): Passage {
  return { kind, text, figures: [], under };
}

/** The figure whose mark stands at `index` of the passage. */
export function figureAt({ text, figures }: Passage, index: number): Figure | undefined {
  return text[index] === FIGURE ? figures[text.slice(0, index).split(FIGURE).length - 1] : undefined;
}

/** A stretch of the passage as it is printed. */
export function printedText(passage: Passage, start: number, end: number): string {
  return Array.from({ length: end - start }, (_, index) => {
    const figure = figureAt(passage, start + index);
    return figure ? figureText(figure) : passage.text[start + index];
  }).join("");
}

import { FIGURE, type Passage, type PassageKind } from "../model/passage.js";
import type { Block, Paragraph, Report, Table } from "../model/report.js";
import { tableCaption } from "../model/table-words.js";
import { blocksOf, cellWords, hasFigure, headsIn, ownWords } from "../model/walk.js";
import { joined, type Wording } from "../model/wording.js";

/** All that the report prints, in order. */
export function passagesOf(report: Report): readonly Passage[] {
  const title = words("cover", report.title, report.title.text);
  let under = report.title.text;
  const blocks = blocksOf(report).flatMap((block) => {
    if (block.kind === "heading") under = block.lines.map(({ text }) => text).join("");
    return blockPassages(block, under);
  });
  return [title, ...blocks].filter((passage) => passage.text !== "");
}

function blockPassages(block: Block, under: string): readonly Passage[] {
  switch (block.kind) {
    case "cover":
      return [...block.lines, ...(block.edition ?? [])].map((line) => words("cover", line, under));
    case "contents":
    case "chart":
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
  const under = tableCaption(table);
  const of = (kind: PassageKind, wordings: readonly Wording[]): readonly Passage[] =>
    wordings.map((wording) => words(kind, wording, under));
  const passages = [
    ...of("title", ownWords(table)),
    ...of(
      "header",
      headsIn(table.columns).map(({ header }) => header),
    ),
    ...of("cell", cellWords(table)),
    ...table.notes.map((note) => paragraphPassage("note", note, under)),
  ];
  const seen = { ...table, hasFigure: hasFigure(table) };
  return passages.map((passage) => ({ ...passage, table: seen }));
}

function paragraphPassage(kind: PassageKind, { runs }: Paragraph, under: string): Passage {
  return {
    ...words(
      kind,
      joined(runs.map((run) => (run.kind === "text" ? run : { text: FIGURE, origins: run.origins }))),
      under,
    ),
    figures: runs.flatMap((run) => (run.kind === "figure" ? [run.figure] : [])),
  };
}

function words(kind: PassageKind, { text, origins }: Wording, under: string): Passage {
  return { kind, text, origins, figures: [], under };
}

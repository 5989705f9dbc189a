import { FIGURE, type Passage, type PassageKind } from "../model/passage.js";
import type { Block, Column, Paragraph, Report, Table } from "../model/report.js";

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

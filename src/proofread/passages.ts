import { FIGURE, type Passage, type PassageKind } from "../model/passage.js";
import type { Block, Column, Paragraph, Report, Table } from "../model/report.js";
import { joined, type Wording } from "../model/wording.js";

/** All that the report prints, in order. */
export function passagesOf(report: Report): readonly Passage[] {
  const passages = [words("cover", report.title, report.title.text)];
  let under = report.title.text;
  for (const block of report.parts.flatMap((part) => part.blocks)) {
    if (block.kind === "heading") under = block.lines.map(({ text }) => text).join("");
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
  const under = `${number.text} ${title.text}`;
  const cells = rows.flatMap((row) => row.cells.flatMap((cell) => (cell.kind === "text" ? [cell] : [])));
  const of = (kind: PassageKind, wordings: readonly Wording[]): readonly Passage[] =>
    wordings.map((wording) => ({ ...words(kind, wording, under), table }));
  return [
    ...of("title", [number, title, left, right]),
    ...of("header", columns.flatMap(headers)),
    ...of("cell", cells),
    ...notes.map((note) => ({ ...paragraphPassage("note", note, under), table })),
  ];
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

function headers(column: Column): readonly Wording[] {
  return [column.header, ...column.children.flatMap(headers)];
}

function words(kind: PassageKind, { text, origins }: Wording, under: string): Passage {
  return { kind, text, origins, figures: [], under };
}

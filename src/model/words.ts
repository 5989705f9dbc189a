import type { Block, Column, Paragraph, Table } from "./report.js";

/** All words that a block prints, figures left out. */
export function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "cover":
    case "heading":
      return block.lines;
    case "contents":
      return [block.title];
    case "signature":
      return [block.name, block.date];
    case "paragraph":
      return [paragraphWords(block)];
    case "table":
      return tableWords(block);
  }
}

function tableWords({ number, title, left, right, columns, rows, notes }: Table): readonly string[] {
  const cells = rows.flatMap((row) => row.cells.flatMap((cell) => (cell.kind === "text" ? [cell.text] : [])));
  return [number, title, left, right, ...columns.flatMap(headers), ...cells, ...notes.map(paragraphWords)];
}

/** The words of a paragraph, figures left out. */
export function paragraphWords({ runs }: Paragraph): string {
  return runs.map((run) => (run.kind === "text" ? run.text : "")).join("");
}

/** The words of a column's head and of those below it. */
export function headers(column: Column): readonly string[] {
  return [column.header, ...column.children.flatMap(headers)];
}

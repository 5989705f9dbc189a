import type { Block, Column, Paragraph, Table } from "./report.js";

/** All words that a block prints, figures left out. */
export function wordsOf(block: Block): readonly string[] {
  if (block.kind === "paragraph") return [paragraphWords(block)];
  return block.kind === "table" ? tableWords(block) : ownWords(block);
}

function tableWords(table: Table): readonly string[] {
  const { columns, rows, notes } = table;
  const cells = rows.flatMap((row) => row.cells.flatMap((cell) => (cell.kind === "text" ? [cell.text] : [])));
  return [...ownWords(table), ...columns.flatMap(headers), ...cells, ...notes.map(paragraphWords)];
}

/** The words that a block is set in line by line, besides its runs and cells: of a table those above its head. */
export function ownWords(block: Block): readonly string[] {
  switch (block.kind) {
    case "cover":
    case "heading":
      return block.lines.map(({ text }) => text);
    case "contents":
      return [block.title.text];
    case "signature":
      return [block.name.text, block.date.text];
    case "paragraph":
      return [];
    case "table":
      return [block.number.text, block.title.text, block.left.text, block.right.text];
  }
}

/** The words of a paragraph, figures left out. */
export function paragraphWords({ runs }: Paragraph): string {
  return runs.map((run) => (run.kind === "text" ? run.text : "")).join("");
}

/** The words of a column's head and of those below it. */
export function headers(column: Column): readonly string[] {
  return [column.header.text, ...column.children.flatMap(headers)];
}

import type { Figure } from "../../src/model/ledger.js";
import type { Block, Paragraph, Report, Table } from "../../src/model/report.js";
import { paragraphWords } from "../../src/model/words.js";

/** A sentence, or a cell of a table: its words, and the figures among them. */
export interface Statement {
  /** where it stands */
  readonly where: string;
  /** `#` stands for each figure */
  readonly words: string;
  readonly figures: readonly Figure[];
}

/** All that a report says but the notes of its tables, in order. */
export function statementsOf(report: Report): readonly Statement[] {
  return report.parts
    .flatMap((part) => part.blocks)
    .flatMap((block, index) => statementsIn(block, `第 ${index + 1} 块`));
}

function statementsIn(block: Block, where: string): readonly Statement[] {
  switch (block.kind) {
    case "cover":
    case "heading":
      return block.lines.map((words) => ({ where, words, figures: [] }));
    case "contents":
      return [{ where, words: block.title, figures: [] }];
    case "signature":
      return [block.name, block.date].map((words) => ({ where, words, figures: [] }));
    case "paragraph":
      return sentencesIn(block, where);
    case "table":
      return cellsIn(block);
  }
}

function sentencesIn({ runs }: Paragraph, where: string): readonly Statement[] {
  const figures = runs.flatMap((run) => (run.kind === "figure" ? [run.figure] : []));
  const text = runs.map((run) => (run.kind === "text" ? run.text : "#")).join("");
  let passed = 0;
  return text.split("。").map((words, index) => {
    const count = words.split("#").length - 1;
    passed += count;
    return { where: `${where}第 ${index + 1} 句`, words, figures: figures.slice(passed - count, passed) };
  });
}

function cellsIn({ number, title, left, right, rows }: Table): readonly Statement[] {
  const cells = rows.flatMap((row, y) =>
    row.cells.map((cell, x): Statement => {
      const where = `${number}第 ${y + 1} 行第 ${x + 1} 列`;
      if (cell.kind === "figure") return { where, words: "#", figures: [cell.figure] };
      return { where, words: cell.kind === "text" ? cell.text : "", figures: [] };
    }),
  );
  return [...[number, title, left, right].map((words) => ({ where: number, words, figures: [] })), ...cells];
}

/** The notes of every table but those on rounding, which come and go with the amounts. */
export function notesOf(report: Report): readonly string[] {
  return report.parts
    .flatMap((part) => part.blocks)
    .flatMap((block) => (block.kind === "table" ? block.notes.map(paragraphWords) : []))
    .filter((note) => !note.startsWith("注：因四舍五入，"));
}

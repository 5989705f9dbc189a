import type { RecoveredCell, RecoveredParagraph, RecoveredTable } from "../../model/recovered.js";
import { partsOfSheet } from "./sheet-tables.js";

/** What a text says that was pasted out of a document: its lines with tabs are rows, all others are prose. */
export function recoverText(text: string): {
  readonly tables: readonly RecoveredTable[];
  readonly paragraphs: readonly RecoveredParagraph[];
} {
  const lines = text.split(/\r\n|[\r\n]/);
  const rows = lines.map((line, index): readonly RecoveredCell[] =>
    line.split("\t").map((cell, column): RecoveredCell => {
      const [words, indent] = [cell.trim(), cell.length - cell.trimStart().length];
      return { text: words, indent, columns: 1, rows: 1, where: `第 ${index + 1} 行第 ${column + 1} 列` };
    }),
  );
  const { tables } = partsOfSheet("", rows);
  const paragraphs = lines.flatMap((line, index) =>
    line.trim() === "" || line.includes("\t") ? [] : [{ text: line.trim(), where: `第 ${index + 1} 行` }],
  );
  return { tables, paragraphs };
}

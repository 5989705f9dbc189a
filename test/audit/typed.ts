import type { Grid, GridRow, Manuscript, Piece, ScriptLine } from "../../src/model/manuscript.js";
import { cellText, runText } from "../../src/model/printed.js";
import type { Block, Report, Table } from "../../src/model/report.js";
import { layHead } from "../../src/render/tables/table-head.js";

/** As many characters stand on a line of a page. */
const WIDTH = 28;
const BETWEEN = " | ";

/** What would be read of the PDF of a report, without the PDF: a page for each part, its tables between rules. */
export function manuscriptOf(report: Report, file = "公开.pdf"): Manuscript {
  let offset = 0;
  let number = 0;
  const line = (text: string, page: number): ScriptLine => {
    const made: ScriptLine = { kind: "line", text, page, number: ++number, offset, breaks: [] };
    offset += text.length + 1;
    return made;
  };
  const pages = report.parts.map((part, index) => {
    number = 0;
    const page = index + 1;
    const pieces = part.blocks.flatMap((block) => piecesOf(block, (text) => line(text, page)));
    return { number: page, pieces, unread: undefined };
  });
  return { file, pages };
}

type Write = (text: string) => ScriptLine;

function piecesOf(block: Block, write: Write): readonly Piece[] {
  switch (block.kind) {
    case "cover":
    case "heading":
      return block.lines.map(({ text }) => write(text));
    case "contents":
      return [];
    case "chart":
      return [write(block.title.text)];
    case "signature":
      return [block.name, block.date].map(({ text }) => write(text));
    case "paragraph":
      return wrapped(block.runs.map(runText).join("")).map(write);
    case "table":
      return tablePieces(block, write);
  }
}

/** Lines end between characters, but not within a number and its unit. */
function wrapped(text: string): readonly string[] {
  const pieces = text.match(/[\d.,]+(?:万元|%)?|[^\d]/gu) ?? [];
  const lines = [""];
  for (const piece of pieces) {
    if ((lines.at(-1) ?? "").length + piece.length > WIDTH) lines.push("");
    lines.push((lines.pop() ?? "") + piece);
  }
  return lines;
}

function tablePieces(table: Table, write: Write): readonly Piece[] {
  const above = [table.number.text, table.title.text, `${table.left.text}    ${table.right.text}`].map(write);
  return [
    ...above,
    gridOf(table, write),
    ...table.notes.flatMap(({ runs }) => wrapped(runs.map(runText).join(""))).map(write),
  ];
}

interface Placed {
  readonly column: number;
  readonly columns: number;
  readonly text: string;
}

function gridOf(table: Table, write: Write): Grid {
  const { rows, cells, columns } = layHead(table.columns);
  const head = Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row));
  const body = table.rows.map((row) =>
    row.cells.map((cell, column): Placed => ({ column, columns: 1, text: cellText(cell) })),
  );
  const all = [...head.map((row) => row.toSorted((a, b) => a.column - b.column)), ...body];
  return { kind: "grid", columns, rows: all.map((row) => rowOf(row, write)) };
}

function rowOf(cells: readonly Placed[], write: Write): GridRow {
  const shown = cells.filter(({ text }) => text !== "");
  let start = 0;
  const placed = shown.map(({ column, columns, text }) => {
    const cell = { column, columns, start, end: start + text.length };
    start = cell.end + BETWEEN.length;
    return cell;
  });
  return { line: write(shown.map(({ text }) => text).join(BETWEEN)), cells: placed };
}

// What every engine prints: the report of the sample, with the tables' widths and type sizes as this program chooses them.
import { cellText, runText } from "../../dist/model/printed.js";
import { leavesOf } from "../../dist/model/walk.js";
import { RULE, textBlock } from "../../dist/render/layout/page.js";
import { layHead } from "../../dist/render/tables/table-head.js";
import { chooseType } from "../../dist/render/tables/table-type.js";

/** The report as plain data: all of its words are strings. */
export function contentOf(report, fonts) {
  const { author, date, style } = report;
  const parts = report.parts.map(({ orientation, numbered, blocks }) => {
    const room = textBlock(orientation, style.margins[orientation]);
    const plain = blocks.map((block) => plainBlock(block, style, room, fonts));
    return { orientation, numbered, blocks: plain };
  });
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return { title: report.title.text, author, date: { year, month, day }, style, parts };
}

function plainBlock(block, style, room, fonts) {
  switch (block.kind) {
    case "cover":
      return { kind: "cover", lines: block.lines.map(textOf) };
    case "contents":
      return { kind: "contents", title: block.title.text };
    case "heading":
      return { kind: "heading", level: block.level, lines: block.lines.map(textOf) };
    case "paragraph":
      return { kind: "paragraph", ...plainParagraph(block) };
    case "signature":
      return { kind: "signature", name: block.name.text, date: block.date.text };
    case "table":
      return plainTable(block, style, room, fonts);
    default:
      throw new Error(`a block that the peers are not given: ${block.kind}`);
  }
}

function textOf({ text }) {
  return text;
}

function plainParagraph({ runs }) {
  return { text: runs.map(runText).join(""), figures: runs.filter(isFigure).map(runText) };
}

function isFigure({ kind }) {
  return kind === "figure";
}

function plainTable(table, style, room, fonts) {
  const grid = layHead(table.columns);
  const aligns = leavesOf(table.columns).map(({ column }) => column.align);
  // the lines above the table are as high as in every document: its number, its title, and what is beside each other
  const above = style.tableNumber.pitch + style.tableTitle.pitch + style.table.pitch;
  const [first, next] = [room.height - RULE - above, room.height - RULE - style.table.pitch];
  const sheet = { width: room.width, first, next, notes: table.notes.length * style.table.pitch };
  const { widths, type } = chooseType(table, grid, style.table, sheet, fonts);
  const head = Array.from({ length: grid.rows }, (_, row) =>
    grid.cells
      .filter((cell) => cell.row === row)
      .sort((a, b) => a.column - b.column)
      .map(({ text, column, rows, columns }) => ({ text, column, rows, columns })),
  );
  const body = table.rows.map((row) =>
    row.cells.flatMap((cell, column) =>
      cell.kind === "covered"
        ? []
        : [{ text: cellText(cell), figure: isFigure(cell), column, rows: cell.rows, columns: 1 }],
    ),
  );
  const { number, title, left, right, notes } = table;
  const texts = notes.map((note) => plainParagraph(note).text);
  return {
    kind: "table",
    number: number.text,
    title: title.text,
    left: left.text,
    right: right.text,
    notes: texts,
    size: type.style.size,
    widths,
    aligns,
    head,
    body,
  };
}

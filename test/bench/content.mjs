// What every engine prints: the report of the sample, with the tables' widths and type sizes as this program chooses them.

import { cellText, runText } from "../../dist/model/printed.js";
import { textBlock } from "../../dist/render/layout/page.js";
import { layHead } from "../../dist/render/tables/table-head.js";
import { chooseType } from "../../dist/render/tables/table-type.js";
import { examine } from "../../dist/work/build.js";

/** The report as plain data. */
export async function contentOf(data, setting) {
  const { report } = await examine({ data }, setting);
  const { title, author, style } = report;
  const parts = report.parts.map(({ orientation, numbered, blocks }) => {
    const { width } = textBlock(orientation, style.margins[orientation]);
    const plain = blocks.map((block) => plainBlock(block, style, width, setting.program.fonts));
    return { orientation, numbered, blocks: plain };
  });
  return { title, author, style, parts };
}

function plainBlock(block, style, width, fonts) {
  switch (block.kind) {
    case "paragraph":
      return { kind: "paragraph", ...plainParagraph(block) };
    case "table":
      return plainTable(block, style, width, fonts);
    default:
      return block;
  }
}

function plainParagraph({ runs }) {
  return { text: runs.map(runText).join(""), figures: runs.filter(isFigure).map(runText) };
}

function isFigure({ kind }) {
  return kind === "figure";
}

function plainTable(table, style, width, fonts) {
  const { rows, cells, aligns } = layHead(table.columns);
  const { widths, type } = chooseType(table, { rows, cells, aligns }, style.table, width, fonts);
  const head = Array.from({ length: rows }, (_, row) =>
    cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column),
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
    number,
    title,
    left,
    right,
    notes: texts,
    size: type.style.size,
    widths,
    aligns,
    head,
    body,
  };
}

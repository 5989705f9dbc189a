import { cellText, runText } from "../src/model/printed.js";
import type {
  Align,
  Block,
  Cell,
  HeadingLevel,
  Paragraph,
  Part,
  Report,
  Table,
} from "../src/model/report.js";
import { leavesOf } from "../src/model/walk.js";
import { layHead } from "../src/render/tables/table-head.js";

/**
 * A report as plain text, to be read and compared: every word and figure as it is printed, one line for each heading,
 * paragraph and row. In rows ` | ` parts the cells, `·` is an empty one, `↓3` stands behind a text that spans three
 * rows, `↑` and `←` in cells that the one above or at the left covers.
 */
export function reportAsText(report: Report): string {
  const { title, author, subject, date } = report;
  const parts = report.parts.map(partAsText);
  return `${[title.text, author, subject, date.toISOString().slice(0, 10)].join("\n")}\n\n${parts.join("\n")}`;
}

function partAsText({ orientation, numbered, blocks }: Part): string {
  return [`==== ${orientation}${numbered ? " #" : ""}`, ...blocks.map(blockAsText), ""].join("\n");
}

const HEADING_SIGNS: Readonly<Record<HeadingLevel, string>> = {
  part: "\n#",
  annex: "\n#",
  section: "\n##",
  subsection: "\n###",
};

function blockAsText(block: Block): string {
  switch (block.kind) {
    case "cover":
      return ["[cover]", ...block.lines.map(({ text }) => text)].join("\n");
    case "contents":
      return `[contents] ${block.title.text}`;
    case "heading":
      return `${HEADING_SIGNS[block.level]} ${block.lines.map(({ text }) => text).join(" / ")}`;
    case "chart":
      return `[${block.form}] ${block.title.text} | ${block.says}`;
    case "paragraph":
      return paragraphAsText(block);
    case "signature":
      return `[signature] ${block.name.text} | ${block.date.text}`;
    case "table":
      return tableAsText(block);
  }
}

function paragraphAsText({ runs }: Paragraph): string {
  return runs.map(runText).join("");
}

const ALIGN_SIGNS: Readonly<Record<Align, string>> = { left: ":--", center: ":-:", right: "--:" };

function tableAsText(table: Table): string {
  const head = headRows(table);
  const aligns = leavesOf(table.columns).map(({ column }) => ALIGN_SIGNS[column.align]);
  const body = table.rows.map((row) => row.cells.map(cellAsText));
  return [
    `\n[table] ${table.number.text} | ${table.title.text}`,
    `${table.left.text} | ${table.right.text}`,
    ...[...head, aligns, ...body].map((cells) => cells.join(" | ")),
    ...table.notes.map(paragraphAsText),
  ].join("\n");
}

function headRows(table: Table): string[][] {
  const { rows, cells, columns: width } = layHead(table.columns);
  const grid = Array.from({ length: rows }, () => new Array<string>(width).fill(""));
  for (const { text, row, column, rows, columns } of cells) {
    for (let y = row; y < row + rows; y++) {
      grid[y]?.fill(y === row ? "←" : "↑", column, column + columns);
    }
    grid[row]?.fill(text, column, column + 1);
  }
  return grid;
}

function cellAsText(cell: Cell): string {
  if (cell.kind === "covered") return "↑";
  const text = cellText(cell) || "·";
  return cell.rows > 1 ? `${text} ↓${cell.rows}` : text;
}

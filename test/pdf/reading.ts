import { cellText, runText } from "../../src/model/printed.js";
import type { Block, Cell, HeadingLevel, Report, Table } from "../../src/model/report.js";
import { layHead } from "../../src/render/tables/table-head.js";
import { elementsIn, type StructureNode, textOf } from "./structure.js";

/**
 * What a document says in the order in which it is read, one line for each heading, paragraph and row. Blanks do not
 * count, as they may be lost where a line ends. The contents are left out: their entries say what the headings say.
 */
export type Reading = readonly string[];

const compact = (text: string): string => text.replace(/\s/g, "");

/** Where a cell that spans others reaches to: its place, its height and its width. */
interface Place {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

/** What should be read of a report that has a cover. */
export function readingOfReport(report: Report): Reading {
  return report.parts.flatMap((part) => part.blocks).flatMap(readingOfBlock);
}

const LEVELS: Readonly<Record<HeadingLevel, string>> = {
  part: "H2",
  annex: "H2",
  section: "H3",
  subsection: "H4",
};

function readingOfBlock(block: Block): Reading {
  switch (block.kind) {
    case "cover":
      return [`H1 ${compact(block.lines.map(({ text }) => text).join(""))}`];
    case "contents":
      return [`H2 ${compact(block.title.text)}`];
    case "heading":
      return [`${LEVELS[block.level]} ${compact(block.lines.map(({ text }) => text).join(""))}`];
    case "signature":
      return [`P ${compact(block.name.text + block.date.text)}`];
    case "chart":
      return ["Figure", `P ${compact(block.title.text)}`];
    case "paragraph":
      return [`P ${compact(block.runs.map(runText).join(""))}`];
    case "table":
      return [...readingOfTable(block), ...block.notes.flatMap(readingOfBlock)];
  }
}

function readingOfTable(table: Table): Reading {
  const { number, title, left, right, rows } = table;
  const head = layHead(table.columns);
  const headRows = Array.from({ length: head.rows }, (_, row) =>
    head.cells.filter((cell) => cell.row === row).toSorted((a, b) => a.column - b.column),
  );
  return [
    `H3 ${compact(number.text + title.text)}`,
    ...[left, right].map(({ text }) => `Caption ${compact(text)}`),
    ...headRows.map((cells) => `THead ${cells.map(placeText).join("|")}`),
    ...rows.map(({ cells }) => `TBody ${cells.flatMap(placeOfCell).map(placeText).join("|")}`),
  ];
}

function placeOfCell(cell: Cell): Place[] {
  return cell.kind === "covered"
    ? []
    : [{ text: cellText(cell), rows: cell.rows, columns: cell.columns ?? 1 }];
}

function placeText({ text, rows, columns }: Place): string {
  return `${compact(text)}${rows > 1 ? `↓${rows}` : ""}${columns > 1 ? `→${columns}` : ""}`;
}

/** What is read of a finished document. */
export function readingOfStructure(root: StructureNode): Reading {
  return root.kids.flatMap((kid) => {
    if (typeof kid === "string") throw new Error(`text outside of any block: ${kid}`);
    if (kid.type === "TOC") return [];
    return kid.type === "Table" ? readingOfTableNode(kid) : [`${kid.type} ${compact(textOf(kid))}`];
  });
}

function readingOfTableNode(table: StructureNode): Reading {
  return table.kids.flatMap((group) => {
    if (typeof group === "string") throw new Error(`text in a table outside of its cells: ${group}`);
    if (group.type === "Caption")
      return elementsIn(group, "P").map((each) => `Caption ${compact(textOf(each))}`);
    return elementsIn(group, "TR").map((row) => `${group.type} ${row.kids.map(placeOfNode).join("|")}`);
  });
}

function placeOfNode(cell: StructureNode | string): string {
  if (typeof cell === "string") throw new Error(`text in a row outside of its cells: ${cell}`);
  const { RowSpan = "1", ColSpan = "1" } = cell.attributes;
  return placeText({ text: textOf(cell), rows: Number(RowSpan), columns: Number(ColSpan) });
}

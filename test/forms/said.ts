import { cellText, runText } from "../../src/model/printed.js";
import type { Block, Paragraph, Report, Table } from "../../src/model/report.js";
import { blocksOf, headsOver, leavesOf, seenCells } from "../../src/model/walk.js";
import { layHead } from "../../src/render/tables/table-head.js";

/** What a reader sees of a table: what stands above, under which heads, in which row and column, and below. */
export interface SaidTable {
  readonly above: readonly string[];
  /** over each column from the top down */
  readonly heads: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

export type Said = string | SaidTable;

/** All that a report says behind its title page and contents, in order. */
export function saidBy(report: Report): readonly Said[] {
  return blocksOf(report).flatMap(blockSays);
}

function blockSays(block: Block): readonly Said[] {
  switch (block.kind) {
    case "cover":
    case "contents":
      return [];
    case "heading":
      return [block.lines.map(({ text }) => text).join("")];
    case "chart":
      return [block.title.text];
    case "paragraph":
      return [paragraphSays(block)];
    case "signature":
      return [block.name.text, block.date.text];
    case "table":
      return [tableSays(block)];
  }
}

export function tableSays(table: Table): SaidTable {
  const { number, title, left, right } = table;
  return {
    above: [number, title, left, right].map(({ text }) => text),
    heads: layHead(table.columns).rows === 0 ? [] : leavesOf(table.columns).map(headsOver),
    rows: seenCells(table).map((cells) => cells.map(cellText)),
    notes: table.notes.map(paragraphSays),
  };
}

function paragraphSays({ runs }: Paragraph): string {
  return runs.map(runText).join("");
}

import type { Cell, Column, Table } from "../../model/report.js";
import { labelColumns } from "../../model/table-words.js";
import { leavesOf } from "../../model/walk.js";
import { CAPTION_PARTS, type CaptionPart } from "../layout/set-line.js";
import { layHead } from "../tables/table-head.js";
import { addElement, type StructureElement as Element } from "./structure.js";
import { indexHeaders } from "./table-headers.js";

/** The elements of a table, to be found by what is printed in them. */
export interface TableStructure {
  readonly captions: ReadonlyMap<CaptionPart, Element>;
  readonly heads: ReadonlyMap<Column, Element>;
  readonly cells: ReadonlyMap<Cell, Element>;
}

/** Adds a table to `parent`: its caption, its head and its rows, with every cell whether or not anything is in it. */
export function addTable(table: Table, parent: Element): TableStructure {
  const element = addElement(parent, "Table");
  const captions = addCaption(table, element);
  const heads = addHead(table, addElement(element, "THead"));
  const cells = addRows(table, heads, addElement(element, "TBody"));
  return { captions, heads, cells };
}

/** A paragraph for each of the words above a table, so that its number, its title and its unit are read apart. */
function addCaption(table: Table, parent: Element): ReadonlyMap<CaptionPart, Element> {
  const parts = CAPTION_PARTS.filter((part) => table[part].text.trim() !== "");
  if (parts.length === 0) return new Map();
  const caption = addElement(parent, "Caption");
  return new Map(parts.map((part) => [part, addElement(caption, "P")]));
}

function addHead(table: Table, head: Element): ReadonlyMap<Column, Element> {
  const grid = layHead(table.columns);
  const rows = Array.from({ length: grid.rows }, () => addElement(head, "TR"));
  const elements = new Map<Column, Element>();
  for (const { of, row, rows: height, columns } of grid.cells.toSorted((a, b) => a.column - b.column)) {
    const parent = rows[row];
    if (!parent) throw new Error(`a head of ${grid.rows} rows has a cell in row ${row}`);
    const cell = { scope: "Column", rows: height, columns } as const;
    elements.set(of, addElement(parent, "TH", { cell }));
  }
  return elements;
}

function addRows(table: Table, heads: TableStructure["heads"], body: Element): ReadonlyMap<Cell, Element> {
  const labels = new Set(labelColumns(leavesOf(table.columns)).map(({ index }) => index));
  const headersOf = indexHeaders(table, heads);
  const elements = new Map<Cell, Element>();
  for (const row of table.rows) {
    const parent = addElement(body, "TR");
    for (const [column, cell] of row.cells.entries()) {
      if (cell.kind === "covered") continue;
      const headers = headersOf(row, column, (cell) => elements.get(cell));
      const more = { rows: cell.rows, columns: 1, ...(headers && { headers }) };
      const isLabel = cell.kind === "text" && labels.has(column);
      const element = isLabel
        ? addElement(parent, "TH", { cell: { ...more, scope: "Row" } })
        : addElement(parent, "TD", { cell: more });
      elements.set(cell, element);
    }
  }
  return elements;
}

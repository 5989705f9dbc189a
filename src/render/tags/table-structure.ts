import type { Cell, Column, Table } from "../../model/report.js";
import { columnsOf, leavesOf } from "../../model/walk.js";
import type { CaptionPart } from "../layout/set-line.js";
import { layHead } from "../tables/table-head.js";
import { addElement, type HeadingType, type StructureElement } from "./structure.js";
import { headersIn } from "./table-headers.js";

/** The elements of a table, to be found by what is printed in them. */
export interface TableStructure {
  readonly captions: ReadonlyMap<CaptionPart, StructureElement>;
  /** of the head and of the rows */
  readonly cells: ReadonlyMap<Cell | Column, StructureElement>;
}

type CellElements = Map<Cell | Column, StructureElement>;

/**
 * Adds a table to `parent`: its heading, then its caption, its head and its rows, with every cell whether or not anything
 * is in it.
 */
export function addTable(table: Table, parent: StructureElement, heading: () => HeadingType): TableStructure {
  const above = HEADING_PARTS.filter((part) => isPrinted(table, part));
  const title = above.length > 0 ? addElement(parent, heading()) : undefined;
  const element = addElement(parent, "Table");
  const beside = addCaption(table, element);
  const captions = new Map([...above.flatMap((part) => (title ? [[part, title] as const] : [])), ...beside]);
  const cells: CellElements = new Map();
  if (layHead(table.columns).rows > 0) addHead(table, addElement(element, "THead"), cells);
  addRows(table, addElement(element, "TBody"), cells);
  return { captions, cells };
}

/** What a table is found by, as a heading is, and what is said of all that is in it. */
const HEADING_PARTS = ["number", "title"] as const satisfies readonly CaptionPart[];
const REMARKS = ["left", "right"] as const satisfies readonly CaptionPart[];

function isPrinted(table: Table, part: CaptionPart): boolean {
  return table[part].text.trim() !== "";
}

/** A paragraph for each of the words beside each other above a table, so that the unit is read apart. */
function addCaption(table: Table, parent: StructureElement): TableStructure["captions"] {
  const parts = REMARKS.filter((part) => isPrinted(table, part));
  if (parts.length === 0) return new Map();
  const caption = addElement(parent, "Caption");
  return new Map(parts.map((part) => [part, addElement(caption, "P")]));
}

function addHead({ columns }: Table, head: StructureElement, elements: CellElements): void {
  const grid = layHead(columns);
  const rows = Array.from({ length: grid.rows }, () => addElement(head, "TR"));
  for (const { of, row, rows: height, columns } of grid.cells.toSorted((a, b) => a.column - b.column)) {
    const parent = rows[row];
    if (!parent) throw new Error(`a head of ${grid.rows} rows has a cell in row ${row}`);
    elements.set(of, addElement(parent, "TH", { cell: { scope: "Column", rows: height, columns } }));
  }
}

function addRows(table: Table, body: StructureElement, elements: CellElements): void {
  const leaves = leavesOf(table.columns);
  const headers = headersIn(table);
  for (const [index, row] of table.rows.entries()) {
    const parent = addElement(body, "TR");
    for (const leaf of leaves) {
      const cell = row.cells[leaf.index];
      if (!cell || cell.kind === "covered") continue;
      const own = headers.of(index, leaf)?.flatMap((each) => elements.get(each) ?? []);
      const more = { rows: cell.rows, columns: columnsOf(cell), ...(own && { headers: own }) };
      const element = headers.isHead(index, leaf)
        ? addElement(parent, "TH", { cell: { ...more, scope: "Row" } })
        : addElement(parent, "TD", { cell: more });
      elements.set(cell, element);
    }
  }
}

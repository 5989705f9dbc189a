import type { Cell, Column, Row, Table } from "../../model/report.js";
import { labelColumns } from "../../model/table-words.js";
import { leavesOf } from "../../model/walk.js";
import { CAPTION_PARTS, type CaptionPart } from "../layout/set-line.js";
import { layHead } from "../tables/table-head.js";
import { addElement, type StructureElement } from "./structure.js";

/** The elements of a table, to be found by what is printed in them. */
export interface TableStructure {
  readonly captions: ReadonlyMap<CaptionPart, StructureElement>;
  /** of the head and of the rows */
  readonly cells: ReadonlyMap<Cell | Column, StructureElement>;
}

type CellElements = Map<Cell | Column, StructureElement>;

/** Adds a table to `parent`: its caption, its head and its rows, with every cell whether or not anything is in it. */
export function addTable(table: Table, parent: StructureElement): TableStructure {
  const element = addElement(parent, "Table");
  const captions = addCaption(table, element);
  const cells: CellElements = new Map();
  addHead(table, addElement(element, "THead"), cells);
  addRows(table, addElement(element, "TBody"), cells);
  return { captions, cells };
}

/** A paragraph for each of the words above a table, so that its number, its title and its unit are read apart. */
function addCaption(table: Table, parent: StructureElement): TableStructure["captions"] {
  const parts = CAPTION_PARTS.filter((part) => table[part].text.trim() !== "");
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
  const labels = new Set(labelColumns(leavesOf(table.columns)).map(({ index }) => index));
  const headersOf = indexHeaders(table, elements);
  for (const row of table.rows) {
    const parent = addElement(body, "TR");
    for (const [column, cell] of row.cells.entries()) {
      if (cell.kind === "covered") continue;
      const headers = headersOf(row, column);
      const more = { rows: cell.rows, columns: 1, ...(headers && { headers }) };
      const isLabel = cell.kind === "text" && labels.has(column);
      const element = isLabel
        ? addElement(parent, "TH", { cell: { ...more, scope: "Row" } })
        : addElement(parent, "TD", { cell: more });
      elements.set(cell, element);
    }
  }
}

/** The elements that say what a cell of a row is, where the places of heads and labels do not say it. */
type FindHeaders = (row: Row, column: number) => readonly StructureElement[] | undefined;

/**
 * In a table where one row names two things, as 收入 beside 支出, the label at the left would be read for the figures of
 * both: there, cells from the second side's label on name their own headers. `elements` are those that there are so far.
 */
function indexHeaders(table: Table, elements: CellElements): FindHeaders {
  const leaves = leavesOf(table.columns);
  const labels = labelColumns(leaves);
  const second = labels.find(({ column }) => column.side > 0);
  return ({ cells, subjects }, index) => {
    const leaf = leaves[index];
    // a row that is about nothing has no label that could be misread
    const isEmpty = subjects.every(({ role }) => role === "empty");
    if (!leaf || !second || index < second.index || isEmpty) return undefined;
    const own = labels.filter((each) => each.index < index && each.column.side === leaf.column.side);
    const words = own.flatMap((each) => cells[each.index] ?? []).filter(({ kind }) => kind === "text");
    return [...leaf.path, ...words].flatMap((each) => elements.get(each) ?? []);
  };
}

import type { Cell, Column, Table } from "../../model/report.js";
import { areOfOneList, labelColumns } from "../../model/table-words.js";
import { columnsOf, type Leaf, leavesOf, seenCells } from "../../model/walk.js";
import type { CaptionPart } from "../layout/set-line.js";
import { layHead } from "../tables/table-head.js";
import { addElement, type HeadingType, type StructureElement } from "./structure.js";

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
  const labels = rowHeads(leaves);
  const headersOf = indexHeaders(table, labels, elements);
  const seen = seenCells(table);
  for (const [index, row] of table.rows.entries()) {
    const parent = addElement(body, "TR");
    const cells = seen[index] ?? [];
    for (const leaf of leaves) {
      const cell = row.cells[leaf.index];
      if (!cell || cell.kind === "covered") continue;
      const headers = headersOf(index, leaf);
      const more = { rows: cell.rows, columns: columnsOf(cell), ...(headers && { headers }) };
      const isHead =
        cell.kind === "text" &&
        (cell.isLabel === true || (labels.includes(leaf) && headsAny(leaf, leaves, cells)));
      const element = isHead
        ? addElement(parent, "TH", { cell: { ...more, scope: "Row" } })
        : addElement(parent, "TD", { cell: more });
      elements.set(cell, element);
    }
  }
}

/** The columns whose words say what stands at their right: figures, or the value that an indicator is to reach. */
function rowHeads(leaves: readonly Leaf[]): readonly Leaf[] {
  const labels = labelColumns(leaves);
  return leaves.filter((leaf) => labels.includes(leaf) || isIndicator(leaf));
}

function isIndicator({ column: { shows } }: Leaf): boolean {
  return shows.kind === "indicator" && shows.field === "三级指标";
}

/** Where an indicator would stand may stand why there is none; then there is no value either. */
function headsAny(label: Leaf, leaves: readonly Leaf[], cells: readonly Cell[]): boolean {
  if (!isIndicator(label)) return true;
  const values = leaves.filter((leaf) => leaf.index > label.index && areOfOneList(leaf, label));
  return values.some(({ index }) => cells[index]?.kind === "text");
}

/** The elements that say what a cell of a row is, where the places of heads and labels do not say it. */
type FindHeaders = (row: number, leaf: Leaf) => readonly StructureElement[] | undefined;

/**
 * In a table where one row names several things, as 收入 beside 支出, or an indicator beside others, what stands at the left
 * would be read for all of them: there, cells from the second side's label or the first indicator on name their own
 * headers. `elements` are those that there are so far.
 */
function indexHeaders(table: Table, labels: readonly Leaf[], elements: CellElements): FindHeaders {
  const seen = seenCells(table);
  const first = labels.find((leaf) => leaf.column.side > 0 || isIndicator(leaf));
  return (row, leaf) => {
    // a row that is about nothing has no label that could be misread
    const isEmpty = table.rows[row]?.subjects.every(({ role }) => role === "empty");
    if (!first || leaf.index < first.index || isEmpty) return undefined;
    const own = labels.filter((label) => label.index < leaf.index && isAbout(label, leaf));
    const words = own
      .flatMap((label) => seen[row]?.[label.index] ?? [])
      .filter(({ kind }) => kind === "text");
    return [...leaf.path, ...words].flatMap((each) => elements.get(each) ?? []);
  };
}

/** Whether a label is one of what stands in another column: an indicator of its own value only. */
function isAbout(label: Leaf, leaf: Leaf): boolean {
  return isIndicator(label) ? areOfOneList(label, leaf) : label.column.side === leaf.column.side;
}

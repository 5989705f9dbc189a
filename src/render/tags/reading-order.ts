import { type Block, type Element, HEADING_DEPTHS, type Table } from "../../model/report.js";
import { CONTENTS_DEPTH, withPart } from "../layout/bookmarks.js";
import type { SetCell, SetDrawing, SetPart, TableGrid } from "../layout/page.js";
import { type Bookmark, extentOf, type SetLine } from "../layout/set-line.js";
import { entrySpans, type Names, paragraphSpans, spanIn } from "./line-spans.js";
import type { References } from "./references.js";
import {
  type Anchor,
  addElement,
  type Content,
  type HeadingType,
  REPEATED,
  type Structure,
  type StructureElement,
  type TaggedSpan,
} from "./structure.js";
import { addTable, type TableStructure } from "./table-structure.js";

type Open =
  | { readonly block: Table; readonly table: TableStructure }
  | { readonly block: Exclude<Block, Table>; readonly element: StructureElement };

interface Reading {
  readonly root: StructureElement;
  readonly spans: Map<SetLine, readonly TaggedSpan[]>;
  readonly anchors: Map<SetLine, Anchor>;
  readonly drawings: Map<SetDrawing, Content>;
  readonly references: References;
  readonly names: Names;
  readonly marks: ReadonlyMap<string, Bookmark>;
  readonly headingType: (depth: number) => HeadingType;
  open: Open | undefined;
}

/** The structure of parts that are laid out: what is read in which order, and which line is what of it. */
export function structureOf(parts: readonly SetPart[], references: References): Structure {
  const items = parts.flatMap((part) => part.pages).flatMap((page) => page.items);
  const marked = items.flatMap((item) =>
    item.kind === "line" && item.mark ? [{ mark: item.mark, of: item.of }] : [],
  );
  const reading: Reading = {
    root: { type: "Document", kids: [] },
    spans: new Map(),
    anchors: new Map(),
    drawings: new Map(),
    references,
    names: nameTargets(references, marked),
    marks: new Map(marked.flatMap(({ mark }) => withPart(mark)).map((mark) => [mark.id, mark])),
    headingType: headingTypes(items.some((item) => item.kind === "line" && item.of?.kind === "cover")),
    open: undefined,
  };
  for (const item of items) {
    if (item.kind === "grid") readGrid(item, reading);
    else if (item.kind === "drawing") readDrawing(item, reading);
    else readLine(item, reading);
  }
  return reading;
}

interface MarkedBlock {
  readonly mark: Bookmark;
  readonly of: Block | undefined;
}

/** What leads to a table leads to its mark; cells that are led to are numbered. */
function nameTargets(references: References, marked: readonly MarkedBlock[]): Names {
  const names = new Map<Element, string>();
  for (const { mark, of } of marked) if (of?.kind === "table") names.set(of, mark.id);
  for (const { target } of [...references.values()].flat()) {
    if (!names.has(target)) names.set(target, `c${names.size + 1}`);
  }
  return names;
}

/** Levels that never skip one: the cover is the first, if there is one, and each heading is one below what it is in. */
function headingTypes(hasCover: boolean): (depth: number) => HeadingType {
  const open = hasCover ? [-1] : [];
  return (depth) => {
    while ((open.at(-1) ?? Number.NEGATIVE_INFINITY) >= depth) open.pop();
    open.push(depth);
    return `H${open.length}` as HeadingType;
  };
}

/** A chart is one thing, and its words are part of it. */
function readDrawing(drawing: SetDrawing, { root, spans, drawings }: Reading): void {
  const element = addElement(root, "Figure", { alt: drawing.of.says });
  const content: Content = { kind: "content", of: element };
  element.kids.push(content);
  drawings.set(drawing, content);
  for (const { line } of drawing.labels) spans.set(line, [{ tag: content, ...extentOf(line) }]);
}

function readLine(line: SetLine, reading: Reading): void {
  const { of } = line;
  if (line.repeated) {
    reading.spans.set(line, spanIn(REPEATED, extentOf(line)));
    return;
  }
  if (!of) throw new Error("a line prints nothing of the report");
  if (reading.open?.block !== of) reading.open = openBlock(of, reading);
  reading.spans.set(line, spansOf(line, reading.open, reading));
  if (line.mark) reading.anchors.set(line, { name: line.mark.id, mark: line.mark });
}

function openBlock(block: Block, { root, headingType }: Reading): Open {
  switch (block.kind) {
    case "cover":
      return { block, element: addElement(root, "H1") };
    case "contents":
      return { block, element: addElement(root, headingType(HEADING_DEPTHS.part)) };
    case "heading":
      return { block, element: addElement(root, headingType(HEADING_DEPTHS[block.level])) };
    case "paragraph":
    case "signature":
    case "chart":
      return { block, element: addElement(root, "P") };
    case "table":
      return { block, table: addTable(block, root, () => headingType(CONTENTS_DEPTH)) };
  }
}

function spansOf(line: SetLine, open: Open, reading: Reading): readonly TaggedSpan[] {
  if ("table" in open) return spanIn(captionOf(line, open.table), extentOf(line));
  const { root, references, names, marks } = reading;
  if (line.aside) return spanIn(addElement(root, "P"), extentOf(line));
  const entry = line.link === undefined ? undefined : marks.get(line.link);
  if (entry) return entrySpans(line, entry, root);
  return open.block.kind === "paragraph"
    ? paragraphSpans(line, open.element, references, names)
    : spanIn(open.element, extentOf(line));
}

function captionOf(line: SetLine, table: TableStructure): StructureElement {
  const element = line.caption && table.captions.get(line.caption);
  if (!element) throw new Error("a line above a table prints none of its words");
  return element;
}

function readGrid(grid: TableGrid, reading: Reading): void {
  if (reading.open?.block !== grid.of) reading.open = openBlock(grid.of, reading);
  if (!("table" in reading.open)) return;
  for (const cell of grid.cells) readCell(cell, reading.open.table, reading);
}

function readCell(cell: SetCell, table: TableStructure, { spans, anchors, names }: Reading): void {
  const [first] = cell.lines;
  if (!first) return;
  const element = table.cells.get(cell.of);
  if (!element) throw new Error("a table prints a cell that it does not have");
  const name = names.get(cell.of);
  if (name !== undefined && element.kids.length === 0) anchors.set(first, { name });
  const within = cell.repeated ? REPEATED : element;
  for (const line of cell.lines) spans.set(line, spanIn(within, extentOf(line)));
}

import { type Canvas, nameTree, type PdfObject } from "../pdfmake/canvas.js";
import type { Bounds, MarkedContent, MarkedPiece } from "../pdfmake/marked-content.js";
import type { CellAttributes, Structure, StructureElement } from "../tags/structure.js";

/**
 * Writes the structure tree of a document whose pages are drawn (ISO 32000-1, 14.7). Throws where a line of it was not
 * drawn, which means that pdfmake no longer draws as it did.
 */
export function writeStructure(canvas: Canvas, { root, spans }: Structure, drawn: MarkedContent): void {
  for (const { tag } of [...spans.values()].flat()) {
    if (tag.kind === "content" && !drawn.pieces.has(tag)) throw new Error(`a ${tag.of.type} was not drawn`);
  }
  const objects = new Map<StructureElement, PdfObject>();
  const ids = nameHeaders(root);
  const top = canvas.getStructTreeRoot();
  top.data.K = [writeElement(root, top, { canvas, drawn, objects, ids })];
  if (ids.size > 0) top.data.IDTree = nameTree(new Map([...ids].map(([of, id]) => [id, objects.get(of)])));
  top.data.ParentTree = { Nums: drawn.owners.flatMap((owner, key) => [key, objectsOf(owner, objects)]) };
  top.data.ParentTreeNextKey = drawn.owners.length;
}

interface Writing {
  readonly canvas: Canvas;
  readonly drawn: MarkedContent;
  readonly objects: Map<StructureElement, PdfObject>;
  readonly ids: ReadonlyMap<StructureElement, string>;
}

function nameHeaders(root: StructureElement): ReadonlyMap<StructureElement, string> {
  const ids = new Map<StructureElement, string>();
  const visit = ({ cell, kids }: StructureElement): void => {
    for (const header of cell?.headers ?? []) if (!ids.has(header)) ids.set(header, `h${ids.size + 1}`);
    for (const kid of kids) if ("type" in kid) visit(kid);
  };
  visit(root);
  return ids;
}

function writeElement(element: StructureElement, parent: PdfObject, writing: Writing): PdfObject {
  const { canvas, drawn, objects, ids } = writing;
  const id = ids.get(element);
  const object = canvas.ref({ S: element.type, P: parent, ...(id && { ID: new String(id) }) });
  objects.set(element, object);
  const pieces = piecesWithin(element, drawn);
  const page = pieces.find((piece) => "page" in piece)?.page;
  const kids = pieces.map((piece) =>
    "page" in piece ? nameOf(piece, page) : writeElement(piece, object, writing),
  );
  if (page) object.data.Pg = page;
  if (kids.length > 0) object.data.K = kids.length === 1 ? kids[0] : kids;
  if (element.alt !== undefined) object.data.Alt = new String(element.alt);
  const bounds = drawn.bounds.get(element);
  const attributes = bounds ? figureAttributes(bounds) : element.cell && attributesOf(element.cell, ids);
  if (attributes) object.data.A = attributes;
  object.end();
  return object;
}

/** The elements and pieces that an element consists of, in the order in which they are read. */
function piecesWithin(
  element: StructureElement,
  { pieces }: MarkedContent,
): readonly (StructureElement | MarkedPiece)[] {
  const within = element.kids.flatMap((kid): readonly (StructureElement | MarkedPiece)[] =>
    "type" in kid ? [kid] : (pieces.get(kid) ?? []),
  );
  return [...within, ...(pieces.get(element) ?? [])];
}

/** A piece as its element names it, which itself says on which page it begins. */
function nameOf(piece: MarkedPiece, page: PdfObject | undefined): unknown {
  switch (piece.kind) {
    case "content":
      return piece.page === page ? piece.number : { Type: "MCR", Pg: piece.page, MCID: piece.number };
    case "annotation":
      return { Type: "OBJR", Pg: piece.page, Obj: piece.annotation };
  }
}

function figureAttributes(bounds: Bounds): Record<string, unknown> {
  return { O: "Layout", Placement: "Block", BBox: [...bounds] };
}

/** The attributes of a cell; undefined where it is one like any other. */
function attributesOf(
  { scope, rows, columns, headers = [] }: CellAttributes,
  ids: ReadonlyMap<StructureElement, string>,
): Record<string, unknown> | undefined {
  if (!scope && rows === 1 && columns === 1 && headers.length === 0) return undefined;
  return {
    O: "Table",
    ...(scope && { Scope: scope }),
    ...(rows > 1 && { RowSpan: rows }),
    ...(columns > 1 && { ColSpan: columns }),
    ...(headers.length > 0 && { Headers: headers.map((header) => new String(ids.get(header))) }),
  };
}

function objectsOf(
  owner: StructureElement | readonly StructureElement[],
  objects: ReadonlyMap<StructureElement, PdfObject>,
): unknown {
  return "type" in owner ? objects.get(owner) : owner.map((each) => objects.get(each));
}

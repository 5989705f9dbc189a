import type { Content, StructureElement, Tag } from "../tags/structure.js";
import type { Canvas, PdfObject } from "./canvas.js";

/** A piece of an element on a page: marked content by its number there, or a link's annotation. */
export type MarkedPiece =
  | { readonly kind: "content"; readonly page: PdfObject; readonly number: number }
  | { readonly kind: "annotation"; readonly page: PdfObject; readonly annotation: PdfObject };

/** What was drawn of a structure, and by which keys pages and annotations find it again. */
export interface MarkedContent {
  readonly pieces: ReadonlyMap<Content | StructureElement, readonly MarkedPiece[]>;
  /** by key: of a page the elements of its marked contents in order, of an annotation its link */
  readonly owners: readonly (StructureElement | readonly StructureElement[])[];
  /** where figures are */
  readonly bounds: ReadonlyMap<StructureElement, Bounds>;
}

/** Left, lower, right and upper edge on the page, in pt. */
export type Bounds = readonly [left: number, bottom: number, right: number, top: number];

/** Marks what is drawn into a document with what it is. */
export interface Marker extends MarkedContent {
  /** What is drawn from now on belongs to `tag`. */
  readonly enter: (tag: Tag) => void;
  /** Ends what was entered; nothing may stay open at the end of a page. */
  readonly leave: () => void;
  /** Says where on its page a figure is. */
  readonly bound: (figure: StructureElement, bounds: Bounds) => void;
  /** Adds an annotation of a link to the page that is being drawn. */
  readonly annotate: (link: StructureElement, data: Readonly<Record<string, unknown>>) => void;
}

export function createMarker(canvas: Canvas): Marker {
  const pieces = new Map<Content | StructureElement, MarkedPiece[]>();
  const owners: (StructureElement | StructureElement[])[] = [];
  const contentsOf = new Map<PdfObject, StructureElement[]>();
  const bounds = new Map<StructureElement, Bounds>();
  let open: Tag | undefined;

  const add = (owner: Content | StructureElement, piece: MarkedPiece): void => {
    const known = pieces.get(owner);
    if (known) known.push(piece);
    else pieces.set(owner, [piece]);
  };
  const number = (content: Content): number => {
    const page = canvas.page.dictionary;
    const contents = contentsOf.get(page) ?? [];
    if (contents.length === 0) {
      page.data.StructParents = owners.push(contents) - 1;
      contentsOf.set(page, contents);
    }
    add(content, { kind: "content", page, number: contents.length });
    return contents.push(content.of) - 1;
  };
  const leave = (): void => {
    if (open) canvas.addContent("EMC");
    open = undefined;
  };
  return {
    pieces,
    owners,
    bounds,
    leave,
    bound: (figure, where) => bounds.set(figure, where),
    enter(tag) {
      if (tag === open) return;
      leave();
      canvas.addContent(
        tag.kind === "content" ? `/${tag.of.type} <</MCID ${number(tag)}>> BDC` : beginArtifact(tag),
      );
      open = tag;
    },
    annotate(link, data) {
      const annotation = canvas.annotateWith({ ...data, StructParent: owners.push(link) - 1 });
      add(link, { kind: "annotation", page: canvas.page.dictionary, annotation });
    },
  };
}

function beginArtifact({ type, subtype }: Extract<Tag, { kind: "artifact" }>): string {
  return `/Artifact <</Type /${type}${subtype ? ` /Subtype /${subtype}` : ""}>> BDC`;
}

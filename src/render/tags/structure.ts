import type { Stretch } from "../../model/report.js";
import type { SetDrawing } from "../layout/page.js";
import type { Bookmark, SetLine } from "../layout/set-line.js";

/** The kinds of structure elements that a disclosure has, by the names of ISO 32000-1, 14.8.4. */
export type ElementType =
  | "Document"
  | HeadingType
  | "P"
  | "TOC"
  | "TOCI"
  | "Reference"
  | "Link"
  | "Figure"
  | TableElement;

type TableElement = "Table" | "Caption" | "THead" | "TBody" | "TR" | "TH" | "TD";

export type HeadingType = "H1" | "H2" | "H3" | "H4" | "H5" | "H6";

/** What a person who does not see the pages is told, in the order in which it is read. */
export interface StructureElement {
  readonly type: ElementType;
  readonly kids: (StructureElement | Content)[];
  readonly cell?: CellAttributes;
  /** of a Figure: what it shows, in words */
  readonly alt?: string;
  /** of a Link */
  readonly link?: Link;
}

export interface CellAttributes {
  /** of a TH: whether it heads the cells below it or those at its right */
  readonly scope?: "Column" | "Row";
  readonly rows: number;
  readonly columns: number;
  /** the cells that say what it is, where their scopes would say otherwise */
  readonly headers?: readonly StructureElement[];
}

export interface Link {
  /** the name of the anchor that it leads to */
  readonly to: string;
  /** where it leads, in words */
  readonly says: string;
}

/** Text of an element: as much of it as stands between two elements within, on however many lines and pages. */
export interface Content {
  readonly kind: "content";
  readonly of: StructureElement;
}

/** What is drawn and no part of what the document says. */
export interface Artifact {
  readonly kind: "artifact";
  readonly type: "Pagination" | "Layout";
  readonly subtype?: "Footer" | "Watermark";
}

export const PAGE_NUMBER: Artifact = { kind: "artifact", type: "Pagination", subtype: "Footer" };
export const WATERMARK: Artifact = { kind: "artifact", type: "Pagination", subtype: "Watermark" };
/** What a page repeats of the one before it: heads, and cells that are cut. */
export const REPEATED: Artifact = { kind: "artifact", type: "Pagination" };
/** PageRules, grounds, and dots between an entry of the contents and its page. */
export const ORNAMENT: Artifact = { kind: "artifact", type: "Layout" };

export type Tag = Content | Artifact;

/** A stretch of a line, and what it is. */
export interface TaggedSpan extends Stretch {
  readonly tag: Tag;
}

/** A line that can be led to, by its name, and by the outline where it has a mark. */
export interface Anchor {
  readonly name: string;
  readonly mark?: Bookmark;
}

/** The structure of a document that is laid out, and what each of its lines is in it. */
export interface Structure {
  readonly root: StructureElement;
  /** of each line the spans, which cover it from its first character to its last */
  readonly spans: ReadonlyMap<SetLine, readonly TaggedSpan[]>;
  readonly anchors: ReadonlyMap<SetLine, Anchor>;
  readonly drawings: ReadonlyMap<SetDrawing, Content>;
}

/** A new element, the last of `parent`. */
export function addElement(
  parent: StructureElement,
  type: ElementType,
  more: Omit<StructureElement, "type" | "kids"> = {},
): StructureElement {
  const element = { type, kids: [], ...more };
  parent.kids.push(element);
  return element;
}

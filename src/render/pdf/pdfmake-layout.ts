import { createRequire } from "node:module";
import type { Rule } from "../tables/table-rules.js";
import type { Anchor, Span } from "../tags/structure.js";
import type { PdfDocument, ProvidedFont } from "./pdfmake-document.js";

export type Margin = [left: number, top: number, right: number, bottom: number];

/** Text in one font. pdfmake hands what it does not know on to the lines it makes. */
export interface Inline {
  text: string;
  font: string;
  fontSize: number;
  characterSpacing: number;
  /** how wide it is without spacing, in pt; undefined where characters take their shape from others */
  natural: number | undefined;
  spans: readonly Span[];
  anchor: Anchor | undefined;
}

export interface TextNode {
  text: Inline[];
  margin: Margin;
  _inlines?: MeasuredInline[];
}

/** An inline as pdfmake puts it on lines. */
export interface MeasuredInline extends Omit<Inline, "font" | "natural"> {
  font: ProvidedFont;
  noWrap: true;
  width: number;
  height: number;
  leadingCut: number;
  trailingCut: number;
}

/** What pdfmake notes of a node that it has measured. */
export interface Widths {
  _minWidth: number;
  _maxWidth: number;
}

export type MeasurableNode = TextNode | StackNode | CellNode | TableNode | DrawingNode | { text: string };

/** Breaks text, looks its style up and measures it. */
export interface DocMeasure {
  measureNode(node: MeasurableNode): MeasurableNode;
  measureVerticalContainer<T extends StackNode | CellNode>(node: T): T & Widths;
}

/** Rectangles and rules that take no room. */
export interface DrawingNode {
  canvas: ({ type: "rect"; x: number; y: number; w: number; h: number; color: string } | Rule)[];
  relativePosition: { x: number; y: number };
}

export interface CellNode {
  stack: TextNode[];
  margin: Margin;
  rowSpan: number;
  colSpan: number;
  fillColor?: string;
}

/** A cell in which pdfmake finds nothing to measure or place, as in those that another covers. */
export interface BlankCell {
  _span: true;
  _minWidth: 0;
  _maxWidth: 0;
  fillColor?: string;
}

export interface TableNode {
  table: { widths: number[]; heights: number[]; body: (CellNode | BlankCell)[][] };
  layout: Record<string, (() => number) | boolean>;
}

export interface StackNode {
  stack: (TextNode | TableNode | DrawingNode)[];
  margin: Margin;
  pageBreak?: "before";
}

export interface Section {
  section: { stack: StackNode[] };
  pageSize: "A4";
  pageOrientation: "portrait" | "landscape";
  pageMargins: Margin;
  footer: (currentPage: number, pageCount: number) => TextNode | null;
}

export interface WatermarkText {
  text: string;
  font: string;
  fontSize: number;
  color: string;
  opacity: number;
}

/** Spells out what is abbreviated in the parts of a document. */
export interface DocPreprocessor {
  preprocessSection(section: Section): Section;
}

/** A page with everything on it in its place, to be handed to the renderer. */
export interface LaidPage {
  readonly items: readonly unknown[];
  readonly watermark?: unknown;
}

/** Measures and places: it is given nodes and gives pages of lines and rules. */
export interface LayoutBuilder {
  docMeasure: DocMeasure;
  docPreprocessor: DocPreprocessor;
  /** `layoutDocument` calls it once it has what it measures with. */
  tryLayoutDocument(content: Section[], document: PdfDocument, ...rest: unknown[]): unknown;
  layoutDocument(
    content: Section[],
    document: PdfDocument,
    styles: Record<string, never>,
    defaultStyle: { font: string; fontSize: number },
    background: undefined,
    header: undefined,
    footer: undefined,
    watermark: WatermarkText | undefined,
  ): LaidPage[];
}

interface LayoutBuilderClass {
  new (
    pageSize: { width: number; height: number },
    margins: { left: number; top: number; right: number; bottom: number },
  ): LayoutBuilder;
  readonly prototype: LayoutBuilder;
}

/** No public interface of pdfmake: as it is in the version that package.json pins. */
export const PdfmakeLayoutBuilder: LayoutBuilderClass = createRequire(import.meta.url)(
  "pdfmake/js/LayoutBuilder.js",
).default;

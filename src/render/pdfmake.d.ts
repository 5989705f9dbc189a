/**
 * The parts of pdfmake that are used here, as they are in the version that package.json pins: they are no public
 * interface. Its published types want the browser's, which would hide mistakes.
 */

/** Measures and places: it is given nodes and gives pages of lines and rules. */
declare module "pdfmake/js/LayoutBuilder.js" {
  import type { PdfDocument } from "pdfmake/js/PDFDocument.js";
  import type { Anchor, Span } from "./structure.js";

  export type Margin = [left: number, top: number, right: number, bottom: number];

  /** Text in one font. pdfmake hands what it does not know on to the lines it makes. */
  export interface Inline {
    text: string;
    font: string;
    characterSpacing: number;
    spans: readonly Span[];
    anchor?: Anchor;
  }

  export interface TextNode {
    text: Inline[];
    fontSize: number;
    noWrap: true;
    preserveLeadingSpaces: true;
    preserveTrailingSpaces: true;
    margin: Margin;
  }

  /** A rectangle that takes no room. */
  export interface StripeNode {
    canvas: { type: "rect"; x: number; y: number; w: number; h: number; color: string }[];
    relativePosition: { x: number; y: number };
  }

  export interface CellNode {
    stack: TextNode[];
    margin: Margin;
    rowSpan: number;
    colSpan: number;
    fillColor?: string;
  }

  /** A cell that another one covers. */
  export type CoveredCell = Record<string, never>;

  export interface TableNode {
    table: { widths: number[]; heights: number[]; body: (CellNode | CoveredCell)[][] };
    layout: Record<string, () => number>;
  }

  export interface StackNode {
    stack: (TextNode | TableNode | StripeNode)[];
    margin: Margin;
    pageBreak?: "before";
  }

  export interface Section {
    section: StackNode[];
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

  export interface LaidPage {
    readonly items: readonly unknown[];
    readonly watermark?: unknown;
  }

  interface LayoutBuilder {
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

  const layout: {
    default: new (
      pageSize: { width: number; height: number },
      margins: { left: number; top: number; right: number; bottom: number },
    ) => LayoutBuilder;
  };
  export default layout;
}

/** Draws what the layout placed. */
declare module "pdfmake/js/Renderer.js" {
  import type { LaidPage } from "pdfmake/js/LayoutBuilder.js";
  import type { PdfDocument, ProvidedFont } from "pdfmake/js/PDFDocument.js";
  import type { Anchor, Span } from "./structure.js";

  export interface LaidInline {
    readonly text: string;
    readonly x: number;
    readonly font: ProvidedFont;
    readonly fontSize: number;
    readonly characterSpacing: number;
    /** none in the empty cells that others cover */
    readonly spans?: readonly Span[];
    readonly anchor?: Anchor;
  }

  export interface LaidLine {
    readonly inlines: readonly LaidInline[];
    getHeight(): number;
    getAscenderHeight(): number;
  }

  export class Renderer<Document extends PdfDocument> {
    constructor(document: Document);
    pdfDocument: Document;
    renderPages(pages: readonly LaidPage[]): void;
    renderLine(line: LaidLine, x: number, y: number): void;
    renderVector(vector: unknown): void;
    renderWatermark(page: LaidPage): void;
  }

  const renderer: { default: typeof Renderer };
  export default renderer;
}

/** pdfkit's document, which writes the file. */
declare module "pdfmake/js/PDFDocument.js" {
  import type { GlyphRun } from "./fonts.js";

  export interface ProvidedFont {
    readonly id: string;
    readonly ascender: number;
    /** of each glyph in the file the code points that it stands for */
    readonly unicode: (readonly number[])[];
    font: { layout(text: string, features?: unknown): GlyphRun };
    /** font units in thousandths of an em */
    readonly scale: number;
    /** of each glyph in the file its width */
    readonly widths: number[];
    /** the glyphs that go into the file, by the font's numbers */
    readonly subset: { readonly glyphs: number[]; includeGlyph(id: number): number };
    layout(text: string, features?: unknown): { glyphs: EncodedGlyph[]; positions: GlyphPosition[] };
    /** the glyphs of a text by their numbers in the file, and where they stand */
    encode(text: string, features?: unknown): [codes: string[], positions: GlyphPosition[]];
    widthOfString(text: string, size: number): number;
    /** the font's object in the file */
    ref(): PdfObject;
  }

  export interface GlyphPosition {
    readonly xOffset: number;
    readonly yOffset: number;
    readonly xAdvance: number;
    readonly advanceWidth: number;
  }

  export interface EncodedGlyph {
    readonly id: number;
    readonly codePoints: readonly number[];
    readonly advanceWidth: number;
  }

  /** An object of the file; `end` writes it. Text is a String, a name is a string. */
  export interface PdfObject {
    readonly id: number;
    data: Record<string, unknown>;
    end(stream?: Uint8Array): void;
  }

  export interface PdfPage {
    readonly width: number;
    readonly height: number;
    readonly dictionary: PdfObject;
    readonly annotations: PdfObject[];
    /** those that the page uses, by their ids */
    readonly fonts: Record<string, PdfObject>;
  }

  export interface OutlineItem {
    outlineData: { Dest?: unknown[]; Count?: number };
    children: OutlineItem[];
    addItem(title: string, options: { top: number; left: number }): OutlineItem;
  }

  export interface DocumentOptions {
    pdfVersion: "1.7";
    subset: "PDF/A-3a";
    tagged: true;
    displayTitle: true;
    compress: true;
    lang: string;
    autoFirstPage: false;
    info: Record<string, string | Date>;
    font: null;
  }

  export class PdfDocument {
    constructor(
      fonts: Record<string, never>,
      images: Record<string, never>,
      patterns: Record<string, never>,
      attachments: Record<string, never>,
      options: DocumentOptions,
    );
    page: PdfPage;
    readonly outline: OutlineItem;
    readonly _root: PdfObject;
    _font: ProvidedFont | null;
    ref(data: Record<string, unknown>): PdfObject;
    font(data: Buffer): { readonly _font: ProvidedFont };
    provideFont(name: string, bold?: boolean, italics?: boolean): ProvidedFont;
    fontSize(size: number): void;
    fillColor(color: string): void;
    text(
      text: string,
      x: number,
      y: number,
      options: { lineBreak: false; textWidth: number; characterSpacing: number; wordCount: 1 },
    ): void;
    addContent(operators: string): void;
    appendXML(xml: string): void;
    push(chunk: Uint8Array | null): boolean;
    end(): void;
  }

  const documents: { default: typeof PdfDocument };
  export default documents;
}

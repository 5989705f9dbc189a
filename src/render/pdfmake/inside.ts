import { createRequire } from "node:module";

// What is used of pdfmake and pdfkit beyond what they publish, as it is in the versions that package.json pins.

/** A font as pdfkit draws with it and writes it. */
export interface ProvidedFont {
  readonly id: string;
  readonly ascender: number;
  /** of each glyph in the file the code points that it stands for */
  readonly unicode: (readonly number[])[];
  readonly name: string;
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
  lineHeight(size: number): number;
  /** the font's object in the file */
  ref(): PdfObject;
}

export type GlyphPosition = Readonly<Record<"xOffset" | "yOffset" | "xAdvance" | "advanceWidth", number>>;

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
  /** adds a line to what is drawn on it */
  write(operators: string): void;
}

export interface OutlineItem {
  outlineData: { Dest?: unknown[]; Count?: number };
  children: OutlineItem[];
  addItem(title: string, options: { top: number; left: number }): OutlineItem;
}

/** What a document is to be, in pdfkit's words. */
export type DocumentOptions = Readonly<Record<string, unknown>>;

/** pdfkit's document, which writes the file, as pdfmake extends it. */
export interface PdfDocument {
  readonly page: PdfPage;
  readonly outline: OutlineItem;
  /** the catalog */
  readonly _root: PdfObject;
  /** the fonts to be written at the end, and how many there have been */
  readonly _fontFamilies: Record<string, ProvidedFont>;
  _fontCount: number;
  ref(data: Record<string, unknown>): PdfObject;
  /** Opens a font, or chooses one of those that are open by its key among them. */
  font(opened: Buffer | string): { readonly _font: ProvidedFont };
  provideFont(name: string, bold?: boolean, italics?: boolean): ProvidedFont;
  fontSize(size: number): void;
  fillColor(color: string): void;
  text(
    text: string,
    x: number,
    y: number,
    options: { lineBreak: false; textWidth: number; characterSpacing: number; wordCount: 1 },
  ): void;
  addContent(operators: string): this;
  /** Embeds a file and associates it with the document. */
  file(content: Buffer, options: Readonly<Record<string, string | Date>>): PdfObject;
  getStructTreeRoot(): PdfObject;
  /** Writes the pages that are finished: pdfkit calls it before a page begins and at the end. */
  flushPages(): void;
  appendXML(xml: string): void;
  /** Writes words, in Latin-1 and with a line end, or bytes. */
  _write(piece: string | Uint8Array): void;
  end(): void;
}

type NoResources = Record<string, never>;

interface PdfDocumentClass {
  new (
    fonts: NoResources,
    images: NoResources,
    patterns: NoResources,
    attachments: NoResources,
    options: DocumentOptions,
  ): PdfDocument;
  readonly prototype: PdfDocument;
}

/** A page to be drawn, whose lines and vectors are drawn by the methods of that name. */
export interface RenderedPage<Line = unknown, Vector = unknown> {
  readonly pageSize: { readonly width: number; readonly height: number };
  readonly items: readonly (
    | { readonly type: "line"; readonly item: Line }
    | { readonly type: "vector"; readonly item: Vector }
  )[];
  readonly watermark?: unknown;
}

export interface RenderedWatermark {
  readonly text: string;
  readonly font: ProvidedFont;
  readonly fontSize: number;
  readonly color: string;
  readonly opacity: number;
  /** in degrees, clockwise */
  readonly angle: number;
  readonly _size: { readonly size: { readonly width: number; readonly height: number } };
}

export interface Rectangle {
  readonly type: "rect";
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly color: string;
}

/** Draws pages on which everything has its place, in pt from the top left corner down. */
export interface Renderer {
  readonly pdfDocument: PdfDocument;
  renderPages(pages: readonly RenderedPage[]): void;
  renderLine(line: unknown): void;
  renderVector(vector: Rectangle): void;
  renderWatermark(page: { readonly watermark?: unknown }): void;
}

interface RendererClass {
  new (document: PdfDocument): Renderer;
  readonly prototype: Renderer;
}

export const PdfmakeDocument: PdfDocumentClass = createRequire(import.meta.url)(
  "pdfmake/js/PDFDocument.js",
).default;

export const PdfmakeRenderer: RendererClass = createRequire(import.meta.url)(
  "pdfmake/js/Renderer.js",
).default;

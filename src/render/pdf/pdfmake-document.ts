import { createRequire } from "node:module";

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
  /** adds a line to what is drawn on it */
  write(operators: string): void;
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

/** pdfkit's document, which writes the file, as pdfmake extends it. */
export interface PdfDocument {
  readonly page: PdfPage;
  readonly outline: OutlineItem;
  readonly _root: PdfObject;
  _font: ProvidedFont | null;
  /** the fonts to be written at the end, and how many there have been */
  readonly _fontFamilies: Record<string, ProvidedFont>;
  _fontCount: number;
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
  addContent(operators: string): this;
  /** Writes the pages that are finished: pdfkit calls it before a page begins and at the end. */
  flushPages(): void;
  appendXML(xml: string): void;
  push(chunk: Uint8Array | null): boolean;
  /** Writes words, in Latin-1 and with a line end, or bytes. */
  _write(data: string | Uint8Array): void;
  /** how many bytes are written */
  _offset: number;
  end(): void;
}

type NoResources = Record<string, never>;

interface PdfDocumentClass {
  new (
    fonts: NoResources,
    images: NoResources,
    patterns: NoResources,
    attachments: NoResources,
    options: DocumentOptions | { font: null; autoFirstPage: false },
  ): PdfDocument;
  readonly prototype: PdfDocument;
}

/** No public interface of pdfmake: as it is in the version that package.json pins. */
export const PdfmakeDocument: PdfDocumentClass = createRequire(import.meta.url)(
  "pdfmake/js/PDFDocument.js",
).default;

/** The part of pdfmake that is used here. Its published types want the browser's, which would hide mistakes. */
declare module "pdfmake" {
  export type Margin = [left: number, top: number, right: number, bottom: number];

  export interface Inline {
    text: string;
    font: string;
    characterSpacing: number;
    linkToDestination?: string;
  }

  export interface TextNode {
    text: Inline[];
    fontSize: number;
    noWrap: true;
    preserveLeadingSpaces: true;
    preserveTrailingSpaces: true;
    margin: Margin;
    id?: string;
    outline?: true;
    outlineText?: string;
    outlineParentId?: string;
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

  export interface DocumentDefinition {
    version: "1.7";
    language: string;
    displayTitle: true;
    info: Record<string, string | Date>;
    defaultStyle: { font: string; fontSize: number };
    watermark?: { text: string; font: string; fontSize: number; color: string; opacity: number };
    content: Section[];
  }

  export interface OutlineItem {
    outlineData: { Dest?: unknown[]; Count?: number };
    children: OutlineItem[];
  }

  interface Pdfmake {
    virtualfs: { writeFileSync(name: string, content: Buffer): void };
    setFonts(fonts: Record<string, { normal: string }>): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: DocumentDefinition): {
      getStream(): Promise<{ outline: OutlineItem }>;
      getBuffer(): Promise<Buffer>;
    };
  }

  const pdfmake: Pdfmake;
  export default pdfmake;
}

declare module "pdfmake/js/PDFDocument.js" {
  import type { GlyphRun } from "./fonts.js";

  interface ProvidedFont {
    font: { layout(text: string, features?: unknown): GlyphRun };
  }

  interface DocumentPrototype {
    provideFont(name: string, bold?: boolean, italics?: boolean): ProvidedFont;
  }

  const documents: { default: { prototype: DocumentPrototype } };
  export default documents;
}

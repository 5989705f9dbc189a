import { createRequire } from "node:module";
import type { Anchor, Span } from "../tags/structure.js";
import type { SlottedFont } from "./glyph-slots.js";
import type { PdfDocument } from "./pdfmake-document.js";
import type { LaidPage } from "./pdfmake-layout.js";

export interface LaidInline {
  readonly text: string;
  /** from the beginning of its line */
  readonly x: number;
  readonly font: SlottedFont;
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

/** Draws what the layout placed; coordinates are from the top left corner of a page down. */
export interface Renderer {
  readonly pdfDocument: PdfDocument;
  renderPages(pages: readonly LaidPage[]): void;
  renderLine(line: LaidLine, x: number, y: number): void;
  renderVector(vector: unknown): void;
  renderWatermark(page: LaidPage): void;
}

interface RendererClass {
  new (document: PdfDocument): Renderer;
  readonly prototype: Renderer;
}

/** No public interface of pdfmake: as it is in the version that package.json pins. */
export const PdfmakeRenderer: RendererClass = createRequire(import.meta.url)(
  "pdfmake/js/Renderer.js",
).default;

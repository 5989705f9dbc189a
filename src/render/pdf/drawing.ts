import type { ReportStyle } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import type { Marked } from "../layout/highlight.js";
import { points } from "../layout/lengths.js";
import { pagesBeforeFirst } from "../layout/numbering.js";
import type { SetPart } from "../layout/page.js";
import { footerHeight, pageNumberNode } from "../layout/page-number.js";
import type { Structure } from "../tags/structure.js";
import type { MarkedContent } from "./marked-content.js";
import { pageNode } from "./nodes.js";
import type { PdfDocument } from "./pdfmake-document.js";
import type { LaidPage, Section, WatermarkText } from "./pdfmake-layout.js";
import { SetLayoutBuilder } from "./set-layout.js";
import { drawTagged } from "./tagged-renderer.js";

/** What sets a copy for review apart from the publication. */
export interface Look {
  readonly marked: Marked;
  /** across every page */
  readonly watermark: string;
}

/** With what pages are drawn, and as what. */
export interface Drawing {
  readonly document: PdfDocument;
  readonly structure: Structure;
  readonly style: ReportStyle;
  readonly fonts: Fonts;
  readonly look: Look | undefined;
}

/** Draws parts that are laid out, page for page as they were laid out, and tells what was drawn where. */
export function drawParts(parts: readonly SetPart[], drawing: Drawing): MarkedContent {
  const laid = layOutWithPdfmake(parts, drawing);
  const pages = parts.flatMap((part) => part.pages).length;
  if (laid.length !== pages)
    throw new Error(`pdfmake drew ${laid.length} pages where ${pages} were laid out`);
  return drawTagged(laid, drawing.document);
}

/** pdfmake wants to be told of a page, although every section has its own. */
const PAGE = { size: { width: 0, height: 0 }, margins: { left: 0, top: 0, right: 0, bottom: 0 } };

function layOutWithPdfmake(parts: readonly SetPart[], drawing: Drawing): LaidPage[] {
  const { document, fonts, look } = drawing;
  const before = pagesBeforeFirst(parts);
  const builder = new SetLayoutBuilder(PAGE.size, PAGE.margins);
  return builder.layoutDocument(
    parts.map((part) => defineSection(part, before, drawing)),
    document,
    {},
    { font: fonts.faces[0]?.name ?? "", fontSize: 1 },
    undefined,
    undefined,
    undefined,
    look && watermark(look.watermark, fonts),
  );
}

/** Pale, so that what it lies on can be read. */
function watermark(text: string, fonts: Fonts): WatermarkText {
  const { face } = fonts.glyph("黑体", text.charAt(0));
  return { text, font: face.name, fontSize: 120, color: "#C00000", opacity: 0.12 };
}

/**
 * The footer reaches up to the page number only, so that pdfmake has room to spare below the text block: pages are
 * already broken, and its sums may differ by a hair.
 */
function defineSection(part: SetPart, before: number, drawing: Drawing): Section {
  const { structure, style, fonts, look } = drawing;
  const { orientation, numbered, pages } = part;
  const margins = style.margins[orientation];
  const { top, right, left } = margins;
  const drawn = { structure, marked: look?.marked ?? new Map() };
  return {
    section: { stack: pages.map((page, index) => pageNode(page, index === 0, drawn)) },
    pageSize: "A4",
    pageOrientation: orientation,
    pageMargins: [points(left), points(top), points(right), footerHeight(margins, style.pageNumber)],
    footer: (currentPage) =>
      numbered ? pageNumberNode(currentPage - before, orientation, margins, style.pageNumber, fonts) : null,
  };
}

import type { Report } from "../model/report.js";
import { bytesOf, openCanvas } from "./canvas.js";
import { drawParts, type Look } from "./drawing.js";
import type { Fonts } from "./fonts.js";
import { describe } from "./identity.js";
import { layOut } from "./layout.js";
import { countOutline } from "./outline.js";
import { findPages, type PagesOf } from "./pages-of.js";
import { structureOf } from "./reading-order.js";
import { writeStructure } from "./structure-writer.js";

export type { Look } from "./drawing.js";

export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly where: PagesOf;
}

/**
 * Draws a report on A4 pages. The same report and fonts give the same bytes anywhere and at any time. Throws a Refusal
 * where a table cannot be made to fit its pages.
 */
export async function renderPdf(report: Report, fonts: Fonts, look?: Look): Promise<RenderedPdf> {
  const parts = layOut(report, fonts);
  const structure = structureOf(parts, new Map());
  const document = openCanvas(fonts.faces, describe(report));
  const drawn = drawParts(parts, { document, structure, style: report.style, fonts, look });
  countOutline(document.outline);
  writeStructure(document, structure, drawn);
  const pages = parts.flatMap((part) => part.pages).length;
  return { bytes: await bytesOf(document), pages, where: findPages(parts) };
}

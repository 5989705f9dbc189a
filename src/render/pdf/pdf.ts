import type { Attachment } from "../../model/attachment.js";
import type { Report } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { layOut } from "../layout/layout.js";
import { findPages, type PagesOf } from "../layout/pages-of.js";
import { structureOf } from "../tags/reading-order.js";
import { findReferences } from "../tags/references.js";
import { associate } from "./associated-files.js";
import { openCanvas } from "./canvas.js";
import { drawParts, type Look } from "./drawing.js";
import { claimAccessibility, describe } from "./identity.js";
import { countOutline } from "./outline.js";
import { writeStructure } from "./structure-writer.js";

export type { Look } from "./drawing.js";

export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly where: PagesOf;
}

/**
 * Draws a report on A4 pages, as PDF/A-3a and PDF/UA-1, with files that go with it inside. The same report, fonts and
 * files give the same bytes anywhere and at any time. Throws a Refusal where a table cannot be made to fit its pages.
 */
export async function renderPdf(
  report: Report,
  fonts: Fonts,
  look?: Look,
  attachments: readonly Attachment[] = [],
): Promise<RenderedPdf> {
  const parts = layOut(report, fonts);
  const structure = structureOf(parts, findReferences(report));
  const document = openCanvas(await fonts.open(), describe(report));
  const drawn = drawParts(parts, { document, structure, style: report.style, fonts, look });
  countOutline(document.outline);
  writeStructure(document, structure, drawn);
  claimAccessibility(document);
  associate(attachments, document, report.date);
  const pages = parts.flatMap((part) => part.pages).length;
  return { bytes: document.close(), pages, where: findPages(parts) };
}

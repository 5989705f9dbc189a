import type { Attachment } from "../../model/record.js";
import type { Report } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { layOut } from "../layout/layout.js";
import type { PageItem, SetPart } from "../layout/page.js";
import { numberedPages } from "../layout/page-numbers.js";
import { findPages, type PagesOf } from "../layout/pages-of.js";
import { type Look, placePages } from "../layout/placement.js";
import type { SetLine } from "../layout/set-line.js";
import { type Canvas, openCanvas } from "../pdfmake/canvas.js";
import { drawPages } from "../pdfmake/renderer.js";
import { structureOf } from "../tags/reading-order.js";
import { findReferences } from "../tags/references.js";
import { claimAccessibility, dateModification, describe, labelPages } from "./metadata.js";
import { writeStructure } from "./structure-writer.js";

export type { Look } from "../layout/placement.js";

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
  const canvas = openCanvas(await fonts.open(), describe(report));
  numberFonts(parts, canvas);
  const pages = placePages(parts, { style: report.style, fonts, look });
  writeStructure(canvas, structure, drawPages(pages, structure, canvas));
  labelPages(canvas, numberedPages(parts));
  dateModification(canvas, report);
  claimAccessibility(canvas);
  attach(attachments, canvas, report);
  return { bytes: canvas.close(), pages: pages.length, where: findPages(parts) };
}

/** Fonts have their numbers in the file in the order of the text; those of page numbers come after them. */
function numberFonts(parts: readonly SetPart[], canvas: Canvas): void {
  const items = parts.flatMap((part) => part.pages).flatMap((page) => page.items);
  const lines = items.flatMap(linesIn);
  const faces = lines.flatMap((line) => line.runs).map(({ face }) => face.name);
  for (const name of new Set(faces)) canvas.provideFont(name);
}

function linesIn(item: PageItem): readonly SetLine[] {
  switch (item.kind) {
    case "line":
      return [item];
    case "grid":
      return item.cells.flatMap((cell) => cell.lines);
    case "drawing":
      return item.labels.map(({ line }) => line);
  }
}

/** Embeds files as data that the document was made of, or that says what it says (ISO 19005-3, 6.8). */
function attach(attachments: readonly Attachment[], canvas: Canvas, { date, modified = date }: Report): void {
  for (const { name, mediaType, says, content } of attachments) {
    canvas.file(Buffer.from(content), {
      name,
      type: mediaType,
      description: says,
      relationship: "Data",
      creationDate: date,
      modifiedDate: modified,
    });
  }
}

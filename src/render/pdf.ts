import pdfmake, { type DocumentDefinition, type OutlineItem, type Section } from "pdfmake";
import documents from "pdfmake/js/PDFDocument.js";
import type { Report } from "../model/report.js";
import type { Face, Fonts } from "./fonts.js";
import type { Marked } from "./highlight.js";
import { layOut } from "./layout.js";
import { points } from "./lengths.js";
import { pageNode } from "./nodes.js";
import { pagesBeforeFirst } from "./numbering.js";
import type { SetPart } from "./page.js";
import { footerHeight, pageNumberNode } from "./page-number.js";
import { findPages, type PagesOf } from "./pages-of.js";

export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly where: PagesOf;
}

/** What sets a copy for review apart from the publication. */
export interface Look {
  readonly marked: Marked;
  /** across every page */
  readonly watermark: string;
}

/**
 * Draws a report on A4 pages. The same report and fonts give the same bytes anywhere and at any time. Throws a Refusal
 * where a table cannot be made to fit its pages.
 */
export async function renderPdf(report: Report, fonts: Fonts, look?: Look): Promise<RenderedPdf> {
  const parts = layOut(report, fonts);
  const pages = parts.reduce((sum, part) => sum + part.pages.length, 0);
  let drawn = 0;
  const definition = defineDocument({ report, fonts, look }, parts, (count) => {
    drawn = count;
  });
  provideFonts(fonts.faces);
  layOutByCharacter(fonts.faces);
  const output = pdfmake.createPdf(definition);
  const { outline } = await output.getStream();
  completeOutline(outline, true);
  if (drawn !== pages) throw new Error(`pdfmake drew ${drawn} pages where ${pages} were laid out`);
  return { bytes: await output.getBuffer(), pages, where: findPages(parts) };
}

/** pdfmake reads fonts from its own memory only; nothing is fetched and no file is opened. */
function provideFonts(faces: readonly Face[]): void {
  for (const face of faces) pdfmake.virtualfs.writeFileSync(face.name, face.data);
  pdfmake.setFonts(Object.fromEntries(faces.map((face) => [face.name, { normal: face.name }])));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
}

const { default: PDFDocument } = documents;
const provideFont = PDFDocument.prototype.provideFont;

/**
 * Lets pdfmake take glyphs as they were measured, one a character, instead of shaping each line anew: Chinese text and
 * figures need no shaping, and it was a tenth of the time of a build.
 */
function layOutByCharacter(faces: readonly Face[]): void {
  const byName = new Map(faces.map((face) => [face.name, face]));
  const done = new WeakSet<object>();
  PDFDocument.prototype.provideFont = function (name, ...style) {
    const provided = provideFont.call(this, name, ...style);
    const face = byName.get(name);
    if (face && !done.has(provided)) {
      const shape = provided.font.layout.bind(provided.font);
      provided.font.layout = (text, features) => face.layOut(text) ?? shape(text, features);
      done.add(provided);
    }
    return provided;
  };
}

/** What is drawn, with which fonts, and how. */
interface Drawing {
  readonly report: Report;
  readonly fonts: Fonts;
  readonly look: Look | undefined;
}

/** What pdfmake draws; `onPageCount` is told during layout how many pages it came to. */
function defineDocument(
  drawing: Drawing,
  parts: readonly SetPart[],
  onPageCount: (count: number) => void,
): DocumentDefinition {
  const { report, fonts, look } = drawing;
  const before = pagesBeforeFirst(parts);
  const sections = parts.map((part) => defineSection(part, before, drawing, onPageCount));
  return {
    version: "1.7",
    language: "zh-CN",
    displayTitle: true,
    info: {
      title: plain(report.title),
      author: plain(report.author),
      subject: plain(report.subject),
      creationDate: report.date,
    },
    defaultStyle: { font: fonts.faces[0]?.name ?? "", fontSize: 1 },
    content: sections,
    ...(look && { watermark: watermark(look.watermark, fonts) }),
  };
}

/** Pale, so that what it lies on can be read. */
function watermark(text: string, fonts: Fonts): NonNullable<DocumentDefinition["watermark"]> {
  const { face } = fonts.glyph("黑体", text.charAt(0));
  return { text, font: face.name, fontSize: 120, color: "#C00000", opacity: 0.12 };
}

/** pdfmake copies these words into XMP without escaping them. */
function plain(words: string): string {
  return words.replaceAll("&", "＆").replaceAll("<", "＜").replaceAll(">", "＞");
}

/**
 * The footer reaches up to the page number only, so that pdfmake has room to spare below the text block: pages are
 * already broken, and its sums may differ by a hair.
 */
function defineSection(
  part: SetPart,
  before: number,
  { report, fonts, look }: Drawing,
  onPageCount: (count: number) => void,
): Section {
  const { orientation, numbered } = part;
  const { style } = report;
  const marked = look?.marked ?? new Map();
  const margins = style.margins[orientation];
  const { top, right, left } = margins;
  return {
    section: part.pages.map((page, index) => pageNode(page, index === 0, marked)),
    pageSize: "A4",
    pageOrientation: orientation,
    pageMargins: [points(left), points(top), points(right), footerHeight(margins, style.pageNumber)],
    footer: (currentPage, pageCount) => {
      onPageCount(pageCount);
      if (!numbered) return null;
      return pageNumberNode(currentPage - before, orientation, margins, style.pageNumber, fonts);
    },
  };
}

/** pdfkit leaves out how many items an outline has, and lets its destinations begin at the right edge. */
function completeOutline(item: OutlineItem, isRoot: boolean): void {
  const { outlineData, children } = item;
  if (outlineData.Dest?.[1] === "XYZ") outlineData.Dest[2] = 0;
  if (children.length > 0) outlineData.Count = isRoot ? children.length : -children.length;
  for (const child of children) completeOutline(child, false);
}

import type { LaidPage } from "pdfmake/js/LayoutBuilder.js";
import type { GlyphPosition, PdfDocument, PdfObject } from "pdfmake/js/PDFDocument.js";
import renderers, { type LaidInline, type LaidLine } from "pdfmake/js/Renderer.js";
import { createMarker, type MarkedContent, type Marker } from "./marked-content.js";
import { nameTree } from "./name-tree.js";
import { type Anchor, type Element, ORNAMENT, WATERMARK } from "./structure.js";

/** Draws pages that pdfmake has laid out, with everything on them marked as what it is. */
export function drawTagged(pages: readonly LaidPage[], document: PdfDocument): MarkedContent {
  const renderer = new TaggedRenderer(document);
  renderer.renderPages(pages);
  return renderer.marker;
}

/** Text in one font that belongs to one element. */
interface DrawnText {
  readonly inline: LaidInline;
  readonly text: string;
  readonly left: number;
  readonly width: number;
}

/** The stretch of a line that is one link. */
interface Stretch {
  readonly left: number;
  readonly right: number;
}

class TaggedRenderer extends renderers.default<PdfDocument> {
  readonly marker: Marker;
  readonly #destinations = new Map<string, unknown>();
  readonly #outline = new Map<string, PdfDocument["outline"]>();
  /** whether what is filled next is black */
  #hasInk = false;

  constructor(document: PdfDocument) {
    super(document);
    this.marker = createMarker(document);
  }

  override renderPages(pages: readonly LaidPage[]): void {
    for (const page of pages) {
      this.#hasInk = false;
      super.renderPages([page]);
      this.marker.leave();
    }
    const names = this.pdfDocument._root.data.Names as PdfObject;
    names.data.Dests = nameTree(this.#destinations);
  }

  override renderVector(vector: unknown): void {
    this.marker.enter(ORNAMENT);
    this.#hasInk = false;
    super.renderVector(vector);
  }

  override renderWatermark(page: LaidPage): void {
    this.marker.enter(WATERMARK);
    super.renderWatermark(page);
  }

  override renderLine(line: LaidLine, x: number, y: number): void {
    const baseline = y + line.getAscenderHeight();
    const links = new Map<Element, Stretch>();
    for (const inline of line.inlines) {
      if (inline.anchor) this.#drop(inline.anchor, y);
      let left = x + inline.x;
      let from = 0;
      for (const { tag, length } of inline.spans ?? []) {
        const text = inline.text.slice(from, from + length);
        const width = inline.font.widthOfString(text, inline.fontSize) + inline.characterSpacing * length;
        this.marker.enter(tag);
        this.#drawText({ inline, text, left, width }, baseline);
        if (tag.kind === "content" && tag.of.link) {
          links.set(tag.of, { left: links.get(tag.of)?.left ?? left, right: left + width });
        }
        left += width;
        from += length;
      }
      if (from < inline.text.length) throw new Error(`a text is not known to the structure: ${inline.text}`);
    }
    for (const [link, stretch] of links) this.#link(link, stretch, y, y + line.getHeight());
  }

  /** pdfkit takes ten times as many operators; they are needed only where characters are moved. */
  #drawText({ inline, text, left, width }: DrawnText, baseline: number): void {
    const { font, fontSize, characterSpacing } = inline;
    const document = this.pdfDocument;
    const [codes, positions] = font.encode(text);
    this.#takeInk();
    if (positions.some(isMoved)) {
      document._font = font;
      document.fontSize(fontSize);
      const top = baseline - (font.ascender / 1000) * fontSize;
      document.text(text, left, top, { lineBreak: false, textWidth: width, characterSpacing, wordCount: 1 });
      return;
    }
    document.page.fonts[font.id] ??= font.ref();
    // the page's coordinates run downwards
    const place = `1 0 0 -1 ${decimal(left)} ${decimal(baseline)} Tm`;
    const type = `/${font.id} ${decimal(fontSize)} Tf ${decimal(characterSpacing)} Tc`;
    document.addContent(`BT ${place} ${type} <${codes.join("")}> Tj ET`);
  }

  #takeInk(): void {
    if (!this.#hasInk) this.pdfDocument.fillColor("black");
    this.#hasInk = true;
  }

  /** Lets links and the outline find a line: at the left edge of its page. */
  #drop({ name, mark }: Anchor, y: number): void {
    const { pdfDocument } = this;
    const { dictionary, height, width } = pdfDocument.page;
    this.#destinations.set(name, [dictionary, "XYZ", 0, height - y, null]);
    if (!mark) return;
    const parent = (mark.parent && this.#outline.get(mark.parent)) || pdfDocument.outline;
    // pdfkit counts from the right edge
    this.#outline.set(mark.id, parent.addItem(mark.title, { top: y, left: width }));
  }

  #link(element: Element, { left, right }: Stretch, top: number, bottom: number): void {
    const { height } = this.pdfDocument.page;
    if (!element.link) return;
    this.marker.annotate(element, {
      Type: "Annot",
      Subtype: "Link",
      Rect: [left, height - bottom, right, height - top],
      Border: [0, 0, 0],
      F: PRINT,
      Dest: new String(element.link.to),
      Contents: new String(element.link.says),
    });
  }
}

function isMoved({ xOffset, yOffset, xAdvance, advanceWidth }: GlyphPosition): boolean {
  return xOffset !== 0 || yOffset !== 0 || xAdvance !== advanceWidth;
}

/** A number as files write it, to a millionth. */
function decimal(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** The flag of annotations that are printed, which an archive wants all to be (ISO 19005-3, 6.3.2). */
const PRINT = 4;

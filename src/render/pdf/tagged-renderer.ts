import { drawRules, isRule, type Rule } from "../tables/table-rules.js";
import { type Anchor, type Element, ORNAMENT, WATERMARK } from "../tags/structure.js";
import { createMarker, type MarkedContent, type Marker } from "./marked-content.js";
import { nameTree } from "./name-tree.js";
import type { PdfDocument, PdfObject } from "./pdfmake-document.js";
import type { LaidPage } from "./pdfmake-layout.js";
import { type LaidInline, type LaidLine, PdfmakeRenderer } from "./pdfmake-renderer.js";
import { drawText, widthOf } from "./text-drawing.js";

/** Draws pages that pdfmake has laid out, with everything on them marked as what it is. */
export function drawTagged(pages: readonly LaidPage[], document: PdfDocument): MarkedContent {
  const renderer = new TaggedRenderer(document);
  renderer.renderPages(pages);
  return renderer.marker;
}

/** The stretch of a line that is one link. */
interface Stretch {
  readonly left: number;
  readonly right: number;
}

class TaggedRenderer extends PdfmakeRenderer {
  readonly marker: Marker;
  readonly #destinations = new Map<string, unknown>();
  readonly #outline = new Map<string, PdfDocument["outline"]>();
  /** whether what is filled next is black */
  #hasInk = false;
  /** the rules of the page, drawn when all else is */
  #rules: Rule[] = [];

  constructor(document: PdfDocument) {
    super(document);
    this.marker = createMarker(document);
  }

  override renderPages(pages: readonly LaidPage[]): void {
    for (const page of pages) {
      this.#hasInk = false;
      super.renderPages([page]);
      this.#drawRules();
      this.marker.leave();
    }
    const names = this.pdfDocument._root.data.Names as PdfObject;
    names.data.Dests = nameTree(this.#destinations);
  }

  override renderVector(vector: unknown): void {
    if (isRule(vector)) {
      this.#rules.push(vector);
      return;
    }
    this.marker.enter(ORNAMENT);
    this.#hasInk = false;
    super.renderVector(vector);
  }

  #drawRules(): void {
    if (this.#rules.length === 0) return;
    this.marker.enter(ORNAMENT);
    this.pdfDocument.addContent(drawRules(this.#rules));
    this.#rules = [];
  }

  override renderWatermark(page: LaidPage): void {
    // what is drawn behind it would be as pale
    this.#drawRules();
    this.marker.enter(WATERMARK);
    super.renderWatermark(page);
  }

  override renderLine(line: LaidLine, x: number, y: number): void {
    const baseline = y + line.getAscenderHeight();
    const links = new Map<Element, Stretch>();
    for (const inline of line.inlines) {
      if (inline.anchor) this.#anchor(inline.anchor, y);
      this.#drawInline(inline, x + inline.x, baseline, links);
    }
    for (const [element, stretch] of links) this.#link(element, stretch, y, y + line.getHeight());
  }

  #drawInline(inline: LaidInline, start: number, baseline: number, links: Map<Element, Stretch>): void {
    let left = start;
    let end = 0;
    for (const { tag, from, to } of inline.spans ?? []) {
      const text = inline.text.slice(from, to);
      end = to;
      this.marker.enter(tag);
      this.#takeInk();
      drawText({ inline, text, left, baseline }, this.pdfDocument);
      const leads = tag.kind === "content" && tag.of.link !== undefined;
      // most texts are one span, and nobody asks where they end
      if (!leads && to >= inline.text.length) break;
      const right = left + widthOf(inline, text);
      if (leads) links.set(tag.of, { left: links.get(tag.of)?.left ?? left, right });
      left = right;
    }
    if (end < inline.text.length) throw new Error(`a text is not known to the structure: ${inline.text}`);
  }

  #takeInk(): void {
    if (!this.#hasInk) this.pdfDocument.fillColor("black");
    this.#hasInk = true;
  }

  /** Lets links and the outline find a line: at the left edge of its page. */
  #anchor({ name, mark }: Anchor, y: number): void {
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

/** The flag of annotations that are printed, which an archive wants all to be (ISO 19005-3, 6.3.2). */
const PRINT = 4;

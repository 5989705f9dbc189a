import type { Stretch } from "../../model/report.js";
import { shapeOperators } from "../chart/operators.js";
import { withPart } from "../layout/bookmarks.js";
import type { Reach } from "../layout/highlight.js";
import {
  baselineOf,
  type Ground,
  type PageRules,
  type PlacedDrawing,
  type PlacedLine,
  type PlacedPage,
} from "../layout/placement.js";
import { extentOf, type FontRun, placesOfRuns } from "../layout/set-line.js";
import { overlap } from "../layout/source-text.js";
import { drawRules } from "../tables/table-rules.js";
import {
  type Anchor,
  ORNAMENT,
  PAGE_NUMBER,
  type Structure,
  type StructureElement,
  type TaggedSpan,
  WATERMARK,
} from "../tags/structure.js";
import { type Canvas, nameTree } from "./canvas.js";
import { type OutlineItem, PdfmakeRenderer, type RenderedWatermark } from "./inside.js";
import { createMarker, type MarkedContent, type Marker } from "./marked-content.js";
import { type DrawnType, drawText, widthOf } from "./text-drawing.js";

/** Draws pages with everything on them marked as what it is, and tells what was drawn where. */
export function drawPages(pages: readonly PlacedPage[], structure: Structure, canvas: Canvas): MarkedContent {
  const renderer = new TaggedRenderer(canvas, structure);
  renderer.renderPages(pages);
  return renderer.marker;
}

/** Characters of one face in their place, and what they are. */
interface PlacedRun {
  readonly run: FontRun;
  readonly spans: readonly TaggedSpan[];
  readonly type: DrawnType;
  readonly left: number;
  readonly baseline: number;
}

class TaggedRenderer extends PdfmakeRenderer {
  readonly marker: Marker;
  readonly #canvas: Canvas;
  readonly #structure: Structure;
  readonly #destinations = new Map<string, unknown>();
  readonly #outline = new Map<string, OutlineItem>();
  /** whether what is filled next is black */
  #hasInk = false;

  constructor(canvas: Canvas, structure: Structure) {
    super(canvas);
    this.#canvas = canvas;
    this.#structure = structure;
    this.marker = createMarker(canvas);
  }

  override renderPages(pages: readonly PlacedPage[]): void {
    for (const page of pages) {
      this.#hasInk = false;
      super.renderPages([page]);
      this.marker.leave();
    }
    this.#canvas.names.Dests = nameTree(this.#destinations);
  }

  override renderVector(vector: Ground | PageRules | PlacedDrawing): void {
    if (vector.type === "drawing") {
      this.#drawShapes(vector);
      return;
    }
    this.marker.enter(ORNAMENT);
    if (vector.type === "rules") this.#canvas.addContent(drawRules(vector.rules));
    else {
      this.#hasInk = false;
      super.renderVector(vector);
    }
  }

  override renderWatermark({ pageSize, watermark }: PlacedPage): void {
    if (!watermark) return;
    const { text, face, size: fontSize, color, opacity } = watermark;
    const font = this.#canvas.provideFont(face.name);
    const size = { width: font.widthOfString(text, fontSize), height: font.lineHeight(fontSize) };
    const angle = (Math.atan2(pageSize.height, pageSize.width) * -180) / Math.PI;
    const drawn: RenderedWatermark = { text, font, fontSize, color, opacity, angle, _size: { size } };
    this.marker.enter(WATERMARK);
    super.renderWatermark({ watermark: drawn });
  }

  override renderLine(placed: PlacedLine): void {
    const { line, left } = placed;
    const { runs, size } = line;
    const spans = this.#spansOf(placed);
    const anchor = this.#structure.anchors.get(line);
    const baseline = baselineOf(placed);
    const above = baseline - Math.max(0, ...runs.map(({ face }) => face.ascent)) * size;
    const below = above + Math.max(0, ...runs.map(({ face }) => face.height)) * size;
    if (anchor) this.#anchor(anchor, above);
    const links = new Map<StructureElement, Reach>();
    let start = left;
    for (const { run, ...place } of placesOfRuns(line)) {
      const type = { font: this.#canvas.provideFont(run.face.name), size, spacing: run.spacing };
      this.#drawRun({ run, spans: spansWithin(spans, place), type, left: start, baseline }, links);
      const natural = run.face.combines(run.text)
        ? type.font.widthOfString(run.text, size)
        : run.width * size;
      start += natural + run.spacing * (run.count - 1) + run.behind;
    }
    for (const [element, reach] of links) this.#link(element, reach, above, below);
  }

  #spansOf({ line, beside }: PlacedLine): readonly TaggedSpan[] {
    if (beside) return [{ tag: beside === "callout" ? ORNAMENT : PAGE_NUMBER, ...extentOf(line) }];
    return this.#structure.spans.get(line) ?? [];
  }

  #drawShapes({ drawing, left, top }: PlacedDrawing): void {
    const canvas = this.#canvas;
    const tag = this.#structure.drawings.get(drawing);
    if (!tag) throw new Error("a chart is not known to the structure");
    const { shapes, width, pitch: height } = drawing;
    const bottom = canvas.page.height - top - height;
    this.marker.enter(tag);
    this.marker.bound(tag.of, [left, bottom, left + width, bottom + height]);
    canvas.addContent(shapeOperators(shapes, left, top));
  }

  #drawRun(
    { run, spans, type, left: start, baseline }: PlacedRun,
    links: Map<StructureElement, Reach>,
  ): void {
    let left = start;
    let end = 0;
    for (const { tag, from, to } of spans) {
      const text = run.text.slice(from, to);
      end = to;
      this.marker.enter(tag);
      this.#takeInk();
      drawText({ ...type, text, left, baseline }, this.#canvas);
      const leads = tag.kind === "content" && tag.of.link !== undefined;
      // most texts are one span, and nobody asks where they end
      if (!leads && end >= run.text.length) break;
      const right = left + widthOf(type, text);
      if (leads) links.set(tag.of, { left: links.get(tag.of)?.left ?? left, right });
      left = right;
    }
    if (end < run.text.length) throw new Error(`a text is not known to the structure: ${run.text}`);
  }

  #takeInk(): void {
    if (!this.#hasInk) this.#canvas.fillColor("black");
    this.#hasInk = true;
  }

  /** Lets links and the outline find a line: at the left edge of its page. */
  #anchor({ name, mark }: Anchor, top: number): void {
    const { page, outline } = this.#canvas;
    const destination = [page.dictionary, "XYZ", 0, page.height - top, null];
    this.#destinations.set(name, destination);
    for (const { id, title, parent: above } of mark ? withPart(mark) : []) {
      this.#destinations.set(id, destination);
      const parent = (above && this.#outline.get(above)) || outline;
      // pdfkit counts from the right edge
      this.#outline.set(id, parent.addItem(title, { top, left: page.width }));
    }
  }

  #link(element: StructureElement, { left, right }: Reach, top: number, bottom: number): void {
    const { height } = this.#canvas.page;
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

/** What of spans stands on a stretch of their line, counted from where it begins. */
function spansWithin(spans: readonly TaggedSpan[], place: Stretch): readonly TaggedSpan[] {
  return spans.flatMap(({ tag, ...span }) => {
    const shared = overlap(span, place);
    return shared ? [{ tag, from: shared.from - place.from, to: shared.to - place.from }] : [];
  });
}

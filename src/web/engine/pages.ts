import type { Element, Marked, Report } from "../../model/report.js";
import type { Fonts } from "../../render/fonts/fonts.js";
import { bookmarkBlocks, withPart } from "../../render/layout/bookmarks.js";
import { renderSvg, type SvgPage } from "../../render/svg/svg.js";
import type { OutlineEntry, PageSpot } from "../protocol.js";

/** The pages of a report, and the way from what they show to what of the report it is, and back. */
export interface DrawnPages {
  readonly pages: readonly SvgPage[];
  readonly outline: readonly OutlineEntry[];
  elementAt(spot: PageSpot): Element | undefined;
  /** where an element is printed first */
  spotOf(element: Element): PageSpot | undefined;
}

/** Draws a report for the screen. Throws a Refusal where it does not fit its pages. */
export function drawPages(report: Report, fonts: Fonts, marked: Marked): DrawnPages {
  const { pages, where } = renderSvg(report, fonts, { marked, watermark: "" });
  const spots = new Map<Element, PageSpot>();
  for (const [page, { elements }] of pages.entries())
    for (const [number, element] of elements.entries())
      if (!spots.has(element)) spots.set(element, { page, id: String(number) });
  const outline = [...bookmarkBlocks(report)].flatMap(([block, mark]) => {
    const page = (where.get(block)?.[0]?.index ?? 1) - 1;
    return withPart(mark).map(({ title, depth }) => ({ title, depth, page }));
  });
  return {
    pages,
    outline,
    elementAt: ({ page, id }) => pages[page]?.elements[Number(id)],
    spotOf: (element) => spots.get(element),
  };
}

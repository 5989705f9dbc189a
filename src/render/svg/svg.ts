import { sha256 } from "../../model/record.js";
import type { Element, Report } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { layOut } from "../layout/layout.js";
import { findPages, type PagesOf } from "../layout/pages-of.js";
import { type Look, type PlacedPage, placePages } from "../layout/placement.js";
import { drawPage, type PagePicture } from "./page-drawing.js";

/** A page as a picture whose words are words. */
export interface SvgPage {
  /** in pt */
  readonly width: number;
  readonly height: number;
  /** the number that is printed on it, if any */
  readonly number: number | undefined;
  readonly svg: string;
  /** of the picture: a page that has not changed has the same, whatever has changed on others */
  readonly hash: string;
  /** what of the report `data-figure` and `data-words` in the picture mean, by their numbers */
  readonly elements: readonly Element[];
}

export interface RenderedSvg {
  readonly pages: readonly SvgPage[];
  readonly where: PagesOf;
}

/**
 * Draws a report for the screen: the same pages as its PDF, everything in the same place, and each figure and each stretch
 * of words known by what of the report it prints. Throws a Refusal where a table cannot be made to fit its pages.
 */
export function renderSvg(report: Report, fonts: Fonts, look?: Look): RenderedSvg {
  const parts = layOut(report, fonts);
  const pages = placePages(parts, { style: report.style, fonts, look });
  return { pages: pages.map((page) => svgPage(page, drawPage(page))), where: findPages(parts) };
}

function svgPage({ pageSize, number }: PlacedPage, { svg, elements }: PagePicture): SvgPage {
  return { ...pageSize, number, svg, hash: sha256(svg), elements };
}

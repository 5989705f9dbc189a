import type { Element, Report } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { layOut } from "./layout.js";
import type { PageItem, SetPart } from "./page.js";
import { type NumberedPage, numberedPages } from "./page-numbers.js";

/** On which pages everything of a report is printed, in order. */
export type PagesOf = ReadonlyMap<Element, readonly PrintedPage[]>;

export interface PrintedPage extends Pick<NumberedPage, "index" | "number"> {
  /** where among its words those begin that stand on the page */
  readonly from: number;
}

/** On which pages a report is printed, without drawing it. */
export function pagesOf(report: Report, fonts: Fonts): PagesOf {
  return findPages(layOut(report, fonts));
}

/** Finds what is printed where on pages that are laid out. */
export function findPages(parts: readonly SetPart[]): PagesOf {
  const pages = new Map<Element, PrintedPage[]>();
  for (const { page, index, number } of numberedPages(parts)) {
    for (const [element, from] of page.items.flatMap(printedBy)) {
      const known = pages.get(element) ?? [];
      if (known.at(-1)?.index !== index) pages.set(element, [...known, { index, number, from }]);
    }
  }
  return pages;
}

function printedBy(item: PageItem): readonly (readonly [element: Element, from: number])[] {
  if (item.kind === "grid") return item.cells.map(({ of, lines }) => [of, lines[0]?.parts[0]?.from ?? 0]);
  if (item.kind === "drawing") return [[item.of, 0]];
  const { of, parts } = item;
  return [...parts.map((part) => [part.of, part.from] as const), ...(of ? [[of, 0] as const] : [])];
}

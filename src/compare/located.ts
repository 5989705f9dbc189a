import type { Correction, LocatedCorrection, Version } from "../model/correction.js";
import type { Element, Extent, Marked } from "../model/report.js";

/** The pages that something of a report is printed on, and where in its text each begins. */
interface Pages {
  get(
    element: Element,
  ): readonly { readonly number: number | undefined; readonly from: number }[] | undefined;
}

/** Readers have the published file before them; what is new is found in the corrected one. */
export function locate(correction: Correction, published: Pages, corrected: Pages): LocatedCorrection {
  const { before, after } = correction;
  return { correction, page: before ? pageOf(before, published) : after && pageOf(after, corrected) };
}

/** The page on which something begins. */
function pageOf({ spots: [spot] }: Version, pages: Pages): number | undefined {
  if (!spot) return undefined;
  const { element, stretch } = spot;
  const printed = pages.get(element) ?? [];
  const page = stretch && printed.findLast(({ from }) => from <= stretch.from);
  return (page ?? printed[0])?.number;
}

/** Where all that is new stands in the later report. */
export function markedIn(corrections: readonly Correction[]): Marked {
  const marked = new Map<Element, Extent>();
  for (const { element, stretch } of corrections.flatMap(({ after }) => after?.spots ?? [])) {
    const known = marked.get(element) ?? [];
    marked.set(element, stretch && known !== "whole" ? [...known, stretch] : "whole");
  }
  return marked;
}

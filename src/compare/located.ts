import type { Correction, LocatedCorrection, Spot, Version } from "../model/correction.js";
import { groupedBy } from "../model/groups.js";
import { runText } from "../model/printed.js";
import type { Callout, Element, Extent, Marked } from "../model/report.js";

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

/** The numbers of corrections in their list, beside all that is new, and where what is gone or moved has its place. */
export function calloutsOf(corrections: readonly Correction[]): readonly Callout[] {
  const numbered = corrections.map((correction, index) => ({ correction, number: index + 1 }));
  const begun = numbered.flatMap(({ correction: { after }, number }) =>
    beginnings(after?.spots ?? []).map((spot) => ({ ...spot, at: "start" as const, number })),
  );
  const placed = numbered.flatMap(({ correction: { kind, place }, number }) => {
    const at = kind === "row" || kind === "order" ? ("below" as const) : ("end" as const);
    return place ? [{ ...place, at, number }] : [];
  });
  const alike = groupedBy([...begun, ...placed], ({ element }) => element);
  return [...alike.values()].flatMap((ofElement) => {
    const there = groupedBy(
      ofElement,
      ({ at, stretch }) => `${at} ${(at === "start" ? stretch?.from : stretch?.to) ?? ""}`,
    );
    return [...there.values()].flatMap((group) =>
      group.slice(0, 1).map(({ number: _, ...callout }) => {
        return { ...callout, numbers: inWords(group.map(({ number }) => number)) };
      }),
    );
  });
}

/** Those of the spots of a version that do not go on from the one before. */
function beginnings(spots: readonly Spot[]): readonly Spot[] {
  return spots.filter((spot, index) => {
    const before = spots[index - 1];
    return !before || !goesOn(before, spot);
  });
}

function goesOn({ element, stretch }: Spot, next: Spot): boolean {
  // cells of one row, which is new
  if (!stretch || !next.stretch) return true;
  if (element === next.element) return stretch.to === next.stretch.from;
  const isRun =
    "kind" in element && (element.kind === "text" || element.kind === "figure") && !("rows" in element);
  return isRun && stretch.to === runText(element).length && next.stretch.from === 0;
}

/** 3、5～9 */
function inWords(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.to === number - 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}～${to}`)).join("、");
}

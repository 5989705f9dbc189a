import { type Diagnostic, type Place, placesOf } from "../diagnostic/diagnostic.js";
import { hasGap } from "../model/figure.js";
import { GAP, UNDECIDED } from "../model/gap.js";
import type { Figure } from "../model/ledger.js";
import type { Block, Cell, Element, Extent, Run, Stretch } from "../model/report.js";
import { headsIn, ownWords, runsOf } from "../model/walk.js";
import { type Origin, ownWording, standForOther, type Wording } from "../model/wording.js";

/** Words or a figure of the report, with what they are part of. */
export interface Text {
  readonly element: Element;
  readonly words: Wording;
  readonly figure?: Figure;
}

export function textsIn(block: Block): readonly Text[] {
  const own = ownWords(block).map((words) => ({ element: block, words }));
  if (block.kind === "paragraph") return runsOf(block).map(runText);
  if (block.kind !== "table") return own;
  return [
    ...own,
    ...headsIn(block.columns).map((column) => ({ element: column, words: column.header })),
    ...block.rows.flatMap(({ cells }) => cells.flatMap(cellText)),
    ...runsOf(block).map(runText),
  ];
}

function runText(run: Run): Text {
  return run.kind === "text"
    ? { element: run, words: run }
    : { element: run, words: ownWording(""), figure: run.figure };
}

function cellText(cell: Cell): readonly Text[] {
  if (cell.kind === "text") return [{ element: cell, words: cell }];
  return cell.kind === "figure" ? [{ element: cell, words: ownWording(""), figure: cell.figure }] : [];
}

/** How much of an element is set off. */
export type MarkedElement = readonly [Element, Extent];

export function added(old: Extent | undefined, more: Extent): Extent {
  if (old === undefined || more === "whole") return more;
  if (old === "whole") return old;
  const isOver = (one: Stretch, other: Stretch): boolean => one.from < other.to && other.from < one.to;
  return [...old, ...more.filter((each) => !old.some((other) => isOver(each, other)))];
}

const GAPS = new RegExp(`${GAP}|${UNDECIDED}`, "g");

export function gapsIn(texts: readonly Text[]): readonly MarkedElement[] {
  return texts.flatMap(({ element, words, figure }) => {
    if (figure) return hasGap(figure) ? [[element, "whole"] as const] : [];
    const stretches = [...words.text.matchAll(GAPS)].map(({ 0: gap, index }) => {
      return { from: index, to: index + gap.length };
    });
    return spot(element, stretches);
  });
}

/** What of the report comes from the places that were found faulty: figures from their lines, words that were written there. */
export function spotsOf(found: Diagnostic, texts: readonly Text[]): readonly MarkedElement[] {
  return placesOf(found).flatMap((place) => spotsAt(place, texts));
}

function spotsAt(place: Place, texts: readonly Text[]): readonly MarkedElement[] {
  return texts.flatMap(({ element, words, figure }): readonly MarkedElement[] => {
    if (!figure) return spot(element, stretchesFrom(place, words));
    const comes = figure.lines.some((line) =>
      [line.place, ...(line.unsaid ?? []).map((each) => each.place)].some(
        (each) => each.file === place.file && each.line === place.line,
      ),
    );
    return comes ? [[element, "whole"]] : [];
  });
}

/** Of a run or cell of words just the stretches are set off, of what is set in lines all of it. */
function spot(element: Element, stretches: readonly Stretch[]): readonly MarkedElement[] {
  if (stretches.length === 0) return [];
  return [[element, "kind" in element && element.kind === "text" ? stretches : "whole"]];
}

/** The words that were written at the place, one stretch where they stand beside each other. */
function stretchesFrom(place: Place, { origins }: Wording): readonly Stretch[] {
  const stretches: { from: number; to: number }[] = [];
  for (const origin of origins) {
    if (!isOnLinesOf(origin, place)) continue;
    for (const [index, each] of placesIn(origin).entries()) {
      if (!overlaps(each, place)) continue;
      const [from, to] = standForOther(origin)
        ? [origin.from, origin.to]
        : [origin.from + index, origin.from + index + 1];
      const last = stretches.at(-1);
      if (last?.to === from) last.to = to;
      else stretches.push({ from, to });
    }
  }
  return stretches;
}

/** Most words are far from what is faulty, and need not be looked at one by one. */
function isOnLinesOf({ written, start, end }: Origin, { file, line }: Place): boolean {
  const [first, last] = [written.at(start, 1), written.at(Math.max(start, end - 1), 1)];
  return first.file === file && first.line <= line && line <= last.line;
}

const known = new WeakMap<Origin, readonly Place[]>();

/** The place of each character, or of what stands for all of them. They are asked for once for each fault. */
function placesIn(origin: Origin): readonly Place[] {
  const { written, start, end } = origin;
  const places =
    known.get(origin) ??
    (standForOther(origin)
      ? [written.at(start, end - start)]
      : Array.from({ length: end - start }, (_, index) => written.at(start + index, 1)));
  known.set(origin, places);
  return places;
}

function overlaps(one: Place, other: Place): boolean {
  // a file as a whole has no extent
  if (one === other) return true;
  return (
    one.file === other.file &&
    one.line === other.line &&
    one.column < other.column + other.length &&
    other.column < one.column + one.length
  );
}

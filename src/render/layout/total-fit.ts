import type { Stretch } from "../../model/report.js";
import type { LineEnd } from "./break-opportunities.js";
import { type GluedText, within } from "./glue.js";

/** A line of a paragraph: where its text stands, and how far its glue is stretched (to 1) or shrunk (to -1). */
export interface FittedLine extends Stretch {
  readonly ratio: number;
}

/** A text with the places where its lines may end, and how wide its lines are. */
export interface Breakable {
  readonly text: GluedText;
  readonly ends: readonly LineEnd[];
  readonly first: number;
  readonly width: number;
}

/** The best way to break a text up to a place where a line may end. */
interface Break {
  /** the number of the end that its last line begins behind */
  readonly start: number;
  readonly demerits: number;
}

/** What rounding may add to a sum of widths that fills a line exactly, in pt. */
const HAIR = 0.001;

/** The badness of a line whose glue is stretched or shrunk as far as it goes. */
const BADNESS = 100;
/** The demerits of a line that cannot be filled, and of a character wider than its line: only where all else fails. */
const UNFILLED = 1e12;
const OVERFULL = 1e18;
/** How bad a line may be that cannot be filled: of one with a single character there is no saying. */
const WORST = 1_000;

/** A line has fewer places where it might end, unless its characters have no width. */
const MOST_ENDS = 1_000;

/**
 * Breaks a paragraph by total fit (Knuth and Plass, Breaking Paragraphs into Lines, 1981): of all ways the one with the
 * fewest demerits, so that the lines above a number that does not fit share the room that first fit leaves to one of them.
 * The last line is not stretched. Active are only the breaks that lie within a line's width before an end, so the time
 * it takes grows with the length of the text.
 */
export function breakParagraph(given: Breakable): FittedLine[] {
  const paragraph = { ...given, ends: splitWide(given) };
  const best: Break[] = [{ start: 0, demerits: 0 }];
  for (let end = 1; end < paragraph.ends.length; end++) best.push(bestBreak(end, best, paragraph));
  const lines: FittedLine[] = [];
  for (let end = best.length - 1; end > 0; end = best[end]?.start ?? 0) {
    const start = best[end]?.start ?? 0;
    const ratio = Math.min(1, ratioOf(start, end, paragraph));
    lines.unshift({ from: paragraph.ends[start]?.next ?? 0, to: paragraph.ends[end]?.to ?? 0, ratio });
  }
  return lines;
}

function bestBreak(end: number, best: readonly Break[], paragraph: Breakable): Break {
  const penalty = paragraph.ends[end]?.penalty ?? 0;
  let found: Break = { start: end - 1, demerits: Number.POSITIVE_INFINITY };
  for (let start = end - 1; start >= Math.max(0, end - MOST_ENDS); start--) {
    const ratio = ratioOf(start, end, paragraph);
    if (ratio < -1 && start < end - 1) break;
    const demerits = demeritsOf(ratio, penalty) + (best[start]?.demerits ?? 0);
    if (demerits < found.demerits) found = { start, demerits };
  }
  return found;
}

function demeritsOf(ratio: number, penalty: number): number {
  if (ratio < -1) return OVERFULL;
  if (ratio > 1) return UNFILLED * Math.min(ratio, WORST);
  return (1 + BADNESS * Math.abs(ratio) ** 3 + penalty) ** 2;
}

/** How far the glue of a line between two ends has to be stretched or shrunk to fill it. */
function ratioOf(start: number, end: number, { text, ends, first, width }: Breakable): number {
  const from = ends[start]?.next ?? 0;
  const to = ends[end]?.to ?? 0;
  const slack = (start === 0 ? first : width) - within(text, "width", from, to);
  if (Math.abs(slack) <= HAIR) return 0;
  if (slack < 0) return slack / within(text, "shrink", from, to);
  return end === ends.length - 1 ? 0 : slack / within(text, "stretch", from, to);
}

/** The ends, with one behind each character of what is wider than a line: nothing is ever lost. */
function splitWide({ text, ends, first }: Breakable): readonly LineEnd[] {
  return ends.flatMap((end, index) => {
    const from = ends[index - 1]?.next ?? end.to;
    if (within(text, "width", from, end.to) <= first + HAIR) return [end];
    const inside = placesInside(text.text.slice(from, end.to), from);
    return [...inside.map((at) => ({ to: at, next: at, penalty: 0 })), end];
  });
}

function placesInside(text: string, from: number): number[] {
  let at = from;
  return [...text].slice(0, -1).map((character) => {
    at += character.length;
    return at;
  });
}

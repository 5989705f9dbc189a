import type { Element, Stretch } from "../../model/report.js";
import { decimal, sum } from "../layout/lengths.js";
import { baselineOf, type PlacedLine } from "../layout/placement.js";
import { extentOf, type FontRun, placesOfRuns, type SetLine } from "../layout/set-line.js";
import { overlap, type SourcePart } from "../layout/source-text.js";
import { attributes, hundredth, textContent } from "./markup.js";
import { familyOf } from "./stylesheet.js";

/** The number of an element on its page. */
export type NumberElement = (element: Element) => number;

/**
 * Draws a line as one text. Of each stretch it says which element it prints, and from where in its words; each run of
 * characters of one font says where it begins, so that no browser can move it.
 */
export function drawLine(placed: PlacedLine, numberOf: NumberElement): string {
  const { line, left } = placed;
  const { mark, link, size } = line;
  const own = attributes({ id: mark?.id, y: hundredth(baselineOf(placed)), "font-size": size });
  const runs = beginningsOfRuns(line, left);
  const stretches = stretchesOf(line).map(({ part, ...stretch }) =>
    nested(part ? attributes(originOf(part, numberOf)) : "", runsIn(stretch, runs, size)),
  );
  const { tag, content } = nested(own, stretches);
  const text = `<text${tag}>${content}</text>`;
  // the part that begins where a table does is led to by a name of its own
  const named = mark?.part ? `<g${attributes({ id: mark.part.id })}>${text}</g>` : text;
  return link === undefined ? named : `<a${attributes({ href: `#${link}` })}>${named}</a>`;
}

/** A stretch of a line, and which part of the report it prints, if any. */
interface PrintedStretch extends Stretch {
  readonly part?: SourcePart;
}

function stretchesOf(line: SetLine): readonly PrintedStretch[] {
  const stretches: PrintedStretch[] = [];
  let from = 0;
  for (const part of line.parts) {
    if (from < part.at.from) stretches.push({ from, to: part.at.from });
    stretches.push({ ...part.at, part });
    from = part.at.to;
  }
  const { to } = extentOf(line);
  return from < to ? [...stretches, { from, to }] : stretches;
}

function originOf({ of, from }: SourcePart, numberOf: NumberElement) {
  const isFigure = "kind" in of && of.kind === "figure";
  return {
    [isFigure ? "data-figure" : "data-words"]: numberOf(of),
    "data-from": from === 0 ? undefined : from,
  };
}

/** The attributes of an element and what stands in it. */
interface Drawn {
  readonly tag: string;
  readonly content: string;
}

/** An element with others in it; with only one, both are the same. */
function nested(tag: string, inner: readonly Drawn[]): Drawn {
  const [only] = inner;
  if (only && inner.length === 1) return { tag: tag + only.tag, content: only.content };
  return { tag, content: inner.map((each) => `<tspan${each.tag}>${each.content}</tspan>`).join("") };
}

/** A run of a line, and where it begins on the page, in pt. */
interface BegunRun extends Stretch {
  readonly run: FontRun;
  readonly left: number;
}

function beginningsOfRuns(line: SetLine, left: number): readonly BegunRun[] {
  let next = left;
  return placesOfRuns(line).map((place) => {
    const begun = { ...place, left: next };
    const { width, spacing, count, behind } = place.run;
    next += width * line.size + spacing * (count - 1) + behind;
    return begun;
  });
}

function runsIn(stretch: Stretch, runs: readonly BegunRun[], size: number): readonly Drawn[] {
  return runs.flatMap(({ run, left, ...place }) => {
    const shared = overlap(stretch, place);
    if (!shared) return [];
    const { face, spacing } = run;
    const before = [...run.text.slice(0, shared.from - place.from)];
    const tag = attributes({
      x: hundredth(left + sum(before.map((each) => (face.advance(each) ?? 1) * size + spacing))),
      "font-family": familyOf(face),
      "letter-spacing": decimal(spacing) || undefined,
    });
    const text = run.text.slice(shared.from - place.from, shared.to - place.from);
    return [{ tag, content: textContent(text, face) }];
  });
}

import type { Element, Stretch } from "../../model/report.js";
import type { DrawingNode } from "../pdf/pdfmake-layout.js";
import { sum } from "./lengths.js";
import { extentOf, placesOfRuns, type SetLine } from "./set-line.js";
import { placeOf } from "./source-text.js";

/** What of a report is set off by a coloured ground, whole or in stretches of its text. */
export type Marked = ReadonlyMap<Element, readonly Stretch[] | "whole">;

/** Light enough to read black type on it, dark enough to be seen on a black-and-white printer. */
export const HIGHLIGHT = "#FFD966";

/** The grounds of the marked stretches of a line, to be drawn before it at the same place. */
export function stripes(line: SetLine, marked: Marked): DrawingNode[] {
  return markedStretches(line, marked).map(({ from, to }) => {
    const x = line.left + widthOf(line, from);
    const rectangle = {
      type: "rect" as const,
      x,
      y: (line.pitch - line.size * HEIGHT) / 2,
      w: line.left + widthOf(line, to) - x,
      h: line.size * HEIGHT,
      color: HIGHLIGHT,
    };
    return { canvas: [rectangle], relativePosition: { x: 0, y: 0 } };
  });
}

/** How high a ground is, in em. */
const HEIGHT = 1.25;

/** The stretches of a line's text that lie on a ground. */
function markedStretches(line: SetLine, marked: Marked): readonly Stretch[] {
  if (line.of && marked.get(line.of) === "whole") return [extentOf(line)];
  return line.parts.flatMap((part) => {
    const on = marked.get(part.of) ?? [];
    return on === "whole" ? [part.at] : on.flatMap((stretch) => placeOf(part, stretch) ?? []);
  });
}

/** How wide the first `count` UTF-16 units of a line are, in pt. */
function widthOf(line: SetLine, count: number): number {
  return sum(
    placesOfRuns(line).map(({ run: { text, face, spacing }, from }) => {
      const characters = [...text.slice(0, Math.max(0, count - from))];
      const advance = sum(characters.map((character) => face.advance(character) ?? 1));
      return advance * line.size + spacing * Math.max(0, characters.length - 1);
    }),
  );
}

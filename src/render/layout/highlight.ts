import type { Marked, Stretch } from "../../model/report.js";
import { sum } from "./lengths.js";
import { extentOf, placesOfRuns, type SetLine } from "./set-line.js";
import { placeOf } from "./source-text.js";

/** Light enough to read black type on it, dark enough to be seen on a black-and-white printer. */
export const HIGHLIGHT = "#FFD966";

/** Where on a line what is marked begins and ends, in pt from the edge of its text block. */
export function markedReaches(line: SetLine, marked: Marked): readonly Reach[] {
  return markedStretches(line, marked).map(({ from, to }) => ({
    left: line.left + widthOf(line, from),
    right: line.left + widthOf(line, to),
  }));
}

/** From where to where something on a line reaches, in pt. */
export interface Reach {
  readonly left: number;
  readonly right: number;
}

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
    placesOfRuns(line).map(({ run: { text, face, spacing, behind }, from, to }) => {
      const characters = [...text.slice(0, Math.max(0, count - from))];
      const advance = sum(characters.map((character) => face.advance(character) ?? 1));
      const between = spacing * Math.max(0, characters.length - 1);
      return advance * line.size + between + (count > to ? behind : 0);
    }),
  );
}

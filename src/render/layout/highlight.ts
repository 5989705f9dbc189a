import type { Element, Stretch } from "../../model/report.js";
import type { DrawingNode } from "../pdf/pdfmake-layout.js";
import { sum } from "./lengths.js";
import type { SetLine } from "./set-line.js";

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

/** The stretches of a line's text that lie on a ground, by UTF-16 units. */
function markedStretches({ of, from = 0, parts = [], runs }: SetLine, marked: Marked): readonly Stretch[] {
  const length = sum(runs.map((run) => run.text.length));
  const ofBlock = of && marked.get(of);
  if (ofBlock) return stretchesOn({ from: 0, to: length }, ofBlock, from);
  let end = 0;
  return parts.flatMap((part) => {
    const start = end;
    end += part.text.length;
    return stretchesOn({ from: start, to: end }, marked.get(part.run) ?? [], part.from);
  });
}

/** Where on a line the marked stretches of a text stand; as much of it as begins at `from` stands at `place`. */
function stretchesOn(place: Stretch, marked: readonly Stretch[] | "whole", from: number): readonly Stretch[] {
  if (marked === "whole") return [place];
  return marked.flatMap((each) => {
    const first = Math.max(place.from, place.from + each.from - from);
    const last = Math.min(place.to, place.from + each.to - from);
    return first < last ? [{ from: first, to: last }] : [];
  });
}

/** How wide the first `count` UTF-16 units of a line are, in pt. */
function widthOf({ runs, size }: SetLine, count: number): number {
  let left = count;
  return sum(
    runs.map(({ text, face, spacing }) => {
      const characters = [...text.slice(0, Math.max(0, left))];
      left -= text.length;
      const advance = sum(characters.map((character) => face.advance(character) ?? 1));
      return advance * size + spacing * Math.max(0, characters.length - 1);
    }),
  );
}

import type { Block, Cell, Run } from "../model/report.js";
import { sum } from "./lengths.js";
import type { StripeNode } from "./pdfmake-layout.js";
import type { FontRun, SetLine } from "./set-line.js";

/** Blocks, runs and cells of a report that are set off by a coloured ground. */
export type Marked = ReadonlySet<Block | Run | Cell>;

/** Light enough to read black type on it, dark enough to be seen on a black-and-white printer. */
export const HIGHLIGHT = "#FFD966";

/** The grounds of the marked stretches of a line, to be drawn before it at the same place. */
export function stripes(line: SetLine, marked: Marked): StripeNode[] {
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

/** Indices of characters of a line's text. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function markedStretches({ of, parts = [], runs }: SetLine, marked: Marked): readonly Stretch[] {
  if (of && marked.has(of)) return [{ from: 0, to: sum(runs.map((run) => [...run.text].length)) }];
  let to = 0;
  return parts.flatMap(({ run, text }) => {
    const from = to;
    to += [...text].length;
    return marked.has(run) ? [{ from, to }] : [];
  });
}

/** How wide the first `count` characters of a line are, in pt. */
function widthOf({ runs, size }: SetLine, count: number): number {
  let left = count;
  return sum(
    runs.map((run) => {
      const characters = [...run.text].slice(0, Math.max(0, left));
      left -= [...run.text].length;
      return advanceOf(run, characters) * size + run.spacing * Math.max(0, characters.length - 1);
    }),
  );
}

function advanceOf({ face }: FontRun, characters: readonly string[]): number {
  return sum(characters.map((character) => face.advance(character) ?? 1));
}

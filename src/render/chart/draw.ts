import { scaleBand, scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { hasGap, printedValue } from "../../model/figure.js";
import type { Figure } from "../../model/ledger.js";
import { figureText } from "../../model/printed.js";
import type { Chart, ChartForm } from "../../model/report.js";

/** A chart as it is drawn, from its top left corner: shapes, and words beside them. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly labels: readonly ChartLabel[];
}

/** What of a drawing stands for figures has ink of its own; the rest is grey. */
export type Shape =
  | {
      readonly kind: "bar";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  /** a path as SVG writes it, stroked, grey where it is for the eye only */
  | { readonly kind: "path"; readonly path: string; readonly grey?: true };

export interface ChartLabel {
  readonly text: string;
  /** where it begins, has its middle or ends */
  readonly x: number;
  readonly at: "start" | "middle" | "end";
  /** the middle of its line */
  readonly y: number;
}

/** A figure of a chart: what it is, how it is printed, and how large it is beside the others. */
export interface Mark {
  readonly name: string;
  readonly printed: string;
  readonly size: number;
}

/** The figures of a chart; of one that is not known nothing is drawn. */
export function marksOf({ points }: Chart): readonly Mark[] {
  return points.map(({ name, figure }) => markOf(name.text, figure));
}

export function markOf(name: string, figure: Figure): Mark {
  // only lengths are made of it, never a number
  const size = hasGap(figure) ? 0 : printedValue(figure).toNumber();
  return { name, printed: figureText(figure), size };
}

/** Draws figures beside each other on so much room; `size` is that of its words. */
export function draw(form: ChartForm, marks: readonly Mark[], width: number, size: number): Drawing {
  return FORMS[form](marks, width, size);
}

type DrawForm = (marks: readonly Mark[], width: number, size: number) => Drawing;

/** Heights in em: a line of words, and a bar. */
const WORDS = 1.5;
const BAR = 1;
const BETWEEN = 0.6;

/** Bars below each other, each under its name and its amount. */
const drawBars: DrawForm = (marks, width, size) => {
  const height = (BETWEEN + marks.length * (WORDS + BAR + BETWEEN)) * size;
  const y = scaleBand<number>()
    .domain(marks.keys())
    .range([BETWEEN * size, height]);
  const x = extent(marks).range([0, width]);
  const top = (index: number): number => y(index) ?? 0;
  return {
    width,
    height,
    shapes: marks.map(
      (mark, index): Shape => ({
        kind: "bar",
        x: Math.min(x(0), x(mark.size)),
        y: top(index) + WORDS * size,
        width: Math.abs(x(mark.size) - x(0)),
        height: BAR * size,
      }),
    ),
    labels: marks.flatMap(({ name, printed }, index): ChartLabel[] => {
      const middle = top(index) + (WORDS / 2) * size;
      const room = width / size - widthOf(printed) - 1;
      return [
        { text: shortened(name, room), x: 0, at: "start", y: middle },
        { text: printed, x: width, at: "end", y: middle },
      ];
    }),
  };
};

/** In em: how high a line rises. */
const RISE = 9;

/** A line from each figure to the next, its amount above it, or below where the line is lowest, and its name at the foot. */
const drawLine: DrawForm = (marks, width, size) => {
  const base = (BETWEEN + WORDS + RISE) * size;
  const height = base + (BETWEEN + WORDS) * size;
  const x = scalePoint<number>().domain(marks.keys()).range([0, width]).padding(0.5);
  const y = extent(marks).range([base, (BETWEEN + WORDS) * size]);
  const left = (index: number): number => x(index) ?? 0;
  const path = line<Mark>()
    .x((_, index) => left(index))
    .y(({ size: each }) => y(each))(marks);
  const room = x.step() / size - 1;
  return {
    width,
    height,
    shapes: [
      { kind: "path", path: `M0,${y(0)}L${width},${y(0)}`, grey: true },
      { kind: "path", path: path ?? "" },
    ],
    labels: marks.flatMap(({ name, printed, size: each }, index): ChartLabel[] => [
      {
        text: printed,
        x: left(index),
        at: "middle",
        y: y(each) + (isLowest(marks, index) ? 0.5 : -0.5) * WORDS * size,
      },
      { text: shortened(name, room), x: left(index), at: "middle", y: base + (BETWEEN + WORDS / 2) * size },
    ]),
  };
};

/** Whether the line comes from above and goes up again, with room below it. */
function isLowest(marks: readonly Mark[], index: number): boolean {
  const [own, ...others] = [index, index - 1, index + 1].map((each) => marks[each]?.size ?? 0);
  return own !== undefined && own > 0 && others.every((each) => each > own);
}

const FORMS: Readonly<Record<ChartForm, DrawForm>> = { bar: drawBars, line: drawLine };

/** Nothing is always on it, so that lengths are as sizes are. */
function extent(marks: readonly Mark[]) {
  const sizes = marks.map(({ size }) => size);
  return scaleLinear().domain([Math.min(0, ...sizes), Math.max(0, ...sizes)]);
}

/** About how wide a text is, in em: no fonts are known here. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < "\u2e80" ? 0.55 : 1), 0);
}

/** A name in so many em; all of it is said where the chart is said in words. */
function shortened(name: string, room: number): string {
  if (widthOf(name) <= room) return name;
  const characters = [...name];
  while (characters.length > 1 && widthOf(characters.join("")) + 1 > room) characters.pop();
  return `${characters.join("")}…`;
}

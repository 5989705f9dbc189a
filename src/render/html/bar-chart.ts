import { scaleBand, scaleLinear } from "d3-scale";
import { element, type Markup } from "./markup.js";

/** A bar: what it stands for, as it is printed, and how long it is beside the others. */
export interface Bar {
  readonly name: string;
  readonly printed: string;
  readonly length: number;
}

const WIDTH = 360;
const ROW = 44;
const BAR = 14;
const BASELINE = 18;
/** How many characters of a name have room beside a printed amount. */
const LONGEST = 15;

/** Bars below each other, each under its name and its amount; `says` is what they say, for who does not see them. */
export function barChart(bars: readonly Bar[], says: string): Markup {
  const y = scaleBand<number>()
    .domain(bars.keys())
    .range([0, bars.length * ROW]);
  const x = scaleLinear()
    .domain([0, Math.max(...bars.map(({ length }) => length))])
    .range([0, WIDTH]);
  const shapes = bars.flatMap(({ name, printed, length }, index) => {
    const top = y(index) ?? 0;
    return [
      element("text", { x: 0, y: top + BASELINE }, shortened(name)),
      element("text", { x: WIDTH, y: top + BASELINE, "text-anchor": "end" }, printed),
      element("rect", {
        y: top + BASELINE + 6,
        width: Math.max(1, x(length)).toFixed(1),
        height: BAR,
      }),
    ];
  });
  const viewBox = `0 0 ${WIDTH} ${bars.length * ROW}`;
  return element("svg", { viewBox, role: "img", "aria-label": says }, ...shapes);
}

function shortened(name: string): string {
  const characters = [...name];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : name;
}

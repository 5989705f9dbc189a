import { decimal } from "../layout/lengths.js";
import { RULE } from "../layout/page.js";
import type { Shape } from "./draw.js";
import { CHART_GREY, CHART_INK, CHART_LINE } from "./ink.js";

/** The operators that draw shapes on a page whose lengths count from its top left corner (ISO 32000-1, 8.5). */
export function shapeOperators(shapes: readonly Shape[], left: number, top: number): string {
  const drawn = shapes.map((shape) => {
    if (shape.kind === "bar") {
      const { x, y, width, height } = shape;
      const box = [left + x, top + y, width, height].map(decimal).join(" ");
      return `/DeviceRGB cs ${parts(CHART_INK)} scn\n${box} re\nf`;
    }
    const [thickness, ink] = shape.grey ? [RULE, CHART_GREY] : [CHART_LINE, CHART_INK];
    return `${thickness} w /DeviceRGB CS ${parts(ink)} SCN\n${steps(shape.path, left, top)}\nS`;
  });
  return ["q", ...drawn, "Q"].join("\n");
}

/** A colour as its red, green and blue, each up to 1. */
function parts(colour: string): string {
  return [1, 3, 5].map((at) => decimal(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(" ");
}

const STEP = /([ML])(-?[\d.]+),(-?[\d.]+)/g;

function steps(path: string, left: number, top: number): string {
  return [...path.matchAll(STEP)]
    .map(
      ([, step, x, y]) => `${decimal(left + Number(x))} ${decimal(top + Number(y))} ${step?.toLowerCase()}`,
    )
    .join("\n");
}

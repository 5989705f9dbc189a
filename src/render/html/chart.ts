import type { Drawing, Shape } from "../chart/draw.js";
import { element, type Markup } from "./markup.js";

/** How wide charts are drawn, and their words, in the units of the picture. */
export const CHART_WIDTH = 360;
export const CHART_WORDS = 15;

/** A drawing as a picture; `says` is what it says, for who does not see it. */
export function chartPicture({ width, height, shapes, labels }: Drawing, says: string): Markup {
  const words = labels.map(({ text, x, y, at }) =>
    element("text", { x: short(x), y: short(y), "text-anchor": at, "dominant-baseline": "central" }, text),
  );
  const viewBox = `0 0 ${width} ${short(height)}`;
  return element("svg", { viewBox, role: "img", "aria-label": says }, ...shapes.map(shapeMarkup), ...words);
}

function shapeMarkup(shape: Shape): Markup {
  if (shape.kind === "path") return element("path", { d: shape.path, class: shape.grey && "grey" });
  const { x, y, width, height } = shape;
  return element("rect", { x: short(x), y: short(y), width: short(width), height: short(height) });
}

function short(length: number): number {
  return Math.round(length * 10) / 10;
}

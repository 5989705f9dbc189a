import type { Element } from "../../model/report.js";
import { CHART_GREY, CHART_INK, CHART_LINE } from "../chart/ink.js";
import { sum } from "../layout/lengths.js";
import { RULE } from "../layout/page.js";
import type {
  Ground,
  PageRules,
  PlacedDrawing,
  PlacedItem,
  PlacedPage,
  Watermark,
} from "../layout/placement.js";
import type { TableRule } from "../tables/table-rules.js";
import { drawLine, type NumberElement } from "./line-drawing.js";
import { attributes, hundredth, textContent } from "./markup.js";
import { familyOf } from "./stylesheet.js";

export interface PagePicture {
  readonly svg: string;
  readonly elements: readonly Element[];
}

/** Draws a page. What it prints is numbered from 0 on, so that nothing in it depends on other pages. */
export function drawPage({ pageSize, items, watermark }: PlacedPage): PagePicture {
  const numbers = new Map<Element, number>();
  const numberOf: NumberElement = (element) => {
    const number = numbers.get(element) ?? numbers.size;
    numbers.set(element, number);
    return number;
  };
  const { width, height } = pageSize;
  const root = attributes({
    xmlns: "http://www.w3.org/2000/svg",
    class: "printed",
    viewBox: `0 0 ${width} ${height}`,
    width: `${width}pt`,
    height: `${height}pt`,
  });
  const drawn = items.map((item) => drawItem(item, numberOf)).join("");
  const above = watermark ? drawWatermark(watermark, pageSize) : "";
  return { svg: `<svg${root}>${drawn}${above}</svg>`, elements: [...numbers.keys()] };
}

function drawItem({ type, item }: PlacedItem, numberOf: NumberElement): string {
  return type === "line" ? drawLine(item, numberOf) : drawVector(item);
}

function drawVector(vector: Ground | PageRules | PlacedDrawing): string {
  if (vector.type === "rules") return drawRules(vector.rules);
  if (vector.type === "drawing") return drawShapes(vector);
  const { x, y, w, h, color } = vector;
  return `<rect${attributes({
    x: hundredth(x),
    y: hundredth(y),
    width: hundredth(w),
    height: hundredth(h),
    fill: color,
  })}/>`;
}

/** The shapes of a chart, which are never pointed at: its words are. */
function drawShapes({ drawing, left, top }: PlacedDrawing): string {
  const shapes = drawing.shapes.map((shape) => {
    if (shape.kind === "bar") {
      const { x, y, width, height } = shape;
      const box = { x: hundredth(x), y: hundredth(y), width: hundredth(width), height: hundredth(height) };
      return `<rect${attributes({ ...box, fill: CHART_INK })}/>`;
    }
    const [ink, thickness] = shape.grey ? [CHART_GREY, RULE] : [CHART_INK, CHART_LINE];
    return `<path${attributes({ d: shape.path, fill: "none", stroke: ink, "stroke-width": thickness })}/>`;
  });
  const place = `translate(${hundredth(left)} ${hundredth(top)})`;
  return `<g${attributes({ transform: place, "pointer-events": "none" })}>${shapes.join("")}</g>`;
}

/** All rules of a page, as one path that is never pointed at. */
function drawRules(rules: readonly TableRule[]): string {
  const path = rules.map(({ x1, y1, x2, y2 }) => {
    const to = y1 === y2 ? `H${hundredth(x2)}` : `V${hundredth(y2)}`;
    return `M${hundredth(x1)} ${hundredth(y1)}${to}`;
  });
  return `<path${attributes({ d: path.join(""), stroke: "#000", "stroke-width": RULE, "pointer-events": "none" })}/>`;
}

/** Words along the diagonal of the page, in its middle; what lies below can be pointed at. */
function drawWatermark(
  { text, face, size, color, opacity }: Watermark,
  { width, height }: PlacedPage["pageSize"],
): string {
  const wide = sum([...text].map((character) => face.advance(character) ?? 1)) * size;
  const angle = (Math.atan2(height, width) * -180) / Math.PI;
  const [middle, centre] = [width / 2, height / 2];
  const drawn = attributes({
    x: hundredth(middle - wide / 2),
    y: hundredth(centre - (face.height / 2 - face.ascent) * size),
    transform: `rotate(${hundredth(angle)} ${hundredth(middle)} ${hundredth(centre)})`,
    "font-family": familyOf(face),
    "font-size": size,
    fill: color,
    "fill-opacity": opacity,
    "pointer-events": "none",
    "aria-hidden": "true",
  });
  return `<text${drawn}>${textContent(text, face)}</text>`;
}

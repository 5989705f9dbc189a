import { groupedBy } from "../../model/groups.js";
import type { Callout, Element } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { markedReaches } from "./highlight.js";
import type { PlacedItem } from "./placement.js";
import { measureIn, type SetLine, setLine, type Type } from "./set-line.js";
import { placeOf, plainText } from "./source-text.js";

/** Room on a page, in pt from its upper left corner. */
export interface PageRoom {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Draws the callouts of what stands in some room; what a line prints stands in the room that is marked behind it. */
export interface Callouts {
  ofLine(line: SetLine, left: number, room: Pick<PageRoom, "y" | "h">): readonly PlacedItem[];
  ofCell(cell: Element, room: PageRoom): readonly PlacedItem[];
}

/** Smaller than any type that is read; on a rule between rows it hardly reaches the type above and below. */
const SIZE = { line: 7, cell: 6 } as const;
const PAPER = "#FFF2CC";
const INK = "#C00000";
const THIN = 1;

/** The callouts that are given, to be drawn over everything else. */
export function drawCallouts(callouts: readonly Callout[], fonts: Fonts): Callouts {
  const known = groupedBy(callouts, ({ element }) => element);
  const typeOf = (size: number): Type => ({ fonts, style: { font: "黑体", size, pitch: size } });
  const [ofLines, ofCells] = [typeOf(SIZE.line), typeOf(SIZE.cell)];
  return {
    ofLine: (line, left, { y, h }) =>
      line.parts.flatMap((part) =>
        (known.get(part.of) ?? []).flatMap((callout) => {
          const unit = unitOf(callout);
          if (!unit || !placeOf(part, unit)) return [];
          return markedReaches(line, new Map([[part.of, [unit]]])).flatMap((reach) =>
            drawn(callout, { x: left + reach.left, y, w: reach.right - reach.left, h }, ofLines),
          );
        }),
      ),
    ofCell: (cell, room) => (known.get(cell) ?? []).flatMap((callout) => drawn(callout, room, ofCells)),
  };
}

/** The character of a text that a callout is beside. */
function unitOf({ at, stretch }: Callout) {
  if (!stretch) return undefined;
  return at === "start"
    ? { from: stretch.from, to: stretch.from + 1 }
    : { from: stretch.to - 1, to: stretch.to };
}

function drawn({ at, numbers }: Callout, { x, y, w, h }: PageRoom, type: Type): readonly PlacedItem[] {
  switch (at) {
    case "start":
      return label(numbers, x, y, 0, type);
    case "end":
      return [bar({ x: x + w - THIN / 2, y, w: THIN, h }), ...label(numbers, x + w, y, HALF, type)];
    case "below":
      return [bar({ x, y: y + h - THIN / 2, w, h: THIN }), ...label(numbers, x + w / 2, y + h, HALF, type)];
  }
}

function bar(room: PageRoom): PlacedItem {
  return { type: "vector", item: { type: "rect", ...room, color: INK } };
}

const HALF = 0.5;

/** Numbers with the middle of their height at `y`, and so much of their width before `x`. */
function label(
  numbers: string,
  x: number,
  y: number,
  before: number,
  type: Type,
): readonly [PlacedItem, PlacedItem] {
  const { size } = type.style;
  const w = measureIn(type)(numbers);
  const [left, top] = [x - before * w, y - size / 2];
  const line = setLine(plainText(numbers), type);
  return [
    { type: "vector", item: { type: "rect", x: left, y: top, w, h: size, color: PAPER } },
    { type: "line", item: { line, left, top, beside: "callout" } },
  ];
}

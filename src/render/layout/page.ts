import type { Cell, Chart, Column, Margins, Orientation, Table } from "../../model/report.js";
import type { Drawing } from "../chart/draw.js";
import { points, sum } from "./lengths.js";
import type { SetLine } from "./set-line.js";

/** A page's content from the top of its text block down; measures in pt. */
export interface Page {
  /** empty space above the first item */
  readonly top: number;
  readonly items: readonly PageItem[];
}

export type PageItem = SetLine | TableGrid | SetDrawing;

/** A chart in its place among lines. */
export interface SetDrawing {
  readonly kind: "drawing";
  readonly of: Chart;
  readonly shapes: Drawing["shapes"];
  /** from the drawing's top left corner */
  readonly labels: readonly { readonly line: SetLine; readonly top: number }[];
  readonly width: number;
  /** how high it is, with the space above it; and the space below */
  readonly pitch: number;
  readonly below: number;
}

/** A ruled table, or as much of it as stands on one page. */
export interface TableGrid {
  readonly kind: "grid";
  /** what of the report it prints */
  readonly of: Table;
  /** of columns and rows, from the middle of one rule to the middle of the next */
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly cells: readonly SetCell[];
}

/** Where in a grid something begins, and over how much of it it goes. */
export type GridPlace = Readonly<Record<"row" | "column" | "rows" | "columns", number>>;

export interface SetCell extends GridPlace {
  /** the cell of the report that it prints, or in a head the column */
  readonly of: Cell | Column;
  /** whether it prints once more what an earlier one printed */
  readonly repeated: boolean;
  /** their `left` counts from the left edge of the cell */
  readonly lines: readonly SetLine[];
}

/** Pages of one orientation. */
export interface SetPart {
  readonly orientation: Orientation;
  readonly numbered: boolean;
  readonly pages: readonly Page[];
}

/** The part of a page that text may fill, in pt. */
export interface TextBlock {
  readonly width: number;
  readonly height: number;
}

/** The thickness of the rules of tables, in pt. */
export const RULE = 0.5;

const A4_SHORT = 210;
const A4_LONG = 297;

/** The text block that margins in mm leave on an A4 page. */
export function textBlock(orientation: Orientation, margins: Margins): TextBlock {
  const [across, down] = orientation === "portrait" ? [A4_SHORT, A4_LONG] : [A4_LONG, A4_SHORT];
  return {
    width: points(across - margins.left - margins.right),
    height: points(down - margins.top - margins.bottom),
  };
}

/** The height that lines one below the other take, in pt. */
export function heightOf(lines: readonly Pick<SetLine, "pitch" | "below">[]): number {
  return sum(lines.map((line) => line.pitch + line.below));
}

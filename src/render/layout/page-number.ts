import type { Margins, Orientation, ReportStyle } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { points } from "./lengths.js";
import { textBlock } from "./page.js";
import { measureIn, type SetLine, setLine } from "./set-line.js";
import { plainText } from "./source-text.js";

/** How far the page number stands below the text block, in mm (GB/T 9704, 7.5). */
const DISTANCE = 7;

/** How high above the page's lower edge the line of the page number begins, in pt. */
export function footerHeight(margins: Margins, style: ReportStyle["pageNumber"]): number {
  return Math.max(points(margins.bottom - DISTANCE), Math.min(points(margins.bottom), style.pitch));
}

/** The page number, odd ones at the right, even ones at the left, a character inside the text block. */
export function setPageNumber(
  number: number,
  orientation: Orientation,
  margins: Margins,
  style: ReportStyle["pageNumber"],
  fonts: Fonts,
): SetLine {
  const type = { fonts, style };
  const text = `— ${number} —`;
  const inset = style.size;
  const { width } = textBlock(orientation, margins);
  const spare = number % 2 === 1 ? width - measureIn(type)(text) - inset : inset;
  return setLine(plainText(text), type, spare);
}

import type { Margins, Orientation, ReportStyle } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { lineNode } from "../pdf/nodes.js";
import type { TextNode } from "../pdf/pdfmake-layout.js";
import { PAGE_NUMBER } from "../tags/structure.js";
import { points } from "./lengths.js";
import { textBlock } from "./page.js";
import { measureIn, setLine } from "./set-line.js";
import { plainText } from "./source-text.js";

/** How far the page number stands below the text block, in mm (GB/T 9704, 7.5). */
const DISTANCE = 7;

/** The height of the footer in pt, at whose top the page number stands. */
export function footerHeight(margins: Margins, style: ReportStyle["pageNumber"]): number {
  return Math.max(points(margins.bottom - DISTANCE), Math.min(points(margins.bottom), style.pitch));
}

/** The page number for the footer: odd ones at the right, even ones at the left, a character inside the text block. */
export function pageNumberNode(
  number: number,
  orientation: Orientation,
  margins: Margins,
  style: ReportStyle["pageNumber"],
  fonts: Fonts,
): TextNode {
  const type = { fonts, style };
  const text = `— ${number} —`;
  const inset = style.size;
  const { width } = textBlock(orientation, margins);
  const spare = number % 2 === 1 ? width - measureIn(type)(text) - inset : inset;
  const line = setLine(plainText(text), type, points(margins.left) + spare);
  return lineNode(line, [{ tag: PAGE_NUMBER, from: 0, to: text.length }]);
}

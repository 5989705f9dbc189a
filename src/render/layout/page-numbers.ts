import type { Margins, Orientation, ReportStyle } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { points } from "./lengths.js";
import { type SetPart, textBlock } from "./page.js";
import { measureIn, type SetLine, setLine } from "./set-line.js";
import { plainText } from "./source-text.js";

/** The page number of each mark, by its id; a mark on a page without number is not among them. */
export type PageNumbers = ReadonlyMap<string, number>;

/** How many pages come before the first that counts. */
export function pagesBeforeFirst(parts: readonly SetPart[]): number {
  const first = parts.findIndex((part) => part.numbered);
  return parts
    .slice(0, first === -1 ? parts.length : first)
    .reduce((sum, part) => sum + part.pages.length, 0);
}

/** Finds the marks on pages that are laid out, and counts from 1 at the first numbered part. */
export function pageNumbers(parts: readonly SetPart[]): PageNumbers {
  const numbers = new Map<string, number>();
  let page = -pagesBeforeFirst(parts);
  for (const part of parts) {
    for (const { items } of part.pages) {
      page++;
      if (!part.numbered) continue;
      for (const item of items) if (item.kind === "line" && item.mark) numbers.set(item.mark.id, page);
    }
  }
  return numbers;
}

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

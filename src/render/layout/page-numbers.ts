import type { Margins, Orientation, ReportStyle } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { type Bookmarks, withPart } from "./bookmarks.js";
import { points } from "./lengths.js";
import { type Page, type SetPart, textBlock } from "./page.js";
import { measureIn, type SetLine, setLine } from "./set-line.js";
import { plainText } from "./source-text.js";

/** The page number of each mark, by its id; a mark on a page without number is not among them. */
export type PageNumbers = ReadonlyMap<string, number>;

/** With what the parts of a report are set, and what is known of its pages so far. */
export interface PageSetting {
  readonly style: ReportStyle;
  readonly fonts: Fonts;
  readonly marks: Bookmarks;
  readonly numbers: PageNumbers;
}

/** A page by its place in the file, from 1, and by the number printed on it, if any. */
export interface NumberedPage {
  readonly page: Page;
  readonly part: SetPart;
  readonly index: number;
  readonly number: number | undefined;
}

/** All pages in order; their numbers count from 1 at the first numbered part. */
export function numberedPages(parts: readonly SetPart[]): readonly NumberedPage[] {
  const pages = parts.flatMap((part) => part.pages.map((page) => ({ page, part })));
  const before = pages.findIndex(({ part }) => part.numbered);
  return pages.map((each, at) => {
    return { ...each, index: at + 1, number: each.part.numbered ? at + 1 - before : undefined };
  });
}

/** Finds the marks on pages that are laid out. */
export function pageNumbers(parts: readonly SetPart[]): PageNumbers {
  const numbers = new Map<string, number>();
  for (const { page, number } of numberedPages(parts)) {
    if (number === undefined) continue;
    const marks = page.items.flatMap((item) =>
      item.kind === "line" && item.mark ? withPart(item.mark) : [],
    );
    for (const { id } of marks) numbers.set(id, number);
  }
  return numbers;
}

/** How far the dashes beside the page number stand below the text block, in mm (GB/T 9704, 7.5). */
const DISTANCE = 7;

/** How high above the page's lower edge the line of the page number begins, in pt: its dashes stand in its middle. */
export function footerHeight(margins: Margins, { pitch }: ReportStyle["pageNumber"]): number {
  const height = points(margins.bottom - DISTANCE) + pitch / 2;
  return Math.min(points(margins.bottom), Math.max(height, pitch));
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

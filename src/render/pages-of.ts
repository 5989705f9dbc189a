import type { Block, Cell, Report, Run } from "../model/report.js";
import type { Fonts } from "./fonts.js";
import { layOut } from "./layout.js";
import { pagesBeforeFirst } from "./numbering.js";
import type { PageItem, SetPart } from "./page.js";

/** On which pages each block, run and cell of a report is printed, in order. */
export type PagesOf = ReadonlyMap<Block | Run | Cell, readonly PrintedPage[]>;

/** A page by its place in the file, from 1, and by the number printed on it, if any. */
export interface PrintedPage {
  readonly index: number;
  readonly number: number | undefined;
}

/** On which pages a report is printed, without drawing it. */
export function pagesOf(report: Report, fonts: Fonts): PagesOf {
  return findPages(layOut(report, fonts));
}

/** Finds what is printed where on pages that are laid out. */
export function findPages(parts: readonly SetPart[]): PagesOf {
  const before = pagesBeforeFirst(parts);
  const pages = new Map<Block | Run | Cell, PrintedPage[]>();
  let index = 0;
  for (const part of parts) {
    for (const { items } of part.pages) {
      index++;
      const page = { index, number: part.numbered ? index - before : undefined };
      for (const each of new Set(items.flatMap(printedBy))) {
        const known = pages.get(each);
        if (known) known.push(page);
        else pages.set(each, [page]);
      }
    }
  }
  return pages;
}

function printedBy(item: PageItem): readonly (Block | Run | Cell)[] {
  if (item.kind === "grid") return item.cells.flatMap((cell) => cell.of ?? []);
  return [...(item.of ? [item.of] : []), ...(item.parts ?? []).map(({ run }) => run)];
}

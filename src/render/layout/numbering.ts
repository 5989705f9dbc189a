import type { SetPart } from "./page.js";

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

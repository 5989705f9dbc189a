import { BookmarkEnd, BookmarkStart, type ParagraphChild } from "docx";
import type { Element } from "../../model/report.js";
import type { References } from "../tags/references.js";

/** Names of what links and the contents lead to. */
export interface WordAnchors {
  readonly references: References;
  nameOf(target: Element): string | undefined;
  /** What a paragraph has within, to be found under a name, if it has one. */
  bookmarked(name: string | undefined, children: readonly ParagraphChild[]): readonly ParagraphChild[];
}

/** Anchors with numbers of their own for each document. */
export function createAnchors(references: References): WordAnchors {
  const names = new Map<Element, string>();
  let last = 0;
  for (const { target } of [...references.values()].flat()) {
    if (target.kind !== "table" && !names.has(target)) names.set(target, `c${names.size + 1}`);
  }
  return {
    references,
    nameOf: (target) => names.get(target),
    bookmarked(name, children) {
      if (name === undefined) return children;
      last++;
      return [new BookmarkStart(name, last), ...children, new BookmarkEnd(last)];
    },
  };
}

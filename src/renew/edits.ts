import type { Path, Span } from "../model/source.js";
import type { ValueChange } from "./renewal.js";

/** What is written in place of a stretch of the old text. */
export interface Edit extends Span {
  readonly text: string;
}

/** What becomes of the value at a path, and what that does to the text. */
export type EditedChange = ValueChange & { readonly path: Path; readonly edits: readonly Edit[] };

/** `text` with all edits done; they do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, text: replacement } of edits.toSorted((a, b) => a.from - b.from)) {
    parts.push(text.slice(done, from), replacement);
    done = to;
  }
  return [...parts, text.slice(done)].join("");
}

/** Where in the text with all edits done stands what is at `offset` of the old one. */
export function offsetAfter(offset: number, edits: readonly Edit[]): number {
  const before = edits.filter(({ to }) => to <= offset);
  return before.reduce((shifted, { from, to, text }) => shifted + text.length - (to - from), offset);
}

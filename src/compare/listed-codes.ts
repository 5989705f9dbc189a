import type { CodeEntry, CodeList } from "../model/budget.js";
import { folded } from "../text/fold.js";

/** A name for a code, whoever gives it. */
interface Named {
  readonly code: string;
  readonly name: string;
}

/** In what a list differs from the one that there is. */
export interface ListComparison<Listed extends Named> {
  readonly listed: readonly Listed[];
  readonly added: readonly Listed[];
  readonly renamed: readonly { readonly now: Listed; readonly known: CodeEntry }[];
  /** what there is and the list lacks: it may be a part of the classification only */
  readonly lacking: readonly CodeEntry[];
}

/** Compares by code; names that differ in their marks only are the same. */
export function compareCodeLists<Listed extends Named>(
  listed: readonly Listed[],
  known: CodeList,
): ListComparison<Listed> {
  const codes = new Set(listed.map(({ code }) => code));
  return {
    listed,
    added: listed.filter(({ code }) => !known.has(code)),
    renamed: listed.flatMap((now) => {
      const entry = known.get(now.code);
      return entry && folded(entry.name.text) !== folded(now.name) ? [{ now, known: entry }] : [];
    }),
    lacking: [...known.values()]
      .filter(({ code }) => !codes.has(code))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}

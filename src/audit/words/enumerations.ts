import { groupedBy } from "../../model/groups.js";
import { CLAUSE_END } from "../../text/sentences.js";
import type { TokenEdit } from "./edits.js";
import type { Interval } from "./placed-text.js";

/** An enumeration that has other items than was expected. */
export interface Enumeration {
  readonly edits: readonly TokenEdit[];
  /** the items that are missing, and those that nobody expected */
  readonly expected: string;
  readonly found: string;
  /** where in the found text it stands */
  readonly foundAt: Interval;
}

/** The enumerations among the differences: their items are compared as sets, in whatever order they stand. */
export function enumerations(
  expected: string,
  found: string,
  edits: readonly TokenEdit[],
): readonly Enumeration[] {
  const ofItems = edits.filter((edit) => {
    const [start, end] = clauseAround(expected, edit.expectedAt[0]);
    const isList = edit.expectedAt[1] <= end && expected.slice(start, end).includes("、");
    return isList && [...edit.expected, ...edit.found].some(isItem);
  });
  const byClause = groupedBy(ofItems, ({ expectedAt }) => clauseAround(expected, expectedAt[0])[0]);
  return [...byClause].flatMap(([start, own]) => {
    const foundAt = clauseAround(found, own[0].foundAt[0]);
    const wanted = itemsOf(expected.slice(...clauseAround(expected, start)));
    const had = itemsOf(found.slice(...foundAt));
    const missing = wanted.filter((item) => !had.includes(item));
    const extra = had.filter((item) => !wanted.includes(item));
    if (missing.length + extra.length === 0) return [];
    return [{ edits: own, expected: missing.join("、"), found: extra.join("、"), foundAt }];
  });
}

function isItem({ text }: { readonly text: string }): boolean {
  return text.length > 1 && !/\d/u.test(text);
}

function clauseAround(text: string, at: number): Interval {
  let start = at;
  while (start > 0 && !CLAUSE_END.test(text[start - 1] ?? "")) start--;
  let end = at;
  while (end < text.length && !CLAUSE_END.test(text[end] ?? "")) end++;
  return [start, end];
}

function itemsOf(clause: string): readonly string[] {
  return clause.split("、").filter((item) => item !== "");
}

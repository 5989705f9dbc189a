import { tableName } from "../../model/table-words.js";
import { dice } from "../../text/dice.js";
import { compact, folded, foldMarks } from "../../text/fold.js";
import type { FoundHead, TableMatch } from "../tables/match.js";
import type { TableForm } from "../tables/table-form.js";
import { whole } from "../words/placed-text.js";
import type { Rewording } from "./differences.js";

/** What the head of a table has otherwise: other words, or the same over other columns. */
export function collateHead({ form, head }: TableMatch): readonly Rewording[] {
  if (head.length === 0 || head.every(({ source }) => source.text === "")) return [];
  const words = head.every(({ columns }) => columns) ? wordsOfCells(head, form) : wordsInOne(head, form);
  return words.length > 0 ? words : leavesInOtherPlaces(head, form);
}

function wording(expected: string, found: FoundHead, { table }: TableForm): Rewording {
  const where = `${tableName(table)}的表头`;
  const { source } = found;
  return { expected, found: source.text, range: whole(source), where, context: expected, kind: "name" };
}

/** Each cell that no expected one is the same as, beside the most similar of those that are missing. */
function wordsOfCells(head: readonly FoundHead[], form: TableForm): readonly Rewording[] {
  const missing = [...form.heads];
  const strange = head.filter(({ source }) => {
    const at = missing.findIndex((each) => foldMarks(each) === foldMarks(source.text));
    if (at >= 0) missing.splice(at, 1);
    return at < 0;
  });
  const paired = strange.map((cell) => {
    const [best = ""] = missing.toSorted((a, b) => dice(b, cell.source.text) - dice(a, cell.source.text));
    if (best !== "") missing.splice(missing.indexOf(best), 1);
    return wording(best, cell, form);
  });
  const [first] = head;
  return [...paired, ...(first ? missing.map((each) => ({ ...wording(each, first, form), found: "" })) : [])];
}

/** Where only the words are known, in whatever order, those that are left when all expected ones are taken out. */
function wordsInOne([only]: readonly FoundHead[], form: TableForm): readonly Rewording[] {
  if (!only || hasSameCharacters(only.source.text, form.heads.join(""))) return [];
  let rest = foldMarks(only.source.text);
  const missing: string[] = [];
  for (const each of form.heads.toSorted((a, b) => b.length - a.length)) {
    if (rest.includes(foldMarks(each))) rest = rest.replace(foldMarks(each), "｜");
    else missing.push(each);
  }
  const strange = rest.split("｜").filter((part) => part !== "");
  if (missing.length + strange.length === 0) return [];
  return [{ ...wording(missing.join("、"), only, form), found: strange.join("、") }];
}

/** Heads that are broken over lines stand beside each other line by line. */
function hasSameCharacters(one: string, other: string): boolean {
  const sorted = (text: string): string => [...foldMarks(text)].sort().join("");
  return sorted(one) === sorted(other);
}

/** The same heads over other columns: then the figures below them mean something else. */
function leavesInOtherPlaces(head: readonly FoundHead[], form: TableForm): readonly Rewording[] {
  const moved = form.leaves.flatMap(({ column: { header }, index }) => {
    const above = head.findLast(({ columns }) => columns && columns[0] <= index && index < columns[1]);
    return !above || foldMarks(above.source.text) === folded(header.text) ? [] : [{ header, above }];
  });
  const [first] = moved;
  if (!first) return [];
  const expected = moved.map(({ header }) => compact(header.text)).join("、");
  const found = moved.map(({ above }) => above.source.text).join("、");
  return [{ ...wording(expected, first.above, form), found, kind: "digits" }];
}

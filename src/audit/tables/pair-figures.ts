import { align, ONE_TO_ONE } from "../../text/align.js";
import { textOf } from "../words/placed-text.js";
import type { FoundCell } from "./match.js";
import type { ExpectedCell, FormEntry } from "./table-form.js";

/** A cell beside what stands in it; one of them may be missing. */
export interface CellPair {
  readonly expected: ExpectedCell | undefined;
  readonly found: FoundCell | undefined;
}

/** The figures of a row by their columns, or by their order where only that is known. */
export function pairFigures({ figures }: FormEntry, found: readonly FoundCell[]): readonly CellPair[] {
  if (found.every(({ leaf }) => leaf)) {
    const strange = found.filter(({ leaf }) => !figures.some((cell) => cell.leaf.index === leaf?.index));
    return [
      ...figures.map((expected) => ({
        expected,
        found: found.find(({ leaf }) => leaf?.index === expected.leaf.index),
      })),
      ...strange.map((each) => ({ expected: undefined, found: each })),
    ];
  }
  const filled = figures.filter(({ text }) => text !== "");
  return filled.length === found.length
    ? filled.map((expected, index) => ({ expected, found: found[index] }))
    : fewestChanges(filled, found);
}

/** A figure that is there and another instead cost less than one missing and one too many. */
const CHANGED = -1.5;
const ALONE = -1;

function fewestChanges(expected: readonly ExpectedCell[], found: readonly FoundCell[]): readonly CellPair[] {
  const steps = align(expected, found, ONE_TO_ONE, ([cell], [other]) => {
    if (!cell || !other) return ALONE;
    return cell.text === textOf(other.range) ? 0 : CHANGED;
  });
  return steps.map(({ first: [cell], second: [other] }) => ({ expected: cell, found: other }));
}

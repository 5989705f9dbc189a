import { textOf } from "../words/align.js";
import type { Entry, ExpectedCell } from "./form.js";
import type { FoundCell } from "./match.js";

/** A cell beside what stands in it; one of them may be missing. */
export interface CellPair {
  readonly expected: ExpectedCell | undefined;
  readonly found: FoundCell | undefined;
}

/** The figures of a row by their columns, or by their order where only that is known. */
export function pairFigures({ figures }: Entry, found: readonly FoundCell[]): readonly CellPair[] {
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
  return pairInOrder(
    figures.filter(({ text }) => text !== ""),
    found,
  );
}

function pairInOrder(expected: readonly ExpectedCell[], found: readonly FoundCell[]): readonly CellPair[] {
  if (expected.length === found.length) {
    return expected.map((cell, index) => ({ expected: cell, found: found[index] }));
  }
  return fewestChanges(expected, found);
}

/** Lines have some dozen figures. */
type Costs = readonly (readonly number[])[];

function fewestChanges(expected: readonly ExpectedCell[], found: readonly FoundCell[]): readonly CellPair[] {
  const costs = costsOf(expected, found);
  const costAt = (i: number, j: number): number => costs[i]?.[j] ?? 0;
  const pairs: CellPair[] = [];
  for (let i = 0, j = 0; i < expected.length || j < found.length; ) {
    const [cell, other] = [expected[i], found[j]];
    if (cell && other && costAt(i, j) === costAt(i + 1, j + 1) + changeCost(cell, other)) {
      pairs.push({ expected: cell, found: other });
      i++;
      j++;
    } else if (cell && (!other || costAt(i, j) === costAt(i + 1, j) + 1)) {
      pairs.push({ expected: cell, found: undefined });
      i++;
    } else {
      pairs.push({ expected: undefined, found: other });
      j++;
    }
  }
  return pairs;
}

function costsOf(expected: readonly ExpectedCell[], found: readonly FoundCell[]): Costs {
  const costs: number[][] = Array.from({ length: expected.length + 1 }, () => []);
  const costAt = (i: number, j: number): number => costs[i]?.[j] ?? 0;
  for (let i = expected.length; i >= 0; i--) {
    for (let j = found.length; j >= 0; j--) {
      const [cell, other] = [expected[i], found[j]];
      const left = expected.length - i + found.length - j;
      (costs[i] ?? [])[j] =
        cell && other
          ? Math.min(
              costAt(i + 1, j) + 1,
              costAt(i, j + 1) + 1,
              costAt(i + 1, j + 1) + changeCost(cell, other),
            )
          : left;
    }
  }
  return costs;
}

function changeCost({ text }: ExpectedCell, { stretch }: FoundCell): number {
  return text === textOf(stretch) ? 0 : 1.5;
}

import type { Figure } from "../../model/ledger.js";
import type { Stretch } from "../words/strip.js";
import type { Token } from "../words/tokens.js";
import type { Unit } from "../words/units.js";
import type { Reading } from "./differences.js";

/** A part of a stretch. */
export function within({ strip, start }: Stretch, from: number, to: number): Stretch {
  return { strip, start: start + from, end: start + to };
}

/** The figure that a token of an expected sentence shows. */
export function figureAt({ figures }: Unit, { start }: Token): Figure | undefined {
  return figures.find((span) => span.start === start)?.figure;
}

/** What stands in a sentence in place of an expected figure; nothing where the token is none. */
export function readingOf(
  unit: Unit,
  expected: Token,
  { amount }: Token,
  stretch: Stretch,
): readonly Reading[] {
  const figure = figureAt(unit, expected);
  return figure && amount
    ? [{ figure, seen: amount, stretch, where: unit.under, column: undefined, cell: undefined }]
    : [];
}

import { type Stretch, textOf } from "../words/strip.js";
import { type Token, tokensOf } from "../words/tokens.js";
import type { Unit } from "../words/units.js";
import type { Collation, Reading, Wording } from "./differences.js";
import { figureAt, readingOf, within } from "./readings.js";

/** A sentence in other words may still have the right figures. */
export function reworded(unit: Unit, stretch: Stretch, tokens: readonly Token[]): Partial<Collation> {
  const left = tokens.filter(({ amount }) => amount);
  const readings: Reading[] = [];
  const missing: string[] = [];
  for (const token of tokensOf(unit.text)) {
    if (!figureAt(unit, token)) continue;
    const at = left.findIndex(({ key }) => key === token.key);
    const [seen] = at < 0 ? [] : left.splice(at, 1);
    if (seen) readings.push(...readingOf(unit, token, seen, within(stretch, seen.start, seen.end)));
    else missing.push(token.text);
  }
  const wording: Wording = {
    expected: unit.text,
    found: textOf(stretch),
    stretch,
    where: unit.under,
    context: unit.text,
    kind: "sentence",
  };
  return {
    readings,
    wordings: [wording],
    missing:
      missing.length > 0 ? [{ what: "figure", expected: missing, where: unit.under, beside: stretch }] : [],
  };
}

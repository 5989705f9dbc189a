import { likeness } from "../../text/dice.js";
import { ALIKE } from "../../text/thresholds.js";
import type { Pair } from "../words/align.js";
import { type Enumeration, enumerations } from "../words/enumerations.js";
import { compare, type Match, refined } from "../words/hunks.js";
import { type Stretch, textOf, within } from "../words/strip.js";
import { type Token, tokensOf } from "../words/tokens.js";
import type { Unit } from "../words/units.js";
import {
  type Collation,
  figureAt,
  type Reading,
  readingOf,
  type Wording,
  type Writing,
} from "./differences.js";
import { collateHunk } from "./hunk.js";

/** What a sentence has otherwise than the one that was expected. */
export function collateText({ unit, stretch }: Pair): Partial<Collation> {
  const found = textOf(stretch);
  const [expectedTokens, foundTokens] = [tokensOf(unit.text), tokensOf(found)];
  if (likeness(unit.text, found) < ALIKE.edited) return reworded(unit, stretch, foundTokens);
  const { hunks, matches } = compare(expectedTokens, foundTokens);
  const place = (token: Token): Stretch => within(stretch, token.start, token.end);
  const fine = hunks.flatMap(refined);
  const lists = enumerations(unit.text, found, fine);
  const others = fine.filter((hunk) => !lists.some((list) => list.hunks.includes(hunk)));
  const results = others.map((hunk) => collateHunk(hunk, unit, stretch));
  return {
    readings: [
      ...matches.flatMap(({ expected, found: token }) => readingOf(unit, expected, token, place(token))),
      ...results.flatMap(({ readings }) => readings),
    ],
    writings: matches.flatMap((match) => writingOf(match, unit, place(match.found))),
    wordings: [
      ...results.flatMap(({ wordings }) => wordings),
      ...lists.map((list) => listWording(list, unit, stretch)),
    ],
    missing: results.flatMap(({ missing }) => missing),
    superfluous: results.flatMap(({ superfluous }) => superfluous),
  };
}

/** The same, but written otherwise. */
function writingOf({ expected, found }: Match, unit: Unit, stretch: Stretch): readonly Writing[] {
  if (expected.text === found.text) return [];
  const decimals = expected.amount?.decimals !== found.amount?.decimals;
  if (expected.amount && !decimals) return [];
  const what = expected.amount ? "decimals" : "mark";
  return [{ what, expected: expected.text, found: found.text, stretch, where: unit.under }];
}

function listWording({ missing, extra, foundAt }: Enumeration, unit: Unit, stretch: Stretch): Wording {
  const [expected, found] = [missing.join("、"), extra.join("、")];
  const place = within(stretch, ...foundAt);
  return { expected, found, stretch: place, where: unit.under, context: "", kind: "list" };
}

/** A sentence in other words may still have the right figures. */
function reworded(unit: Unit, stretch: Stretch, tokens: readonly Token[]): Partial<Collation> {
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

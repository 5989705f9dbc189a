import { likeness } from "../../text/dice.js";
import { ALIKE } from "../../text/thresholds.js";
import type { SentencePair } from "../words/align.js";
import { compare, type Match, refined } from "../words/edits.js";
import { enumerations } from "../words/enumerations.js";
import type { ExpectedText } from "../words/expected-text.js";
import { type TextRange, textOf, within } from "../words/placed-text.js";
import { type Token, tokensOf } from "../words/tokens.js";
import { type Collation, figureAt, type Reading, readingOf, together, type Writing } from "./differences.js";
import { collateEdit } from "./edit.js";

/** What a sentence has otherwise than the one that was expected. */
export function collateText({ unit, range }: SentencePair): Partial<Collation> {
  const found = textOf(range);
  const [expectedTokens, foundTokens] = [tokensOf(unit.text), tokensOf(found)];
  if (likeness(unit.text, found) < ALIKE.edited) return reworded(unit, range, foundTokens);
  const { edits, matches } = compare(expectedTokens, foundTokens);
  const place = (token: Token): TextRange => within(range, token.start, token.end);
  const fine = edits.flatMap(refined);
  const lists = enumerations(unit.text, found, fine);
  const others = fine.filter((edit) => !lists.some((list) => list.edits.includes(edit)));
  return together([
    {
      readings: matches.flatMap(({ expected, found: token }) =>
        readingOf(unit, expected, token, place(token)),
      ),
      writings: matches.flatMap((match) => writingOf(match, unit, place(match.found))),
    },
    ...others.map((edit) => collateEdit(edit, unit, range)),
    {
      rewordings: lists.map(({ expected, found: extra, foundAt }) => {
        const place = within(range, ...foundAt);
        return { expected, found: extra, range: place, where: unit.under, context: "", kind: "list" };
      }),
    },
  ]);
}

/** The same, but written otherwise. */
function writingOf({ expected, found }: Match, unit: ExpectedText, range: TextRange): readonly Writing[] {
  if (expected.text === found.text) return [];
  const decimals = expected.amount?.decimals !== found.amount?.decimals;
  if (expected.amount && !decimals) return [];
  const what = expected.amount ? "decimals" : "mark";
  return [{ what, expected: expected.text, found: found.text, range, where: unit.under }];
}

/** A sentence in other words may still have the right figures. */
function reworded(unit: ExpectedText, range: TextRange, tokens: readonly Token[]): Partial<Collation> {
  const left = tokens.filter(({ amount }) => amount);
  const readings: Reading[] = [];
  const missing: string[] = [];
  for (const token of tokensOf(unit.text)) {
    if (!figureAt(unit, token)) continue;
    const at = left.findIndex(({ key }) => key === token.key);
    const [seen] = at < 0 ? [] : left.splice(at, 1);
    if (seen) readings.push(...readingOf(unit, token, seen, within(range, seen.start, seen.end)));
    else missing.push(token.text);
  }
  const { text: expected, under: where } = unit;
  return {
    readings,
    rewordings: [{ expected, found: textOf(range), range, where, context: expected, kind: "sentence" }],
    missing: missing.length > 0 ? [{ what: "figure", expected: missing, where, beside: range }] : [],
  };
}

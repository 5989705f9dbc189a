import type { Figure } from "../../model/ledger.js";
import type { Pair } from "../words/align.js";
import { textOf } from "../words/align.js";
import { enumerations } from "../words/enumerations.js";
import { compare, type Hunk, type Match } from "../words/hunks.js";
import { likeness, sharedPairs } from "../words/likeness.js";
import type { Stretch } from "../words/strip.js";
import { type Amount, smallTokens, type Token, tokensOf } from "../words/tokens.js";
import type { Unit } from "../words/units.js";
import type { Collation, Missing, Reading, Superfluous, Wording, Writing } from "./differences.js";

/** A sentence less alike than this is quoted as a whole: what differs in it piece by piece says nothing. */
const REWORDED = 0.6;

/** What a sentence has otherwise than the one that was expected. */
export function collateText({ unit, stretch }: Pair): Partial<Collation> {
  const found = textOf(stretch);
  const [expectedTokens, foundTokens] = [tokensOf(unit.text), tokensOf(found)];
  if (likeness(unit.text, found) < REWORDED) return reworded(unit, stretch, foundTokens);
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
      ...lists.map(
        ({ missing, extra, foundAt }): Wording => ({
          expected: missing.join("、"),
          found: extra.join("、"),
          stretch: within(stretch, ...foundAt),
          where: unit.under,
          context: "",
          kind: "list",
        }),
      ),
    ],
    missing: results.flatMap(({ missing }) => missing),
    superfluous: results.flatMap(({ superfluous }) => superfluous),
  };
}

/** Two items of an enumeration that are nearly the same are compared character by character. */
function refined(hunk: Hunk): readonly Hunk[] {
  const [[expected, more], [found, others]] = [hunk.expected, hunk.found];
  if (!expected || !found || more || others || sharedPairs(expected.text, found.text) < REWORDED)
    return [hunk];
  const moved = (token: Token, { start }: Token): Token => ({
    ...token,
    start: token.start + start,
    end: token.end + start,
  });
  return compare(
    smallTokens(expected.text).map((token) => moved(token, expected)),
    smallTokens(found.text).map((token) => moved(token, found)),
  ).hunks.map((inner) => ({
    ...inner,
    expectedAt: inner.expected.length > 0 ? inner.expectedAt : atLeast(inner.expectedAt, expected.start),
    foundAt: inner.found.length > 0 ? inner.foundAt : atLeast(inner.foundAt, found.start),
  }));
}

/** Where nothing stands before, a place counts from the item's beginning. */
function atLeast([start, end]: readonly [number, number], from: number): readonly [number, number] {
  return [Math.max(start, from), Math.max(end, from)];
}

export function within({ strip, start }: Stretch, from: number, to: number): Stretch {
  return { strip, start: start + from, end: start + to };
}

function figureAt({ figures }: Unit, { start }: Token): Figure | undefined {
  return figures.find((span) => span.start === start)?.figure;
}

function readingOf(unit: Unit, expected: Token, { amount }: Token, stretch: Stretch): readonly Reading[] {
  const figure = figureAt(unit, expected);
  return figure && amount
    ? [{ figure, seen: amount, stretch, where: unit.under, column: undefined, cell: undefined }]
    : [];
}

/** The same, but written otherwise. */
function writingOf({ expected, found }: Match, unit: Unit, stretch: Stretch): readonly Writing[] {
  if (expected.text === found.text) return [];
  const decimals = expected.amount?.decimals !== found.amount?.decimals;
  if (expected.amount && !decimals) return [];
  const what = expected.amount ? "decimals" : "mark";
  return [{ what, expected: expected.text, found: found.text, stretch, where: unit.under }];
}

interface HunkResult {
  readonly readings: readonly Reading[];
  readonly wordings: readonly Wording[];
  readonly missing: readonly Missing[];
  readonly superfluous: readonly Superfluous[];
}

function collateHunk(hunk: Hunk, unit: Unit, stretch: Stretch): HunkResult {
  const place = within(stretch, ...hunk.foundAt);
  const { pairs, lone, strange } = pairAmounts(hunk, unit);
  const readings = pairs.flatMap(([expected, token]) =>
    readingOf(unit, expected, token, within(stretch, token.start, token.end)),
  );
  const expected = unit.text.slice(...hunk.expectedAt);
  const found = textOf(place);
  if (lone.length > 0) {
    const what = lone.length === 1 && expected === lone[0]?.text ? "figure" : "phrase";
    const missing: Missing = { what, expected: [expected], where: unit.under, beside: place };
    return { readings, wordings: [], missing: [missing], superfluous: [] };
  }
  if (strange.length > 0) {
    const amounts = strange.flatMap(({ amount }) => amount ?? []);
    const extra: Superfluous = {
      what: "figure",
      stretch: place,
      where: unit.under,
      amounts,
    };
    return { readings, wordings: [], missing: [], superfluous: [extra] };
  }
  const same =
    wordsBesides(
      hunk.expected,
      pairs.map(([token]) => token),
    ) ===
    wordsBesides(
      hunk.found,
      pairs.map(([, token]) => token),
    );
  return {
    readings,
    wordings: same ? [] : [wordingOf(hunk, unit, place, expected, found)],
    missing: [],
    superfluous: [],
  };
}

function wordsBesides(tokens: readonly Token[], amounts: readonly Token[]): string {
  return tokens
    .filter((token) => !amounts.includes(token))
    .map(({ key }) => key)
    .join("");
}

interface AmountPairs {
  readonly pairs: readonly (readonly [expected: Token, found: Token])[];
  /** figures that nothing stands for */
  readonly lone: readonly Token[];
  /** amounts that stand for nothing */
  readonly strange: readonly Token[];
}

/** Which amount stands for which figure: each for the next one, of the same unit where their numbers differ. */
function pairAmounts({ expected, found }: Hunk, unit: Unit): AmountPairs {
  const figures = expected.filter((token) => figureAt(unit, token));
  const amounts = found.filter((token): token is Token & { amount: Amount } => token.amount !== undefined);
  const left = [...amounts];
  const pairs: (readonly [Token, Token])[] = [];
  const lone: Token[] = [];
  for (const token of figures) {
    const at =
      figures.length === amounts.length
        ? 0
        : left.findIndex(({ amount }) => amount.unit === token.amount?.unit);
    const [taken] = at < 0 ? [] : left.splice(0, at + 1).slice(-1);
    if (taken) pairs.push([token, taken]);
    else lone.push(token);
  }
  const taken = new Set(pairs.map(([, token]) => token));
  const counted = expected.filter(({ amount }) => amount).length;
  return {
    pairs,
    lone,
    strange: amounts.filter((token) => !taken.has(token)).slice(counted - figures.length),
  };
}

/** So many words are quoted on either side of what was expected. */
const QUOTED = 8;
const NUMERALS = /^[一二三四五六七八九十]+$/u;

function wordingOf(hunk: Hunk, unit: Unit, stretch: Stretch, expected: string, found: string): Wording {
  const [from, to] = hunk.expectedAt;
  const isNumber = NUMERALS.test(expected) && NUMERALS.test(found) && from <= 1;
  return {
    expected,
    found,
    stretch,
    where: unit.under,
    context: unit.text.slice(Math.max(0, from - QUOTED), to + QUOTED),
    kind: isNumber ? "number" : "sentence",
  };
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

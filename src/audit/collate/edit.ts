import type { TokenEdit } from "../words/edits.js";
import type { ExpectedText } from "../words/expected-text.js";
import { type TextRange, textOf, within } from "../words/placed-text.js";
import { isAmount, type Token } from "../words/tokens.js";
import {
  type Collation,
  figureAt,
  type Missing,
  type Rewording,
  type RewordingKind,
  readingOf,
  type Superfluous,
} from "./differences.js";

/** What a run of differing words comes to: other figures, other words, or something missing or too much. */
export function collateEdit(edit: TokenEdit, unit: ExpectedText, range: TextRange): Partial<Collation> {
  const place = within(range, ...edit.foundAt);
  const { pairs, lone, strange } = pairAmounts(edit, unit);
  const readings = pairs.flatMap(([expected, token]) =>
    readingOf(unit, expected, token, within(range, token.start, token.end)),
  );
  const expected = unit.text.slice(...edit.expectedAt);
  const found = textOf(place);
  if (lone.length > 0) {
    const what = lone.length === 1 && expected === lone[0]?.text ? "figure" : "phrase";
    const missing: Missing = { what, expected: [expected], where: unit.under, beside: place };
    return { readings, missing: [missing] };
  }
  if (strange.length > 0) {
    const amounts = strange.flatMap(({ amount }) => amount ?? []);
    const extra: Superfluous = { what: "figure", range: place, where: unit.under, amounts };
    return { readings, superfluous: [extra] };
  }
  const besides = wordsBesides(edit.expected, pairs, 0) !== wordsBesides(edit.found, pairs, 1);
  return { readings, rewordings: besides ? [rewordingOf(edit, unit, place, expected, found)] : [] };
}

/** What one side of an edit says besides the amounts that are paired. */
function wordsBesides(tokens: readonly Token[], pairs: AmountPairs["pairs"], side: 0 | 1): string {
  return tokens
    .filter((token) => !pairs.some((pair) => pair[side] === token))
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
function pairAmounts({ expected, found }: TokenEdit, unit: ExpectedText): AmountPairs {
  const figures = expected.filter((token) => figureAt(unit, token));
  const amounts = found.filter(isAmount);
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

function rewordingOf(
  edit: TokenEdit,
  unit: ExpectedText,
  range: TextRange,
  expected: string,
  found: string,
): Rewording {
  const [from, to] = edit.expectedAt;
  return {
    expected,
    found,
    range,
    where: unit.under,
    context: unit.text.slice(Math.max(0, from - QUOTED), to + QUOTED),
    kind: kindOf(expected, found, from),
  };
}

/** 一、 for 二、 is a heading's number; 2022年 for 2023年 is no mere wording. */
function kindOf(expected: string, found: string, from: number): RewordingKind {
  if (NUMERALS.test(expected) && NUMERALS.test(found) && from <= 1) return "number";
  const [one, other] = [expected, found].map((text) => text.replace(/\d+/gu, "0"));
  return one === other ? "digits" : "sentence";
}

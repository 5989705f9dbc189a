import type { TokenEdit } from "../words/edits.js";
import type { ExpectedText } from "../words/expected-text.js";
import { type TextRange, textOf, within } from "../words/placed-text.js";
import { type AmountToken, isAmount, type Token } from "../words/tokens.js";
import { type Collation, figureAt, type RewordingKind, readingOf } from "./differences.js";

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
    return { readings, missing: [{ what, expected: [expected], where: unit.under, beside: place }] };
  }
  if (strange.length > 0) {
    const amounts = strange.flatMap(({ amount }) => amount ?? []);
    return { readings, superfluous: [{ what: "figure", range: place, where: unit.under, amounts }] };
  }
  if (wordsBesides(edit.expected, pairs) === wordsBesides(edit.found, pairs)) return { readings };
  const [from, to] = edit.expectedAt;
  const context = unit.text.slice(Math.max(0, from - QUOTED), to + QUOTED);
  const kind = kindOf(expected, found, from);
  return { readings, rewordings: [{ expected, found, range: place, where: unit.under, context, kind }] };
}

/** So many words are quoted on either side of what was expected. */
const QUOTED = 8;

/** What one side of an edit says besides the amounts that are paired. */
function wordsBesides(tokens: readonly Token[], pairs: AmountPairs): string {
  const taken = new Set(pairs.flat());
  return tokens.flatMap((token) => (taken.has(token) ? [] : [token.key])).join("");
}

type AmountPairs = readonly (readonly [expected: Token, found: Token])[];

/**
 * Which amount stands for which figure: each for the next one, of the same unit where their numbers differ; with the
 * `lone` figures that nothing stands for, and the `strange` amounts that stand for nothing.
 */
function pairAmounts({ expected, found }: TokenEdit, unit: ExpectedText) {
  const figures = expected.filter((token) => figureAt(unit, token));
  const amounts = found.filter(isAmount);
  const left = [...amounts];
  const pairs: (readonly [Token, Token])[] = [];
  for (const token of figures) {
    const isNext = (amount: AmountToken): boolean =>
      figures.length === amounts.length || amount.amount.unit === token.amount?.unit;
    const at = left.findIndex(isNext);
    const [taken] = at < 0 ? [] : left.splice(0, at + 1).slice(-1);
    if (taken) pairs.push([token, taken]);
  }
  const taken = new Set(pairs.flat());
  const counted = expected.filter(({ amount }) => amount).length;
  const strange = amounts.filter((token) => !taken.has(token)).slice(counted - figures.length);
  return { pairs, lone: figures.filter((token) => !taken.has(token)), strange };
}

const NUMERALS = /^[一二三四五六七八九十]+$/u;

/** 一、 for 二、 is a heading's number; 2022年 for 2023年 is no mere wording. */
function kindOf(expected: string, found: string, from: number): RewordingKind {
  if (NUMERALS.test(expected) && NUMERALS.test(found) && from <= 1) return "number";
  const [one, other] = [expected, found].map((text) => text.replace(/\d+/gu, "0"));
  return one === other ? "digits" : "sentence";
}

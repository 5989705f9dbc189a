import { align, type Move } from "../../text/align.js";
import { likeness } from "../../text/dice.js";
import { foldMarks } from "../../text/fold.js";
import { type Find, heaviestChain, occurrences } from "../../text/heaviest-chain.js";
import { mayEnd } from "../../text/sentences.js";
import { ALIKE } from "../../text/thresholds.js";
import type { ExpectedText } from "./expected-text.js";
import { sentencesIn } from "./found-sentences.js";
import { beginsWord, type ScriptText, type TextRange, textOf } from "./placed-text.js";

/** A sentence that was expected beside the words that stand for it. */
export interface SentencePair {
  readonly unit: ExpectedText;
  readonly range: TextRange;
  /** whether it stands elsewhere than it should */
  readonly moved: boolean;
}

/** The sentences of a document held against those that it should have. */
export interface Alignment {
  readonly pairs: readonly SentencePair[];
  readonly missing: readonly ExpectedText[];
  readonly superfluous: readonly TextRange[];
}

/** More comparisons than this are not worth their time: nothing in the document is as it should be. */
const MOST_COMPARISONS = 40_000;

/** Pairs sentences by what they say: first those that are the same, then those between them that are alike. */
export function alignSentences(units: readonly ExpectedText[], source: ScriptText): Alignment {
  const keys = units.map(({ text }) => foldMarks(text));
  const same = heaviestChain(
    occurrences(keys, foldMarks(source.text)).filter((find) => isSentence(find, source)),
  );
  const exact = same.map(({ key, start, end }) =>
    pairOf(units.slice(key, key + 1), [{ source, start, end }]),
  );
  const gaps = [...same, { key: units.length, start: source.text.length, end: 0 }].map((next, index) => {
    const before = same[index - 1];
    const sentences = sentencesIn(source, before?.end ?? 0, next.start);
    return alignGap(units.slice((before?.key ?? -1) + 1, next.key), sentences);
  });
  return findMoved({
    pairs: [...exact.flat(), ...gaps.flatMap((gap) => gap.pairs)],
    missing: gaps.flatMap((gap) => gap.missing),
    superfluous: gaps.flatMap((gap) => gap.superfluous),
  });
}

/** Whether what was found is not a part of another sentence. */
function isSentence({ start, end }: Find, source: ScriptText): boolean {
  const isBound = (at: number): boolean => beginsWord(source, at) || mayEnd(source.text[at - 1] ?? "");
  return isBound(start) && isBound(end);
}

/** How many sentences of each side may make one pair: a full stop for a comma joins two, and the other way round. */
const MOVES: readonly Move[] = [
  [1, 0],
  [0, 1],
  [1, 1],
  [2, 1],
  [1, 2],
];

function alignGap(units: readonly ExpectedText[], sentences: readonly TextRange[]): Alignment {
  const steps = align(units, sentences, MOVES, worth);
  return {
    pairs: steps.flatMap(({ first, second }) => pairOf(first, second)),
    missing: steps.flatMap(({ first, second }) => (second.length === 0 ? first : [])),
    superfluous: steps.flatMap(({ first, second }) => (first.length === 0 ? second : [])),
  };
}

function worth(units: readonly ExpectedText[], sentences: readonly TextRange[]): number {
  if (units.length * sentences.length === 0) return 0;
  const expected = units.map(({ text }) => text).join("");
  const found = sentences.map(textOf).join("");
  const surplus = likeness(expected, found) - ALIKE.sentenceInPlace;
  return surplus < 0 ? Number.NEGATIVE_INFINITY : surplus * (expected.length + found.length);
}

/** Several units or sentences taken as one. */
function pairOf(
  units: readonly ExpectedText[],
  sentences: readonly TextRange[],
  moved = false,
): readonly SentencePair[] {
  const [first] = sentences;
  const last = sentences.at(-1);
  const unit = units[1] ? units.reduce(joinUnits) : units[0];
  return unit && first && last ? [{ unit, range: { ...first, end: last.end }, moved }] : [];
}

function joinUnits(one: ExpectedText, other: ExpectedText): ExpectedText {
  const moved = other.figures.map(({ start, figure }) => ({ start: start + one.text.length, figure }));
  return { ...one, text: one.text + other.text, figures: [...one.figures, ...moved] };
}

/** Sentences that stand elsewhere than they should are neither missing nor superfluous. */
function findMoved({ pairs, missing, superfluous }: Alignment): Alignment {
  const left = new Set(superfluous);
  if (missing.length * left.size > MOST_COMPARISONS) return { pairs, missing, superfluous };
  const moved: SentencePair[] = [];
  const lost = missing.filter((unit) => {
    const [best] = [...left]
      .map((range) => ({ range, alike: likeness(unit.text, textOf(range)) }))
      .filter(({ alike }) => alike >= ALIKE.movedSentence)
      .sort((a, b) => b.alike - a.alike);
    if (!best) return true;
    left.delete(best.range);
    moved.push(...pairOf([unit], [best.range], true));
    return false;
  });
  return { pairs: [...pairs, ...moved], missing: lost, superfluous: [...left] };
}

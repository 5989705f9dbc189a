import { likeness } from "../../text/bigrams.js";
import { chainOf, type Find, findsOf } from "../../text/chain.js";
import { folded } from "../../text/fold.js";
import { sentencesIn } from "./sentences.js";
import { beginsWord, type Stretch, type Strip } from "./strip.js";
import type { Unit } from "./units.js";

/** A sentence that was expected beside the words that stand for it. */
export interface Pair {
  readonly unit: Unit;
  readonly stretch: Stretch;
  /** whether it stands elsewhere than it should */
  readonly moved: boolean;
}

/** The sentences of a document held against those that it should have. */
export interface Alignment {
  readonly pairs: readonly Pair[];
  readonly missing: readonly Unit[];
  readonly superfluous: readonly Stretch[];
}

/** Sentences less alike than this say different things. */
const ALIKE = 0.35;
/** One that stands elsewhere must be recognized without its neighbours. */
const SURELY_ALIKE = 0.7;
/** More comparisons than this are not worth their time: nothing in the document is as it should be. */
const MOST_COMPARISONS = 40_000;

/** Pairs sentences by what they say: first those that are the same, then those between them that are alike. */
export function align(units: readonly Unit[], strip: Strip): Alignment {
  const keys = units.map(({ text }) => folded(text));
  const same = chainOf(findsOf(keys, folded(strip.text)).filter((find) => isSentence(find, strip)));
  const exact = same.map(({ key, start, end }) => pairOf(units.slice(key, key + 1), [{ strip, start, end }]));
  const gaps = [...same, { key: units.length, start: strip.text.length, end: 0 }].map((next, index) => {
    const before = same[index - 1];
    return alignGap(
      units.slice((before?.key ?? -1) + 1, next.key),
      sentencesIn(strip, before?.end ?? 0, next.start),
    );
  });
  return findMoved({
    pairs: [...exact.flat(), ...gaps.flatMap((gap) => gap.pairs)],
    missing: gaps.flatMap((gap) => gap.missing),
    superfluous: gaps.flatMap((gap) => gap.superfluous),
  });
}

/** Whether what was found is not a part of another sentence. */
function isSentence({ start, end }: Find, strip: Strip): boolean {
  const begins = beginsWord(strip, start) || /[。！？”’）》]/u.test(strip.text[start - 1] ?? "");
  return begins && (beginsWord(strip, end) || /[。！？”’）》]/u.test(strip.text[end - 1] ?? ""));
}

/** How many sentences of each side may make one pair: a full stop for a comma joins two, and the other way round. */
const SHAPES = [
  [1, 1],
  [2, 1],
  [1, 2],
] as const;

interface Step {
  readonly score: number;
  readonly units: number;
  readonly sentences: number;
}

function alignGap(units: readonly Unit[], sentences: readonly Stretch[]): Alignment {
  if (units.length === 0 || sentences.length === 0 || units.length * sentences.length > MOST_COMPARISONS) {
    return { pairs: [], missing: units, superfluous: sentences };
  }
  const steps = bestSteps(units, sentences);
  const pairs: Pair[] = [];
  const missing: Unit[] = [];
  const superfluous: Stretch[] = [];
  for (let i = 0, j = 0; i < units.length || j < sentences.length; ) {
    const step = steps[i]?.[j] ?? { score: 0, units: units.length - i, sentences: sentences.length - j };
    const [some, others] = [units.slice(i, i + step.units), sentences.slice(j, j + step.sentences)];
    if (some.length > 0 && others.length > 0) pairs.push(...pairOf(some, others));
    else {
      missing.push(...some);
      superfluous.push(...others);
    }
    i += step.units;
    j += step.sentences;
  }
  return { pairs, missing, superfluous };
}

/** For each pair of places the step from there that leads to the most alike pairs, found from the end backwards. */
function bestSteps(units: readonly Unit[], sentences: readonly Stretch[]): readonly (readonly Step[])[] {
  const steps: Step[][] = units.map(() => []);
  const scoreAt = (i: number, j: number): number => steps[i]?.[j]?.score ?? 0;
  for (let i = units.length - 1; i >= 0; i--) {
    for (let j = sentences.length - 1; j >= 0; j--) {
      const choices = [
        { score: scoreAt(i + 1, j), units: 1, sentences: 0 },
        { score: scoreAt(i, j + 1), units: 0, sentences: 1 },
        ...SHAPES.filter(([a, b]) => i + a <= units.length && j + b <= sentences.length).map(([a, b]) => ({
          score: worth(units.slice(i, i + a), sentences.slice(j, j + b)) + scoreAt(i + a, j + b),
          units: a,
          sentences: b,
        })),
      ];
      (steps[i] ?? [])[j] = choices.reduce((best, each) => (each.score > best.score ? each : best));
    }
  }
  return steps;
}

function worth(units: readonly Unit[], sentences: readonly Stretch[]): number {
  const expected = units.map(({ text }) => text).join("");
  const found = sentences.map(textOf).join("");
  const alike = likeness(expected, found);
  return alike < ALIKE ? Number.NEGATIVE_INFINITY : (alike - ALIKE) * (expected.length + found.length);
}

export function textOf({ strip, start, end }: Stretch): string {
  return strip.text.slice(start, end);
}

/** Several units or sentences taken as one. */
function pairOf(units: readonly Unit[], sentences: readonly Stretch[], moved = false): readonly Pair[] {
  const [first] = sentences;
  const last = sentences.at(-1);
  const unit = units[1] ? units.reduce(joinUnits) : units[0];
  return unit && first && last ? [{ unit, stretch: { ...first, end: last.end }, moved }] : [];
}

function joinUnits(one: Unit, other: Unit): Unit {
  const moved = other.figures.map(({ start, end, figure }) => ({
    start: start + one.text.length,
    end: end + one.text.length,
    figure,
  }));
  return { ...one, text: one.text + other.text, figures: [...one.figures, ...moved] };
}

/** Sentences that stand elsewhere than they should are neither missing nor superfluous. */
function findMoved({ pairs, missing, superfluous }: Alignment): Alignment {
  const left = new Set(superfluous);
  if (missing.length * left.size > MOST_COMPARISONS) return { pairs, missing, superfluous };
  const moved: Pair[] = [];
  const lost = missing.filter((unit) => {
    const [best] = [...left]
      .map((stretch) => ({ stretch, alike: likeness(unit.text, textOf(stretch)) }))
      .filter(({ alike }) => alike >= SURELY_ALIKE)
      .sort((a, b) => b.alike - a.alike);
    if (!best) return true;
    left.delete(best.stretch);
    moved.push(...pairOf([unit], [best.stretch], true));
    return false;
  });
  return { pairs: [...pairs, ...moved], missing: lost, superfluous: [...left] };
}

import type { Alignment, SentencePair } from "../words/align.js";
import type { ExpectedText } from "../words/expected-text.js";
import { type TextRange, textOf } from "../words/placed-text.js";
import { tokensOf } from "../words/tokens.js";
import { type Collation, type Missing, type Superfluous, together } from "./differences.js";
import { collateText } from "./sentence.js";

/** What sentences have otherwise than those that were expected, and which of them are missing or too many. */
export function collateUnits(alignment: Alignment, units: readonly ExpectedText[]): Collation {
  const { pairs, missing, superfluous } = alignment;
  return together([
    ...pairs.map((pair) => withMoney(collateText(pair), pair)),
    {
      missing: missingRuns(missing, units, pairs),
      superfluous: runsOf(superfluous.filter((range) => textOf(range) !== "")).map(strange),
      reorderings: pairs.flatMap(({ unit, range, moved }) =>
        moved ? [{ what: "sentence", where: unit.under, moved: [], range }] : [],
      ),
    },
  ]);
}

const UNIT = /^单位[：:](?:亿元|万元|元)$/u;

/** The unit above a table is more than a word: all its figures depend on it. */
function withMoney(collation: Partial<Collation>, { unit, range }: SentencePair): Partial<Collation> {
  if (unit.kind !== "caption" || !UNIT.test(unit.text)) return collation;
  const whole = {
    kind: "money",
    expected: unit.text,
    found: textOf(range),
    range,
    context: unit.text,
  } as const;
  return { ...collation, rewordings: (collation.rewordings ?? []).map((each) => ({ ...each, ...whole })) };
}

/** Sentences that follow each other and are all missing are one loss. */
function missingRuns(
  missing: readonly ExpectedText[],
  units: readonly ExpectedText[],
  pairs: readonly SentencePair[],
): readonly Missing[] {
  const gone = new Set(missing);
  const runs: [ExpectedText, ...ExpectedText[]][] = [];
  units.forEach((unit, index) => {
    if (!gone.has(unit)) return;
    const before = units[index - 1];
    if (before && gone.has(before)) runs.at(-1)?.push(unit);
    else runs.push([unit]);
  });
  const paired = new Map(pairs.map((pair) => [pair.unit, pair.range]));
  const nearestTo = (at: number): TextRange | undefined =>
    [...units.slice(0, at).reverse(), ...units.slice(at)].flatMap((each) => paired.get(each) ?? [])[0];
  return runs.map((run) => ({
    what: run[0].kind === "caption" ? "caption" : "sentence",
    expected: run.map(({ text }) => text),
    where: run[0].under,
    beside: nearestTo(units.indexOf(run[0])),
  }));
}

/** A term that is explained is a thing of its own. */
const NUMBERED = /^[一二三四五六七八九十]+、/u;

/** Sentences that follow each other directly are one addition. */
function runsOf(ranges: readonly TextRange[]): readonly TextRange[] {
  const runs: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = runs.at(-1);
    const goesOn = last?.source === range.source && last.end === range.start;
    if (last && goesOn && !NUMBERED.test(textOf(range))) runs.splice(-1, 1, { ...last, end: range.end });
    else runs.push(range);
  }
  return runs;
}

function strange(range: TextRange): Superfluous {
  const amounts = tokensOf(textOf(range)).flatMap(({ amount }) => amount ?? []);
  return { what: "sentence", range, where: "", amounts };
}

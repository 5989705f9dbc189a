import { groupedBy } from "../../model/groups.js";
import { bestFirst, type Candidate } from "../../text/best-first.js";
import { dice } from "../../text/dice.js";
import { foldMarks } from "../../text/fold.js";
import { type Find, heaviestChain } from "../../text/heaviest-chain.js";
import { ALIKE, EVIDENCE } from "../../text/thresholds.js";
import { textOf } from "../words/placed-text.js";
import type { FoundEntry, Pairing } from "./match.js";
import type { FormEntry } from "./table-form.js";

/** More comparisons than this are not worth their time. */
const MOST_COMPARISONS = 250_000;

/** Pairs the lines of one list by their labels: first those that are the same, then those that are alike. */
export function pairEntries(entries: readonly FormEntry[], found: readonly FoundEntry[]): Pairing {
  const same = sameLabels(entries, found);
  const like = bestFirst(candidatesOf(entries, found, same));
  const pairs = new Map([...same, ...like]);
  const taken = new Set(pairs.values());
  return {
    pairs: [...pairs].flatMap(([i, j]) => {
      const [entry, other] = [entries[i], found[j]];
      return entry && other ? [{ entry, found: other }] : [];
    }),
    missing: entries.filter((_, i) => !pairs.has(i)),
    superfluous: found.filter((_, j) => !taken.has(j)),
  };
}

/** Which found line stands for which expected one, by index. */
type Pairs = ReadonlyMap<number, number>;

/** Those in order, and then those that stand elsewhere. */
function sameLabels(entries: readonly FormEntry[], found: readonly FoundEntry[]): Pairs {
  const places = groupedBy(found.keys(), (j) => foldMarks(found[j]?.label.text ?? ""));
  const finds = entries.flatMap(({ label }, key) =>
    (places.get(foldMarks(label)) ?? []).map((start): Find => ({ key, start, end: start + 1 })),
  );
  const pairs = new Map(heaviestChain(finds).map(({ key, start }) => [key, start]));
  const taken = new Set(pairs.values());
  for (const { key, start } of finds) {
    if (pairs.has(key) || taken.has(start)) continue;
    pairs.set(key, start);
    taken.add(start);
  }
  return pairs;
}

function candidatesOf(
  entries: readonly FormEntry[],
  found: readonly FoundEntry[],
  same: Pairs,
): readonly Candidate<number, number>[] {
  const taken = new Map([...same].map(([i, j]) => [j, i]));
  const [gaps, others] = [gapsIn(entries.length, same), gapsIn(found.length, taken)];
  if (gaps.size * others.size > MOST_COMPARISONS) return [];
  return [...gaps].flatMap(([i, [before, behind]]) =>
    [...others].flatMap(([j, [above, below]]): Candidate<number, number>[] => {
      const inPlace =
        same.get(before) === (above < 0 ? undefined : above) &&
        taken.get(below) === (behind < entries.length ? behind : undefined);
      const alike = dice(entries[i]?.label ?? "", found[j]?.label.text ?? "");
      const agreement = sameFigures(entries[i], found[j]);
      const isOne =
        alike >= (inPlace ? ALIKE.rowInPlace : ALIKE.row) ||
        (inPlace && agreement >= EVIDENCE.figuresInPlace);
      return isOne ? [{ first: i, second: j, worth: alike + agreement + (inPlace ? 1 : 0) }] : [];
    }),
  );
}

type Gap = readonly [before: number, behind: number];

/** For each line that is not paired its nearest neighbours that are: -1 and the length stand for the ends. */
function gapsIn(length: number, paired: ReadonlyMap<number, unknown>): ReadonlyMap<number, Gap> {
  const gaps = new Map<number, Gap>();
  let start = 0;
  for (let index = 0; index <= length; index++) {
    if (index < length && !paired.has(index)) continue;
    for (let inner = start; inner < index; inner++) gaps.set(inner, [start - 1, index]);
    start = index + 1;
  }
  return gaps;
}

/** How many of an entry's figures are those that were found, in parts of all. */
function sameFigures(entry: FormEntry | undefined, found: FoundEntry | undefined): number {
  const expected = (entry?.figures ?? []).filter(({ text }) => text !== "");
  if (expected.length === 0) return 0;
  const shown = found?.figures.map(({ range }) => textOf(range)) ?? [];
  return expected.filter(({ text }) => shown.includes(text)).length / expected.length;
}

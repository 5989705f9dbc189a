import { sharedPairs } from "../words/likeness.js";
import type { Entry, TableForm } from "./table-form.js";
import type { EntryPair, FoundEntry } from "./table-match.js";
import { type Claim, labelOf, type TextGap, textEntry } from "./text-rows.js";
import type { Word } from "./text-words.js";

interface Settled {
  readonly pairs: readonly EntryPair[];
  readonly missing: readonly Entry[];
  readonly superfluous: readonly FoundEntry[];
}

/** So many words, at most, make a line of a table. */
const LONGEST = 14;
/** Labels less alike than this name different things; between the same neighbours less is enough. */
const ALIKE = 0.5;
const ALIKE_IN_PLACE = 0.2;
/** What it costs to leave a character to no line. */
const LEFT_OUT = 0.1;
/** More comparisons than this are not worth their time. */
const MOST_COMPARISONS = 200_000;

/** Finds the lines whose labels were edited among the words that are left between the others. */
export function settle(form: TableForm, claims: readonly Claim[], gaps: readonly TextGap[]): Settled {
  const claimed = new Map(claims.flatMap(({ key, repeated }, order) => (repeated ? [] : [[key, order]])));
  const left = new Map(
    form.entries.flatMap((entry, key) => (claimed.has(key) ? [] : [[key, entry] as const])),
  );
  const pairs: EntryPair[] = [];
  const superfluous: FoundEntry[] = [];
  gaps.forEach((gap, order) => {
    if (gap.words.length === 0) return;
    const candidates = [...left].map(([key, entry]) => ({
      key,
      entry,
      inPlace: standsBetween(key, order, form.entries, claimed),
    }));
    // lines may stand in any order, but what follows figures is another line
    for (const piece of pieces(gap.words)) {
      const open = candidates.filter(({ key }) => left.has(key));
      for (const group of groupsIn({ ...gap, words: piece.words }, open)) {
        const found = foundIn(group.words, gap);
        if (group.candidate) {
          pairs.push({ entry: group.candidate.entry, found });
          left.delete(group.candidate.key);
        } else superfluous.push(found);
      }
    }
  });
  return { pairs, missing: [...left.values()], superfluous };
}

interface Candidate {
  readonly key: number;
  readonly entry: Entry;
  readonly inPlace: boolean;
}

/** Whether the nearest recognized lines of the same list stand on either side of the gap behind line `order`. */
function standsBetween(
  key: number,
  order: number,
  entries: readonly Entry[],
  claimed: ReadonlyMap<number, number>,
): boolean {
  const list = entries[key]?.list;
  const isNeighbour = (index: number): boolean => entries[index]?.list === list && claimed.has(index);
  let [before, behind] = [key - 1, key + 1];
  while (before >= 0 && !isNeighbour(before)) before--;
  while (behind < entries.length && !isNeighbour(behind)) behind++;
  // gaps are counted from the one before the first line
  const above = before < 0 ? -1 : (claimed.get(before) ?? -1);
  const below = behind < entries.length ? (claimed.get(behind) ?? 0) : Number.POSITIVE_INFINITY;
  return above < order && order <= below;
}

interface Group {
  readonly words: readonly Word[];
  readonly candidate: Candidate | undefined;
}

interface Step {
  readonly score: number;
  readonly words: number;
  /** how many candidates the step goes on by, the last of which it takes if `takes` */
  readonly candidates: number;
  readonly takes: boolean;
}

/** Cuts the words of a gap so that the lines they make are most like those that are missing. */
function groupsIn(gap: TextGap, candidates: readonly Candidate[]): readonly Group[] {
  const { words } = gap;
  if (words.length * candidates.length * LONGEST > MOST_COMPARISONS) return pieces(words);
  const steps = bestSteps(gap, candidates);
  const groups: Group[] = [];
  let loose: Word[] = [];
  for (let i = 0, j = 0; j < words.length; ) {
    const step = steps[i]?.[j] ?? { score: 0, words: 1, candidates: 0, takes: false };
    const taken = words.slice(j, j + step.words);
    if (step.takes) {
      groups.push(...pieces(loose), { words: taken, candidate: candidates[i] });
      loose = [];
    } else loose.push(...taken);
    i += step.candidates;
    j += step.words;
  }
  return wholeLine([...groups, ...pieces(loose)], words);
}

/** Where only one line is recognized among words with figures at their end, all of them belong to it. */
function wholeLine(groups: readonly Group[], words: readonly Word[]): readonly Group[] {
  const taken = groups.flatMap(({ candidate }) => candidate ?? []);
  const [only] = taken;
  return taken.length === 1 && only && words.at(-1)?.isFigure ? [{ words, candidate: only }] : groups;
}

function bestSteps(gap: TextGap, candidates: readonly Candidate[]): readonly (readonly Step[])[] {
  const { words } = gap;
  const steps: Step[][] = Array.from({ length: candidates.length + 1 }, () => []);
  const scoreAt = (i: number, j: number): number => steps[i]?.[j]?.score ?? 0;
  for (let i = candidates.length; i >= 0; i--) {
    for (let j = words.length - 1; j >= 0; j--) {
      let best: Step = {
        score: scoreAt(i, j + 1) - LEFT_OUT * (words[j]?.text.length ?? 0),
        words: 1,
        candidates: 0,
        takes: false,
      };
      if (i < candidates.length && scoreAt(i + 1, j) > best.score) {
        best = { score: scoreAt(i + 1, j), words: 0, candidates: 1, takes: false };
      }
      for (let count = 1; count <= LONGEST && j + count <= words.length; count++) {
        const score = worth(words.slice(j, j + count), candidates[i]) + scoreAt(i + 1, j + count);
        if (score > best.score) best = { score, words: count, candidates: 1, takes: true };
      }
      (steps[i] ?? [])[j] = best;
    }
  }
  return steps;
}

/** Words with figures behind them make a line; so much more the more its label and figures are those expected. */
function worth(words: readonly Word[], candidate: Candidate | undefined): number {
  if (!candidate) return Number.NEGATIVE_INFINITY;
  const label = words.filter((word) => !word.isFigure);
  const figures = words.slice(label.length);
  const { entry, inPlace } = candidate;
  if (figures.some((word) => !word.isFigure) || figures.length > entry.figures.length)
    return Number.NEGATIVE_INFINITY;
  const text = label.map((word) => word.text).join("");
  const alike = sharedPairs(text, entry.label);
  const agreement = sameFigures(figures, entry);
  const least = inPlace && agreement > 0 ? ALIKE_IN_PLACE : ALIKE;
  if (alike < least && !(inPlace && agreement >= 0.5)) return Number.NEGATIVE_INFINITY;
  return (alike - ALIKE_IN_PLACE) * (text.length + entry.label.length) + agreement * 10;
}

function sameFigures(figures: readonly Word[], { figures: cells }: Entry): number {
  const expected = cells.filter(({ text }) => text !== "");
  if (expected.length === 0) return figures.length === 0 ? 0.2 : 0;
  return expected.filter(({ text }, index) => figures[index]?.text === text).length / expected.length;
}

/** Words that stand for nothing expected, a piece ending behind figures. */
function pieces(words: readonly Word[]): readonly Group[] {
  const groups: Word[][] = [];
  words.forEach((word, index) => {
    const begins = index === 0 || (words[index - 1]?.isFigure === true && !word.isFigure);
    if (begins) groups.push([word]);
    else groups.at(-1)?.push(word);
  });
  return groups.map((group) => ({ words: group, candidate: undefined }));
}

function foundIn(words: readonly Word[], { rows }: TextGap): FoundEntry {
  const label = words.filter((word) => !word.isFigure);
  const at = words[0]?.start ?? 0;
  return textEntry(
    label.length > 0 ? labelOf(label, rows, at) : labelOf([], rows, at),
    words.slice(label.length),
  );
}

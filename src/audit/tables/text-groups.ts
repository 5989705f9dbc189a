import { sharedPairs } from "../../text/bigrams.js";
import type { Entry } from "./form.js";
import type { Word } from "./text-words.js";

/** So many words, at most, make a line of a table. */
const LONGEST = 14;
/** Labels less alike than this name different things; between the same neighbours less is enough. */
const ALIKE = 0.5;
const ALIKE_IN_PLACE = 0.2;
/** What it costs to leave a character to no line. */
const LEFT_OUT = 0.1;
/** More comparisons than this are not worth their time. */
const MOST_COMPARISONS = 200_000;

/** A line that is missing, and whether this is where it should stand. */
export interface Candidate {
  readonly key: number;
  readonly entry: Entry;
  readonly inPlace: boolean;
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
export function groupsIn(words: readonly Word[], candidates: readonly Candidate[]): readonly Group[] {
  if (words.length * candidates.length * LONGEST > MOST_COMPARISONS) return pieces(words);
  const steps = bestSteps(words, candidates);
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

function bestSteps(words: readonly Word[], candidates: readonly Candidate[]): readonly (readonly Step[])[] {
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
export function pieces(words: readonly Word[]): readonly Group[] {
  const groups: Word[][] = [];
  words.forEach((word, index) => {
    const begins = index === 0 || (words[index - 1]?.isFigure === true && !word.isFigure);
    if (begins) groups.push([word]);
    else groups.at(-1)?.push(word);
  });
  return groups.map((group) => ({ words: group, candidate: undefined }));
}

import { align, type Move } from "../../text/align.js";
import { dice } from "../../text/dice.js";
import { ALIKE, EVIDENCE } from "../../text/thresholds.js";
import type { FormEntry } from "./table-form.js";
import type { Word } from "./text-words.js";

/** So many words, at most, make a line of a table. */
const LONGEST = 14;
/** A line that is missing, and whether this is where it should stand. */
export interface LineCandidate {
  readonly key: number;
  readonly entry: FormEntry;
  readonly inPlace: boolean;
}

interface Group {
  readonly words: readonly Word[];
  readonly candidate: LineCandidate | undefined;
}

/** A word is left to no line, a candidate to no words, or words make the line of a candidate. */
const MOVES: readonly Move[] = [
  [0, 1],
  [1, 0],
  ...Array.from({ length: LONGEST }, (_, index): Move => [1, index + 1]),
];

/** Cuts the words of a gap so that the lines they make are most like those that are missing. */
export function groupsIn(words: readonly Word[], candidates: readonly LineCandidate[]): readonly Group[] {
  const steps = align(candidates, words, MOVES, ([candidate], some) => {
    if (!candidate) return -EVIDENCE.leftOut * (some[0]?.text.length ?? 0);
    return some.length === 0 ? 0 : worth(some, candidate);
  });
  const groups: Group[] = [];
  let loose: Word[] = [];
  for (const step of steps) {
    const [[candidate], taken] = [step.first, step.second];
    if (!candidate) loose.push(...taken);
    else if (taken.length > 0) {
      groups.push(...pieces(loose), { words: taken, candidate });
      loose = [];
    }
  }
  return wholeLine([...groups, ...pieces(loose)], words);
}

/** Where only one line is recognized among words with figures at their end, all of them belong to it. */
function wholeLine(groups: readonly Group[], words: readonly Word[]): readonly Group[] {
  const [candidate, another] = groups.flatMap((group) => group.candidate ?? []);
  return candidate && !another && words.at(-1)?.isFigure ? [{ words, candidate }] : groups;
}

/** Words with figures behind them make a line; so much more the more its label and figures are those expected. */
function worth(words: readonly Word[], candidate: LineCandidate): number {
  const label = words.filter((word) => !word.isFigure);
  const figures = words.slice(label.length);
  const { entry, inPlace } = candidate;
  if (figures.some((word) => !word.isFigure) || figures.length > entry.figures.length)
    return Number.NEGATIVE_INFINITY;
  const text = label.map((word) => word.text).join("");
  const alike = dice(text, entry.label);
  const agreement = sameFigures(figures, entry);
  const least = inPlace && agreement > 0 ? ALIKE.rowInPlace : ALIKE.row;
  if (alike < least && !(inPlace && agreement >= EVIDENCE.figuresInPlace)) return Number.NEGATIVE_INFINITY;
  return (alike - ALIKE.rowInPlace) * (text.length + entry.label.length) + agreement * 10;
}

function sameFigures(figures: readonly Word[], { figures: cells }: FormEntry): number {
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

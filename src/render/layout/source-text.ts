import { runText } from "../../model/printed.js";
import type { Block, Element, Run, Stretch } from "../../model/report.js";
import { ownWords } from "../../model/walk.js";

/** A text to be set, or a line of one. Of all its words it knows where in the report they stand. */
export interface SourceText {
  readonly text: string;
  readonly parts: readonly SourcePart[];
}

/** As much of one run, cell, column or block as stands in a text. */
export interface SourcePart {
  readonly of: Element;
  /** where in the words that `of` prints it begins, in UTF-16 units */
  readonly from: number;
  /** where in the text it stands */
  readonly at: Stretch;
  /** never broken */
  readonly whole?: true;
}

/** A text that stands nowhere in the report. */
export function plainText(text: string): SourceText {
  return { text, parts: [] };
}

/** The text that one element prints, from where it begins among the element's words. */
export function textOf(of: Element, text: string, from = 0): SourceText {
  return { text, parts: [{ of, from, at: { from: 0, to: text.length } }] };
}

/** The words that a block is set in line by line, besides its runs and cells. */
export function ownTexts(block: Block): readonly SourceText[] {
  let from = 0;
  return ownWords(block).map(({ text }) => {
    const own = textOf(block, text, from);
    from += text.length;
    return own;
  });
}

/** The text of runs, one behind the other; figures in it are never broken. */
export function textOfRuns(runs: readonly Run[]): SourceText {
  let text = "";
  const parts = runs.map((run): SourcePart => {
    const at = { from: text.length, to: text.length + runText(run).length };
    text += runText(run);
    return { of: run, from: 0, at, ...(run.kind === "figure" && { whole: true }) };
  });
  return { text, parts };
}

/** The stretches of a text that are never broken. */
export function wholeIn({ parts }: SourceText): readonly Stretch[] {
  return parts.filter((part) => part.whole).map((part) => part.at);
}

/** What stands between two places of a text. */
export function sliceText({ text, parts }: SourceText, place: Stretch): SourceText {
  const { from, to } = place;
  if (from === 0 && to === text.length) return { text, parts };
  const within = parts.flatMap((part): SourcePart[] => {
    const at = overlap(part.at, place);
    return at
      ? [
          {
            ...part,
            from: part.from + at.from - part.at.from,
            at: { from: at.from - from, to: at.to - from },
          },
        ]
      : [];
  });
  return { text: text.slice(from, to), parts: within };
}

/** Where in a text stands what of a part's element lies on `stretch`; undefined where nothing of it does. */
export function placeOf({ from, at }: SourcePart, stretch: Stretch): Stretch | undefined {
  const moved = at.from - from;
  return overlap(at, { from: stretch.from + moved, to: stretch.to + moved });
}

/** What two stretches have in common. */
export function overlap(one: Stretch, other: Stretch): Stretch | undefined {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return from < to ? { from, to } : undefined;
}

import { beginsWord, type Stretch, type Strip } from "../words/strip.js";

/** A word between blanks, or as much of one as is a figure or is none. */
export interface Word extends Stretch {
  readonly text: string;
  readonly isFigure: boolean;
}

/** An amount as tables have it; a dash or a nought alone stands for nothing. */
const FIGURE = /^(?:-?\d[\d,]*\.\d+|0|[-—–/])$/u;

export function wordsIn(strip: Strip, from: number, to: number): readonly Word[] {
  const words: Word[] = [];
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (end < to && !beginsWord(strip, end)) end++;
    const text = strip.text.slice(start, end);
    words.push({ strip, start, end, text, isFigure: FIGURE.test(text) });
    start = end;
  }
  return words;
}

/** The stretch from the first of the words to the last. */
export function stretchOf(words: readonly Word[], strip: Strip, at: number): Stretch {
  return { strip, start: words[0]?.start ?? at, end: words.at(-1)?.end ?? at };
}

import { beginsWord, type ScriptText, type TextRange } from "../words/placed-text.js";

/** A word between blanks, or as much of one as is a figure or is none. */
export interface Word extends TextRange {
  readonly text: string;
  readonly isFigure: boolean;
}

/** An amount as tables have it; a dash or a nought alone stands for nothing. */
const FIGURE = /^(?:-?\d[\d,]*\.\d+|0|[-—–/])$/u;

export function wordsIn(source: ScriptText, from: number, to: number): readonly Word[] {
  const words: Word[] = [];
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (end < to && !beginsWord(source, end)) end++;
    const text = source.text.slice(start, end);
    words.push({ source, start, end, text, isFigure: FIGURE.test(text) });
    start = end;
  }
  return words;
}

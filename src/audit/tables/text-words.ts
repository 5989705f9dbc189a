import { beginsWord, type ScriptText, type TextRange } from "../words/placed-text.js";

/** A word between blanks, or as much of one as is a figure or is none. */
export interface Word extends TextRange {
  readonly text: string;
  readonly isFigure: boolean;
}

/** An amount as tables have it; a dash or a nought alone stands for nothing. */
const FIGURE = /^(?:-?\d[\d,]*\.\d+|0|[-—–/])$/u;

/** The word that begins at `start`, or what of it stands before `to`. */
export function wordAt(source: ScriptText, start: number, to: number): Word {
  let end = start + 1;
  while (end < to && !beginsWord(source, end)) end++;
  const text = source.text.slice(start, end);
  return { source, start, end, text, isFigure: FIGURE.test(text) };
}

export function wordsIn(source: ScriptText, from: number, to: number): readonly Word[] {
  const words: Word[] = [];
  for (let at = from; at < to; at = words.at(-1)?.end ?? to) words.push(wordAt(source, at, to));
  return words;
}

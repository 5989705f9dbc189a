import { sentencesIn } from "../../text/sentences.js";
import type { FoundPassage } from "../passages.js";
import type { TextRange } from "../words/placed-text.js";
import { type AmountToken, isAmount, smallTokens } from "../words/tokens.js";
import type { Script } from "./fault.js";

/** A sentence of the text with the amounts in it. */
export interface Sentence {
  readonly text: string;
  readonly mentions: readonly AmountToken[];
  /** the place of a part of it */
  at(start: number, end: number): TextRange;
}

/** The sentences of a document, by paragraphs. */
export function paragraphsOf({ narrative }: Script): readonly (readonly Sentence[])[] {
  return narrative.filter(({ passage }) => passage.kind === "paragraph").map(sentencesOf);
}

function sentencesOf({ source }: FoundPassage): readonly Sentence[] {
  return sentencesIn(source.text).map(({ from, to }) => {
    const text = source.text.slice(from, to);
    return {
      text,
      mentions: smallTokens(text).filter(isAmount),
      at: (start, end) => ({ source, start: from + start, end: from + end }),
    };
  });
}

export function isOf(unit: string): (mention: AmountToken) => boolean {
  return ({ amount }) => amount.unit === unit;
}

import { sentencesIn } from "../../text/sentences.js";
import type { FoundPassage } from "../passages.js";
import type { Stretch } from "../words/strip.js";
import { type Amount, smallTokens, type Token } from "../words/tokens.js";
import type { Script } from "./fault.js";

/** An amount of a sentence with its place. */
export interface Mention {
  readonly amount: Amount;
  /** as it is written */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A sentence of the text with the amounts in it. */
export interface Sentence {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** the place of a part of it */
  at(start: number, end: number): Stretch;
}

/** The sentences of a document, by paragraphs. */
export function paragraphsOf({ narrative }: Script): readonly (readonly Sentence[])[] {
  return narrative.filter(({ passage }) => passage.kind === "paragraph").map(sentencesOf);
}

function sentencesOf({ strip }: FoundPassage): readonly Sentence[] {
  return sentencesIn(strip.text).map(({ from, to }) => {
    const text = strip.text.slice(from, to);
    return {
      text,
      mentions: smallTokens(text).flatMap(mentionOf),
      at: (start, end) => ({ strip, start: from + start, end: from + end }),
    };
  });
}

function mentionOf({ amount, text, start, end }: Token): readonly Mention[] {
  return amount ? [{ amount, text, start, end }] : [];
}

export function isOf(unit: string): (mention: Mention) => boolean {
  return ({ amount }) => amount.unit === unit;
}

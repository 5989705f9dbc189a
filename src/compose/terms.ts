import type { Term } from "../model/pack.js";
import type { Block, Paragraph } from "../model/report.js";
import { wordsOf } from "../model/walk.js";
import { joined, ownWording, wordingOf } from "../model/wording.js";
import { paragraphOf } from "./narrative.js";
import { chineseNumeral } from "./numerals.js";

/** The terms that the blocks use, numbered, in the pack's order. */
export function termParagraphs(terms: readonly Term[], blocks: readonly Block[]): readonly Paragraph[] {
  const text = blocks.flatMap(wordsOf).join("\n");
  return terms
    .filter(({ term, usedAs = [term.text] }) => usedAs.some((word) => text.includes(word)))
    .map(({ term, says }, index) => {
      const number = ownWording(`${chineseNumeral(index + 1)}、`);
      return paragraphOf(joined([number, wordingOf(term), ownWording("："), wordingOf(says)]));
    });
}

import type { Certainty, Severity } from "../diagnostic/diagnostic.js";
import type { Code } from "../diagnostic/diagnostic-codes.js";
import type { Budget } from "../model/budget.js";
import type { Pack } from "../model/pack/pack.js";
import type { Passage } from "../model/passage.js";
import type { Report } from "../model/report.js";
import { stretchesWithin } from "../model/source.js";
import type { Quantity } from "../money/money.js";
import { plainText } from "../text/fold.js";

/** A passage as it reads, whatever its digits, letters and signs were typed as; its text is as long as the original's. */
export interface ReadPassage extends Passage {
  readonly original: Passage;
}

export interface Proof {
  readonly passages: readonly ReadPassage[];
  readonly budget: Budget;
  readonly pack: Pack;
}

/** What a rule looks at that knows where the words and figures of the document come from. */
export interface ReportProof extends Proof {
  readonly report: Report;
  /** the characters of a text that no font has */
  readonly missing: (text: string) => readonly string[];
  /** how an amount of so many 元 is quoted in the data, for what was typed where it should be */
  readonly quotes: (yuan: Quantity) => readonly string[];
}

/** A stretch of a passage that breaks a rule. */
export interface Finding {
  readonly passage: ReadPassage;
  readonly start: number;
  readonly end: number;
  /** one sentence in the officer's words */
  readonly message: string;
  /** what to do about it */
  readonly remedy: string;
}

/** Something every disclosure keeps to, or ought to where breaking it is a 警告. */
export interface Rule<Seen extends Proof = ReportProof> {
  readonly code: Code;
  readonly severity: Severity;
  /** one sentence in the officer's words */
  readonly says: string;
  readonly certainty: Certainty;
  /** the law, the standard or the practice it rests on */
  readonly basis: string;
  examine(proof: Seen): readonly Finding[];
}

export type Remarks = Pick<Finding, "message" | "remedy">;

/** What every rule is given, so that none is passed by in full-width digits. */
export function asItReads(original: Passage): ReadPassage {
  return { ...original, text: plainText(original.text), original };
}

/** Whether the officer wrote what is printed there, as a fact of the unit. */
export function isFact({ origins = [] }: Passage, at: number): boolean {
  return stretchesWithin(origins, at, at + 1).some(({ written }) => written.fact);
}

/** A finding for every match of `pattern` in the passages; `text` is what is searched, of the same length as theirs. */
export function matches(
  passages: readonly ReadPassage[],
  pattern: RegExp,
  remark: (found: string, passage: Passage) => Remarks,
  text: (passage: ReadPassage) => string = (passage) => passage.text,
): readonly Finding[] {
  return passages.flatMap((passage) => {
    const searched = text(passage);
    // most passages break no rule, and to look costs a fraction of what it takes to go through the matches
    if (searched.search(pattern) === -1) return [];
    return [...searched.matchAll(pattern)].map(({ index: start, 0: { length } }) => {
      const end = start + length;
      return { passage, start, end, ...remark(passage.original.text.slice(start, end), passage) };
    });
  });
}

/** Each name once, in quotation marks. */
export function quoted(names: readonly string[]): string {
  return [...new Set(names)].map((name) => `“${name}”`).join("");
}

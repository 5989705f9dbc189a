import type { Certainty, Place, Severity } from "../diagnostic/diagnostic.js";
import type { Code } from "../diagnostic/diagnostic-codes.js";
import type { Budget, CodeLists } from "../model/budget.js";
import type { Books } from "../model/ledger.js";
import type { Pack } from "../model/pack/pack.js";
import type { LineNote } from "./notes.js";

/** What rules look at: one disclosure, after its ledger is known and before a word of it is composed. */
export interface LedgerFacts extends Pick<Pack, "facts" | "measures" | "statutory" | "money" | "compared"> {
  readonly budget: Budget;
  readonly codes: CodeLists;
  readonly books: Books;
  /** last year's budget, where its data file lies beside this one; the books then answer for it */
  readonly lastYear: Budget | undefined;
}

export type RuleCode = Extract<Code, `勾稽/${string}`>;

/** 勾稽关系: something that holds in every disclosure that may be printed, or whose breach is worth a second look. */
export interface LedgerRule {
  readonly code: RuleCode;
  readonly severity: Severity;
  /** whether it holds for each unit of a department by itself, and not only for all of them together */
  readonly perUnit?: true;
  /** whether what breaks the rules of comparison is told no more where it does not hold, as it follows from that */
  readonly first?: true;
  /** what must hold, in the officer's words */
  readonly says: string;
  readonly certainty: Certainty;
  /** the regulation it rests on; begins with 实务 where it is practice, and says 未核对 of what nobody has checked */
  readonly basis: string;
  /** where it does not hold; nothing where it does */
  examine(facts: LedgerFacts): Breach | undefined | readonly (Breach | undefined)[];
}

export interface Breach {
  readonly message: string;
  readonly place: Place | undefined;
  /** what must hold here, where the rule says it of many things at once */
  readonly holds?: string;
  /** both sides and the lines they are made of, a note each */
  readonly figures?: readonly LineNote[];
  readonly remedy: string;
  /** whether this year's amounts are wrong, so that what breaks the rules of sums follows from it, too */
  readonly spoilsSums?: boolean;
  /** rules of which nothing is said for the same unit, as breaking them follows from this */
  readonly explains?: readonly RuleCode[];
  /** whether the officer can say that nothing is wrong all the same, though it is an error */
  readonly confirmable?: boolean;
}

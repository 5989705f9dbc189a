import type { Account, Figure, Ledger, LedgerLine, Where } from "./ledger.js";
import type { Measure } from "./pack.js";

/** A ledger that answers by 口径, for this year and for the last. */
export interface Books {
  readonly ledger: Ledger;
  /** what belongs to one unit of a department, this year */
  ofUnit(code: string): Books;
  /** lines of the accounts that meet every one of the conditions, and as gaps those that may, once they are filled in */
  lines(accounts: readonly Account[], ...conditions: readonly Where[]): readonly LedgerLine[];
  /** what the measure comes to this year, in 元 or in pieces */
  figure(measure: Measure): Figure;
  /** what it came to last year; undefined where nobody has said it */
  lastYear(measure: Measure): Figure | undefined;
}

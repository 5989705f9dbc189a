import type { Books } from "../model/books.js";
import type { Budget, CodeLists } from "../model/budget.js";
import type { Measure } from "../model/pack.js";
import { openBooks } from "./books.js";
import { deriveLedger } from "./ledger.js";

/** A year's facts, and what its codes mean. */
interface Year {
  readonly budget: Budget;
  readonly codes: CodeLists;
}

/** The books of a year by the pack's measures; last year's are of its own facts, or else of what the year says of it. */
export function booksOf(
  { budget, codes }: Year,
  lastYear: Year | undefined,
  measures: ReadonlyMap<string, Measure>,
): Books {
  const before = lastYear && deriveLedger(lastYear.budget, lastYear.codes);
  return openBooks(deriveLedger(budget, codes), measures, before, budget.lastYear.figures);
}

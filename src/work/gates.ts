import { check } from "../check/check.js";
import { quotesOfAmounts } from "../compose/quotes.js";
import { compose } from "../compose/report.js";
import { openBooks } from "../derive/books.js";
import { deriveLedger } from "../derive/ledger.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { LeftOut } from "../diagnostic/telling.js";
import type { Books } from "../model/ledger.js";
import type { Report } from "../model/report.js";
import { proofread } from "../proofread/proofread.js";
import type { Disclosure } from "../validate/disclosure.js";
import type { Setting, Step } from "./build.js";
import { isConfirmedIn, withoutConfirmed } from "./confirmations.js";

export interface Passed {
  readonly books: Books;
  readonly report: Report;
  /** what was found wrong with the files, then what each gate has found, without the warnings that are confirmed */
  readonly found: readonly Diagnostic[];
  /** the gates that were left out, as the officer calls them */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Puts a disclosure through all that stands before its printing: its books are kept, what they say is held against the
 * rules of articulation (勾稽), the report is composed, and its words are read (校对). Nothing that a gate finds stops
 * it; who prints decides what may be wrong. But two gates are left out where what they found would only repeat what is
 * known: amounts with gaps or faults among them balance with nothing, so there is no 勾稽 of data with errors; and a
 * report in which something is missing is not read.
 */
export async function passGates(
  disclosure: Disclosure,
  { program, step }: Pick<Setting, "program" | "step">,
): Promise<Passed> {
  const { year, pack, found } = disclosure;
  const { missing } = program.fonts;
  const isFaulty = found.some(({ severity }) => severity === "错误");
  const { books, breaches } = await (isFaulty
    ? { books: keepBooks(disclosure), breaches: [] }
    : checkBooks(disclosure, step));
  const isConfirmed = isConfirmedIn(year.budget);
  const unconfirmed = breaches.filter((each) => !isConfirmed(each));
  // whether the unit has 机关运行经费, and so a change of it, depends on its kind
  const isOfOtherKind = unconfirmed.some(({ code }) => code === "勾稽/单位性质");
  const operating = pack.statutory.get("机关运行经费")?.name;
  const aside = new Set(isOfOtherKind && operating !== undefined ? [operating] : []);
  const { report, diagnostics } = await step("成文", "说明和附表", () =>
    compose(year.budget, books, pack, aside),
  );
  // where the years are counted otherwise, no comparison says anything
  const incomparable = unconfirmed.some((each) => each.first);
  const unexplained = incomparable
    ? diagnostics.filter(({ code }) => !code.startsWith("口径/"))
    : diagnostics;
  const isWhole =
    !isFaulty && !incomparable && !isOfOtherKind && diagnostics.every(({ code }) => code === "口径/多余原因");
  const quotes = quotesOfAmounts({ budget: year.budget, books, pack });
  const read = () => proofread({ report, budget: year.budget, pack, missing, quotes });
  const slips = isWhole ? await step("校对", "文字、合计、缺字", read) : [];
  const leftOut = [...(isFaulty ? (["勾稽"] as const) : []), ...(isWhole ? [] : (["校对"] as const))];
  const all = [...found, ...breaches, ...unexplained, ...slips];
  return { books, report, found: withoutConfirmed(all, year.budget, leftOut.length === 0), leftOut };
}

/** The first of the gates by itself: the books of a disclosure without errors, and the rules that they break. */
async function checkBooks(
  disclosure: Disclosure,
  step: Step,
): Promise<{ readonly books: Books; readonly breaches: readonly Diagnostic[] }> {
  const { year, pack } = disclosure;
  const lastYear = comparedYear(disclosure);
  const books = await step("记账", pack.name, () => keepBooks(disclosure));
  const breaches = await step("勾稽", "收支、资金、科目、项目、上年", () =>
    check(
      {
        ...year,
        books,
        lastYear: lastYear?.budget,
        facts: pack.facts,
        measures: pack.measures,
        statutory: pack.statutory,
        money: pack.money,
        compared: pack.compared,
      },
      isConfirmedIn(year.budget),
    ),
  );
  return { books, breaches };
}

/** Last year's data, where the figures that are compared are those of it. */
function comparedYear({ year, lastYear }: Disclosure): Disclosure["lastYear"] {
  return year.budget.lastYear.restated ? undefined : lastYear;
}

/** The books of a year, with last year's from its data or else from what is written of it. */
export function keepBooks(disclosure: Disclosure): Books {
  const { year, pack } = disclosure;
  const lastYear = comparedYear(disclosure);
  const before = lastYear && deriveLedger(lastYear.budget, lastYear.codes);
  const ledger = deriveLedger(year.budget, year.codes);
  return openBooks(ledger, pack.measures, before, year.budget.lastYear.figures);
}

/** The books of the year before by itself, where there is its data. */
export function booksBefore({ lastYear, pack }: Disclosure): Books | undefined {
  if (!lastYear) return undefined;
  const { budget, codes } = lastYear;
  return openBooks(deriveLedger(budget, codes), pack.measures, undefined, budget.lastYear.figures);
}

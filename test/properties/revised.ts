import fc from "fast-check";
import type { BudgetFacts, Line, Money } from "./facts.js";
import { changed } from "./last-year.js";
import type { Cents } from "./money.js";
import { word } from "./words.js";

/** What is corrected after publication: the amount of a line with that of the revenue it is paid from, or a word. */
export interface Revision {
  readonly amount: boolean;
  /** which of the lines or words */
  readonly at: number;
  readonly cents: Cents;
  readonly word: string;
}

export const revisions: fc.Arbitrary<Revision> = fc.record({
  amount: fc.boolean(),
  at: fc.nat(999),
  cents: fc.bigInt({ min: 1n, max: 10_000_000n }),
  word: word(1, 8),
});

/** The same budget, corrected; what has changed against last year has its reason. */
export function revised(facts: BudgetFacts, revision: Revision): BudgetFacts {
  const now = revision.amount ? withAmount(facts, revision) : withWord(facts, revision);
  const [reason = revision.word] = facts.reasons.values();
  return { ...now, reasons: new Map(changed(now, now.lastYear).map((name) => [name, reason])) };
}

function withAmount(facts: BudgetFacts, { at, cents }: Revision): BudgetFacts {
  const { basic, projects, revenue } = facts;
  const lines = [...basic, ...projects.flatMap((project) => project.lines)];
  const line = lines[at % lines.length];
  const source = revenue.find((each) => line && isSameMoney(each, line));
  const more = <T extends Money>(each: T): T => ({ ...each, cents: each.cents + cents });
  const edit = (each: Line): Line => (each === line ? more(each) : each);
  return {
    ...facts,
    basic: basic.map(edit),
    projects: projects.map((project) => ({ ...project, lines: project.lines.map(edit) })),
    revenue: revenue.map((each) => (each === source ? more(each) : each)),
  };
}

function isSameMoney(one: Money, other: Money): boolean {
  return one.fund === other.fund && one.appropriation === other.appropriation && one.old === other.old;
}

function withWord(facts: BudgetFacts, { at, word }: Revision): BudgetFacts {
  const { unit, projects } = facts;
  const edits: readonly BudgetFacts[] = [
    { ...facts, unit: { ...unit, name: `${word}${unit.name}` } },
    { ...facts, unit: { ...unit, duties: `${unit.duties}${word}` } },
    { ...facts, unit: { ...unit, offices: [...unit.offices, `${word}新设处室`] } },
    ...projects.map((project, index) => {
      const renamed = { ...project, name: `${project.name}${word}` };
      return { ...facts, projects: projects.with(index, renamed) };
    }),
  ];
  return edits[at % edits.length] ?? facts;
}

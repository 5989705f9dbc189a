import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Code } from "../diagnostic/diagnostic-codes.js";
import { consolidated } from "../model/consolidation.js";
import { foundFrom } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";
import { COMPARING_RULES, LEDGER_RULES, SUMMING_RULES } from "./rules.js";

/**
 * Every breach of every rule, but what follows from one that is told first. What the officer has confirmed explains
 * nothing but that the years differ so much.
 */
export function check(
  facts: LedgerFacts,
  isConfirmed: (found: Diagnostic) => boolean = () => false,
): readonly Diagnostic[] {
  const files = new Set(consolidated(facts.budget).map(({ lastYear }) => lastYear.place.file));
  const all = LEDGER_RULES.flatMap((rule) =>
    (rule.perUnit ? unitFacts(facts) : [facts]).flatMap((each) =>
      [rule.examine(each)]
        .flat()
        .filter((finding) => finding !== undefined)
        .map((finding) => ({
          found: diagnosis(rule, named(finding, each, facts), each, files),
          unit: each.budget.unit.code,
          spoilsSums: finding.spoilsSums ?? false,
          explains: finding.explains ?? [],
        })),
    ),
  );
  const first = all.filter(({ found }) => found.first);
  const causes = first.filter(({ found }) => !isConfirmed(found));
  const following = new Set<Code>([
    ...(first.length > 0 ? (["勾稽/金额单位"] as const) : []),
    ...(causes.length > 0 ? COMPARING : []),
    ...(causes.some(({ spoilsSums }) => spoilsSums) ? SUMMING : []),
  ]);
  const explained = new Set(
    all.flatMap(({ found, unit, explains }) =>
      isConfirmed(found) ? [] : explains.map((code) => `${unit} ${code}`),
    ),
  );
  return all.flatMap(({ found, unit }) =>
    following.has(found.code) || explained.has(`${unit} ${found.code}`) ? [] : [found],
  );
}

const COMPARING: readonly Code[] = COMPARING_RULES.map(({ code }) => code);
const SUMMING: readonly Code[] = SUMMING_RULES.map(({ code }) => code);

/** What rules see of each unit of a department by itself. */
function unitFacts(facts: LedgerFacts): readonly LedgerFacts[] {
  const { budget, books } = facts;
  if (!budget.department) return [facts];
  return consolidated(budget).map((unit) => ({
    ...facts,
    budget: { ...unit, units: [] },
    books: books.ofUnit(unit.unit.code),
  }));
}

/** In a department's disclosure it must be said whose fault it is; its confirmation is the same in the unit's own. */
function named(
  finding: Breach,
  { budget: { unit } }: LedgerFacts,
  { budget }: LedgerFacts,
): Breach & Pick<Diagnostic, "about"> {
  const { message, figures = [] } = finding;
  const about = [message, ...figures.flatMap(({ sum = [] }) => sum)].join("\n");
  if (!budget.department || unit === budget.unit) return { ...finding, about };
  return { ...finding, message: `${unit.name.text}（${unit.code}）：${message}`, about };
}

/** Figures tell the lines of the data that they sum; beside a place that is not in the data they say whose lines they are. */
function diagnosis(
  rule: LedgerRule,
  finding: ReturnType<typeof named>,
  { budget }: LedgerFacts,
  files: ReadonlySet<string>,
): Diagnostic {
  const { message, about, place, holds, figures = [], remedy, confirmable } = finding;
  const { severity, code, first, says, basis } = rule;
  const data = budget.lastYear.place.file;
  const isElsewhere = figures.length > 0 && place !== undefined && !files.has(place.file);
  const home = place && !isElsewhere ? place.file : data;
  const whose = budget.department ? "没有写文件的，是" : "是";
  const notes = [
    `规则：${holds ?? says}`,
    `依据：${basis}`,
    ...(isElsewhere ? [`下面各笔的行号，${whose} ${data} 里的`] : []),
    ...figures.map((shown) => shown(foundFrom(home))),
    `怎么改：${remedy}`,
  ];
  return {
    severity,
    code,
    message,
    ...(about !== undefined && { about }),
    ...(place && { place }),
    ...(first && { first }),
    ...(confirmable && { confirmable: true as const }),
    notes,
  };
}

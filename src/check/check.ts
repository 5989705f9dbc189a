import type { Diagnostic } from "../diagnostic.js";
import type { Facts, Finding, Rule } from "./rule.js";
import { RULES } from "./rules.js";

/** Every breach of every rule. */
export function check(facts: Facts): readonly Diagnostic[] {
  const data = facts.budget.lastYear.place.file;
  return RULES.flatMap((rule) => rule.examine(facts).map((finding) => diagnosis(rule, finding, data)));
}

/** Figures tell the lines of the data that they sum; beside a place in another file they say whose lines they are. */
function diagnosis(rule: Rule, finding: Finding, data: string): Diagnostic {
  const { message, place, holds, figures = [], remedy } = finding;
  const { severity, code, says, basis } = rule;
  const isElsewhere = figures.length > 0 && place !== undefined && place.file !== data;
  const notes = [
    `规则：${holds ?? says}`,
    `依据：${basis}`,
    ...(isElsewhere ? [`下面各笔的行号，是 ${data} 里的`] : []),
    ...figures,
    `怎么改：${remedy}`,
  ];
  return { severity, code, message, ...(place && { place }), notes };
}

import type { Diagnostic } from "../diagnostic.js";
import type { Facts, Finding, Rule } from "./rule.js";
import { RULES } from "./rules.js";

/** Every breach of every rule. */
export function check(facts: Facts): readonly Diagnostic[] {
  return RULES.flatMap((rule) => rule.examine(facts).map((finding) => diagnosis(rule, finding)));
}

function diagnosis(rule: Rule, { message, place, figures = [], remedy }: Finding): Diagnostic {
  const { severity, code, says, basis } = rule;
  const notes = [`规则：${says}`, `依据：${basis}`, ...figures, `怎么改：${remedy}`];
  return { severity, code, message, ...(place && { place }), notes };
}

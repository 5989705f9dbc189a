import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { refuseOnError } from "../../diagnostic/refusal.js";
import type { Budget, CodeList, CodeLists } from "../../model/budget.js";
import { gapPaths } from "../../model/gap.js";
import type { AskedFact } from "../../model/pack/asked-fact.js";
import type { Source } from "../../model/source.js";
import { gapProblems } from "../schema/gaps.js";
import { checkShape } from "../schema/shape.js";
import { codeAndName } from "./code-uses.js";
import { checkCodes } from "./codes.js";
import { cutTexts } from "./cut-texts.js";
import { decodeBudget } from "./decode.js";
import { miswrittenCodes } from "./miswritten-codes.js";
import { withNames } from "./named-codes.js";
import { checkReferences } from "./references.js";

export interface ValidBudget {
  readonly budget: Budget;
  readonly warnings: readonly Diagnostic[];
}

/**
 * The budget that a data file says, checked against its JSON Schema, the code lists and itself; throws one Refusal
 * with all that was found when any of it is an error.
 */
export function validateBudget(
  source: Source,
  schema: object,
  codes: CodeLists,
  asked: readonly AskedFact[] = [],
): ValidBudget {
  const warnings = refuseOnError(budgetProblems(source, schema, codes));
  return { budget: decodeBudget(source, codes, asked), warnings };
}

/** All that is wrong with a data file in itself: what is still to be filled in is that and nothing else. */
export function budgetProblems(source: Source, schema: object, codes: CodeLists): readonly Diagnostic[] {
  const named = withNames(codes, [source]);
  const miswritten = miswrittenCodes(source, named);
  const cut = cutTexts(source, schema);
  const told = [...gapPaths(source.value), ...miswritten.paths, ...cut.paths];
  return [
    ...gapProblems(source, schema, (key, text) => withName(named, key, text)),
    ...checkShape(source, schema, { gaps: told }),
    ...checkReferences(source),
    ...cut.problems,
    ...miswritten.problems,
    ...checkCodes(source, codes),
  ];
}

/** A code with its name, anything else as it is. */
function withName({ functional, departmental, governmental }: CodeLists, key: string, text: string): string {
  const lists: Readonly<Record<string, CodeList>> = {
    ...{ 功能科目: functional, 列示科目: functional, 经济科目: departmental, 政府经济科目: governmental },
  };
  const list = lists[key];
  return list ? codeAndName(list, text) : text;
}

import { type Diagnostic, refuseOnError } from "../diagnostic.js";
import type { Budget, CodeLists } from "../model/budget.js";
import type { Source } from "../model/source.js";
import { checkCodes } from "./codes.js";
import { decodeBudget } from "./decode.js";
import { checkReferences } from "./references.js";
import { checkShape } from "./shape.js";

export interface ValidBudget {
  readonly budget: Budget;
  readonly warnings: readonly Diagnostic[];
}

/**
 * The budget that a data file says, checked against its JSON Schema, the code lists and itself; throws one Refusal
 * with all that was found when any of it is an error.
 */
export function validateBudget(source: Source, schema: object, codes: CodeLists): ValidBudget {
  const warnings = refuseOnError([
    ...checkShape(source, schema),
    ...checkReferences(source),
    ...checkCodes(source, codes),
  ]);
  return { budget: decodeBudget(source, codes), warnings };
}

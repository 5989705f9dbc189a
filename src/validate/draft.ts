import { type Diagnostic, Refusal } from "../../diagnostic.js";
import type { Schemas, Sources, YearSources } from "../../model/sources.js";
import { checkPackYear, type ValidYear, validateYear } from "../disclosure.js";
import { checkMeasureNames } from "../pack/measure-names.js";
import { validatePack } from "../pack/pack.js";
import { budgetProblems } from "./budget.js";
import { validateCodeLists } from "./code-lists.js";
import { consolidationProblems, together } from "./consolidation.js";
import { decodeBudget } from "./decode.js";
import { repair } from "./repair.js";
import { withUnsaid } from "./unsaid.js";

/** What a draft is made from, with all that is wrong with it. */
export interface DraftDisclosure {
  readonly year: ValidYear;
  readonly lastYear: ValidYear | undefined;
  readonly pack: ReturnType<typeof validatePack>;
  readonly problems: readonly Diagnostic[];
}

/**
 * The budget and the pack as far as the files say them: what is wrong with the data is reported and left out. Throws a
 * Refusal where the pack is faulty, or the data too faulty to print anything.
 */
export function validateDraft(sources: Sources, schemas: Schemas): DraftDisclosure {
  const { data, lastYear: before } = sources;
  const codes = validateCodeLists(data.codes, schemas);
  const pack = validatePack(sources.pack, schemas, codes);
  const files = [data.file, ...data.units];
  const problems = [
    ...sources.problems,
    ...files.flatMap((file) => budgetProblems(file, schemas.budget, codes)),
  ];
  const mended = repair(data.file, schemas.budget);
  if (!mended) throw new Refusal(problems);
  const repaired = data.units.map((unit) => ({ unit, mended: repair(unit, schemas.budget) }));
  const units = repaired.flatMap(({ mended }) => mended ?? []);
  const budget = together(
    withUnsaid(decodeBudget(mended, codes), data.file),
    repaired.flatMap(({ unit, mended }) => (mended ? withUnsaid(decodeBudget(mended, codes), unit) : [])),
  );
  const { lastYear, refused } = validateBefore(before, schemas);
  return {
    year: { budget, codes, warnings: [] },
    lastYear,
    pack,
    problems: [
      ...problems,
      ...consolidationProblems(mended, units, budget),
      ...refused,
      ...checkMeasureNames(mended, pack.measures),
      ...checkPackYear(data.file, budget.year, pack),
    ],
  };
}

/** Without last year's data nothing can be compared, but all else can be seen. */
function validateBefore(
  before: YearSources | undefined,
  schemas: Schemas,
): { readonly lastYear: ValidYear | undefined; readonly refused: readonly Diagnostic[] } {
  try {
    return { lastYear: before && validateYear(before, schemas), refused: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { lastYear: undefined, refused: error.diagnostics };
  }
}

import { orElse, Refusal } from "../diagnostic/refusal.js";
import type { Schemas, Sources } from "../model/sources.js";
import { budgetProblems } from "./budget/budget.js";
import { validateCodeLists } from "./budget/code-lists.js";
import { consolidationProblems, together } from "./budget/consolidation.js";
import { decodeBudget } from "./budget/decode.js";
import { checkDocumentCodes } from "./budget/document-codes.js";
import { withNames } from "./budget/named-codes.js";
import { repair } from "./budget/repair.js";
import { withUnsaid } from "./budget/unsaid.js";
import { dataForms } from "./data-form.js";
import { type Disclosure, fitsPack, ofPresent, validateLastYear } from "./disclosure.js";
import { leftOutValues } from "./pack/left-out.js";
import { validatePack } from "./pack/pack.js";
import { checkQuotes } from "./quotes.js";
import { checkStatedFacts } from "./stated-facts.js";

/**
 * The budget and the pack as far as the files say them: what is wrong with the data is reported and left out. Throws a
 * Refusal where the pack is faulty, or the data too faulty to print anything.
 */
export function validateDraft(sources: Sources, schemas: Schemas): Disclosure {
  const { data, lastYear: before } = sources;
  const listed = validateCodeLists(data.codes, schemas);
  const files = [data.own, ...data.units];
  const codes = withNames(listed, files);
  const pack = validatePack(sources.pack, schemas, listed);
  const { year, before: formBefore } = dataForms(sources, schemas);
  const problems = [
    ...sources.problems,
    ...leftOutValues(sources.pack),
    ...files.flatMap((file) => budgetProblems(file, year.schema, listed)),
    ...checkDocumentCodes(files, listed),
  ];
  const mended = repair(data.own, year.schema);
  if (!mended) throw new Refusal(problems);
  const repaired = data.units.map((unit) => ({ unit, mended: repair(unit, year.schema) }));
  const units = repaired.flatMap(({ mended }) => mended ?? []);
  const budget = together(
    withUnsaid(decodeBudget(mended, codes, year.asked), data.own),
    repaired.flatMap(({ unit, mended }) =>
      mended ? withUnsaid(decodeBudget(mended, codes, year.asked), unit) : [],
    ),
  );
  // without last year's data nothing can be compared, but all else can be seen
  const { lastYear, refused } = orElse(
    () => ({
      lastYear: before && ofPresent(validateLastYear(before, schemas, formBefore), budget),
      refused: [],
    }),
    (refused) => ({ lastYear: undefined, refused }),
  );
  const found = [
    ...problems,
    ...consolidationProblems(mended, units, budget),
    ...refused,
    ...fitsPack(mended, budget.year, pack),
    ...checkStatedFacts(budget, pack.facts),
    ...checkQuotes({ budget, lastYear: lastYear?.budget, measures: pack.measures }),
  ];
  return { year: { budget, codes }, lastYear, pack, found };
}

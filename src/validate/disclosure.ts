import { type Diagnostic, problem } from "../diagnostic/diagnostic.js";
import { collectRefusals, orElse, Refusal, refuseOnError } from "../diagnostic/refusal.js";
import type { Budget, CodeLists } from "../model/budget.js";
import { underPresentCodes } from "../model/consolidation.js";
import type { Pack } from "../model/pack/pack.js";
import type { Source } from "../model/source.js";
import type { Schemas, Sources, YearSources } from "../model/sources.js";
import { type ValidBudget, validateBudget } from "./budget/budget.js";
import { validateCodeLists } from "./budget/code-lists.js";
import { consolidate } from "./budget/consolidation.js";
import { checkDocumentCodes } from "./budget/document-codes.js";
import { withNames } from "./budget/named-codes.js";
import { type DataForm, dataForms } from "./data-form.js";
import { leftOutValues } from "./pack/left-out.js";
import { checkMeasureNames } from "./pack/measure-names.js";
import { validatePack } from "./pack/pack.js";
import { checkQuotedMeasures, checkQuotes } from "./quotes.js";
import { checkStatedFacts } from "./stated-facts.js";

/** What a disclosure is made from, as its files say it. */
export interface Disclosure {
  readonly year: YearBudget;
  readonly lastYear: YearBudget | undefined;
  readonly pack: Pack;
  /** what is wrong with the files: errors only in a draft */
  readonly found: readonly Diagnostic[];
}

/** The budget of a year, a department's with its units in it, and the code lists that it was held against. */
export interface YearBudget {
  readonly budget: Budget;
  readonly codes: CodeLists;
}

/** The budget and the pack that the files say; throws one Refusal with the faults of all of them. */
export function validateDisclosure(sources: Sources, schemas: Schemas): Disclosure {
  const { data, lastYear: before } = sources;
  const listed = validateCodeLists(data.codes, schemas);
  const forms = dataForms(sources, schemas);
  const packOf = () => validatePack(sources.pack, schemas, listed);
  const [{ budget, codes, warnings }, decoded, pack, doubts] = orElse(
    () =>
      collectRefusals(
        () => validateYear(data, listed, forms.year, checkDocumentCodes([data.own, ...data.units], listed)),
        () => before && validateLastYear(before, schemas, forms.before),
        packOf,
        () => refuseOnError(sources.problems),
      ),
    (refused) => {
      // names that no pack has are told in the same run as what else is wrong
      const names =
        orElse(() => {
          const { measures } = packOf();
          return [...checkMeasureNames(data.own, measures), ...checkQuotedMeasures(data.own, measures)];
        }) ?? [];
      throw new Refusal([...refused, ...names]);
    },
  );
  const lastYear = decoded && ofPresent(decoded, budget);
  const unfit = [
    ...fitsPack(data.own, budget.year, pack),
    ...checkStatedFacts(budget, pack.facts),
    ...checkQuotes({ budget, lastYear: lastYear?.budget, measures: pack.measures }),
  ];
  return {
    year: { budget, codes },
    lastYear,
    pack,
    found: refuseOnError([...doubts, ...leftOutValues(sources.pack), ...warnings, ...unfit]),
  };
}

/** The budget of last year, of which only figures are printed, and no names of codes: what would be warned of in it has been before. */
export function validateLastYear(before: YearSources, schemas: Schemas, form: DataForm): YearBudget {
  const { budget, codes } = validateYear(before, validateCodeLists(before.codes, schemas), form, []);
  return { budget, codes };
}

/** Last year's budget, as this year's knows its units. */
export function ofPresent(lastYear: YearBudget, now: Budget): YearBudget {
  return { ...lastYear, budget: underPresentCodes(lastYear.budget, now) };
}

function validateYear(
  { own, units }: YearSources,
  listed: CodeLists,
  { schema, asked }: DataForm,
  found: readonly Diagnostic[],
): ValidBudget & YearBudget {
  const { budget, warnings } = orElse(
    () => consolidate(own, units, (each) => validateBudget(each, schema, listed, asked)),
    (refused) => {
      throw new Refusal([...refused, ...found]);
    },
  );
  return {
    budget,
    codes: withNames(listed, [own, ...units]),
    warnings: refuseOnError([...warnings, ...found]),
  };
}

/** What of the data is not for the pack: names that it has no measures for, and the year. */
export function fitsPack(file: Source, year: number, pack: Pack): readonly Diagnostic[] {
  return [...checkMeasureNames(file, pack.measures), ...checkPackYear(file, year, pack)];
}

/** Whether the pack is meant for the year of the data. */
export function checkPackYear(file: Source, year: number, { name, years }: Pack): readonly Diagnostic[] {
  if (year >= years.from && year <= years.to) return [];
  const message = `版式“${name}”不适用于 ${year} 年`;
  return [problem("数据/取值", message, file.placeOf(["年度"]), "怎么改：核对“年度”和“版式”")];
}

import { collectRefusals, type Diagnostic, problem, refuseOnError } from "../diagnostic.js";
import type { Budget, CodeLists } from "../model/budget.js";
import type { Pack } from "../model/pack.js";
import type { Source } from "../model/source.js";
import type { Schemas, Sources, YearSources } from "../model/sources.js";
import { validateBudget } from "./budget/budget.js";
import { validateCodeLists } from "./budget/code-lists.js";
import { consolidate } from "./budget/consolidation.js";
import { checkMeasureNames } from "./pack/measure-names.js";
import { validatePack } from "./pack/pack.js";

/** What a disclosure is made from, once nothing in its files is wrong. */
export interface Disclosure {
  readonly year: ValidYear;
  readonly lastYear: ValidYear | undefined;
  readonly pack: Pack;
  readonly warnings: readonly Diagnostic[];
}

export interface ValidYear {
  readonly budget: Budget;
  readonly codes: CodeLists;
  readonly warnings: readonly Diagnostic[];
}

/** The budget and the pack that the files say; throws one Refusal with the faults of all of them. */
export function validateDisclosure(sources: Sources, schemas: Schemas): Disclosure {
  const { data, lastYear: before } = sources;
  const codes = validateCodeLists(data.codes, schemas);
  const [year, lastYear, pack] = collectRefusals(
    () => validateYear(data, schemas),
    () => before && validateYear(before, schemas),
    () => validatePack(sources.pack, schemas, codes),
    () => refuseOnError(sources.problems),
  );
  const unfit = [
    ...checkMeasureNames(data.file, pack.measures),
    ...checkPackYear(data.file, year.budget.year, pack),
  ];
  return { year, lastYear, pack, warnings: refuseOnError([...year.warnings, ...unfit]) };
}

/** The budget that the data of one year says, a department's with its units in it; throws a Refusal. */
export function validateYear({ file, units, codes }: YearSources, schemas: Schemas): ValidYear {
  const lists = validateCodeLists(codes, schemas);
  const valid = consolidate(file, units, (each) => validateBudget(each, schemas.budget, lists));
  return { ...valid, codes: lists };
}

/** Whether the pack is meant for the year of the data. */
export function checkPackYear(file: Source, year: number, { name, years }: Pack): readonly Diagnostic[] {
  if (year >= years.from && year <= years.to) return [];
  const message = `版式“${name}”不适用于 ${year} 年`;
  return [problem("数据/取值", message, file.placeOf(["年度"]), "怎么改：核对“年度”和“版式”")];
}

import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { CodeListSources } from "./budget.js";
import type { PackSources } from "./pack/pack.js";
import type { Source } from "./source.js";

/** Everything that one disclosure is made from, as it was read. */
export interface Sources {
  readonly data: YearSources;
  /** where last year's data lies beside this year's */
  readonly lastYear: YearSources | undefined;
  readonly pack: PackSources;
  /** what is wrong with the choice of files */
  readonly problems: readonly Diagnostic[];
}

/** A budget's data, and that of the units that are consolidated in it, with the code lists of its year. */
export interface YearSources {
  /** the file of the unit or the department itself */
  readonly own: Source;
  /** in order of code, each once */
  readonly units: readonly Source[];
  readonly codes: CodeListSources;
}

/** The JSON Schemas that the files are held against. */
export interface Schemas {
  readonly budget: object;
  readonly codeList: object;
  readonly correspondence: object;
  readonly bureauCodes: object;
  readonly pack: object;
  readonly measures: object;
  readonly table: object;
  readonly terms: object;
  readonly detailLists: object;
  readonly record: object;
}

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compose } from "../../src/compose/report.js";
import { openBooks } from "../../src/derive/books.js";
import { deriveLedger } from "../../src/derive/ledger.js";
import type { Budget } from "../../src/model/budget.js";
import type { Ledger } from "../../src/model/ledger.js";
import type { Report } from "../../src/model/report.js";
import type { DataFile } from "../../src/read/data-files.js";
import { readSchemas, readSources } from "../../src/read/sources.js";
import { validateDisclosure } from "../../src/validate/disclosure.js";
import { PROGRAM } from "../project.js";

export interface Composed {
  readonly budget: Budget;
  readonly ledger: Ledger;
  readonly report: Report;
}

const schemas = readSchemas(PROGRAM);

/** The report that the project's data would make if its text were this one; nothing of it is checked or proofread. */
export function composed(project: string, data: DataFile, text: string): Composed {
  writeFileSync(join(project, data.file), text);
  const { year, pack } = validateDisclosure(readSources(PROGRAM, project, data), schemas);
  const ledger = deriveLedger(year.budget, year.codes);
  const books = openBooks(ledger, pack.measures, undefined, year.budget.lastYear.figures);
  return { budget: year.budget, ledger, report: compose(year.budget, books, pack).report };
}

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { quotesOfAmounts } from "../../src/compose/quotes.js";
import { compose } from "../../src/compose/report.js";
import { openBooks } from "../../src/derive/books.js";
import { deriveLedger } from "../../src/derive/ledger.js";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { chooseDataFiles } from "../../src/project/data-files.js";
import { readSchemas, readSources } from "../../src/project/sources.js";
import { proofread } from "../../src/proofread/proofread.js";
import { validateDisclosure } from "../../src/validate/disclosure.js";
import { makeProject, PROGRAM, program } from "../project.js";

const { missing } = program.fonts;
const schemas = readSchemas(PROGRAM);

/** A change to a file of a project: a text that occurs in it just once, and what stands there instead. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** What proofreading gets of the newest disclosure in `project`. */
export function copyOf(project: string) {
  const [data] = chooseDataFiles(project, {});
  if (!data) throw new Error(`no data in ${project}`);
  const sources = readSources(PROGRAM, project, data);
  const { year, lastYear, pack } = validateDisclosure(sources, schemas);
  const before = lastYear && deriveLedger(lastYear.budget, lastYear.codes);
  const ledger = deriveLedger(year.budget, year.codes);
  const books = openBooks(ledger, pack.measures, before, year.budget.lastYear.figures);
  const { report } = compose(year.budget, books, pack);
  const quotes = quotesOfAmounts({ budget: year.budget, books, pack });
  return { report, budget: year.budget, pack, missing, quotes };
}

/** What proofreading finds in a copy of the sample with the edits. */
export function foundAfter(edits: readonly Edit[]): readonly Diagnostic[] {
  return proofread(copyOf(edited(edits)));
}

/** A copy of the sample's project, or of the one in `folder`, with the edits. */
export function edited(edits: readonly Edit[], folder = PROGRAM): string {
  const project = makeProject(folder);
  for (const { file, find, replace } of edits) {
    const path = join(project, file);
    const parts = readFileSync(path, "utf8").split(find);
    if (parts.length !== 2) throw new Error(`“${find}” occurs ${parts.length - 1} times in ${file}`);
    writeFileSync(path, parts.join(replace));
  }
  return project;
}

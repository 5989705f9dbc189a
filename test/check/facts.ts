import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LedgerFacts } from "../../src/check/rule.js";
import { openBooks } from "../../src/derive/books.js";
import { deriveLedger } from "../../src/derive/ledger.js";
import { chooseDataFiles } from "../../src/project/data-files.js";
import { readSchemas, readSources } from "../../src/project/sources.js";
import { validateDisclosure } from "../../src/validate/disclosure.js";
import { makeProject, PROGRAM } from "../project.js";

/**
 * Valid budgets: a 事业单位, an 行政单位 with funds and carry-over, a 参公 one with last year's file, one of a 分; a
 * department of five units of all kinds, and one with last year's files; and a unit whose revenue says its functions.
 */
export const BUDGETS = {
  sample: PROGRAM,
  administrative: join(PROGRAM, "test/reports/administrative"),
  "second-year": join(PROGRAM, "test/reports/second-year"),
  bare: join(PROGRAM, "test/reports/bare"),
  department: join(PROGRAM, "test/consolidation/department"),
  "by-function": join(PROGRAM, "test/reports/shanghai-putuo"),
  "department-second-year": join(PROGRAM, "test/consolidation/second-year"),
} as const;

const SCHEMAS = readSchemas(PROGRAM);

export type BudgetName = keyof typeof BUDGETS;

/** A text and what stands there instead, wherever it occurs, in the data or in another file. */
export type Edit = readonly [find: string, replace: string, file?: string];

/** What check sees of a budget whose files have been edited. */
export function factsOf(name: BudgetName, edits: readonly Edit[] = []): LedgerFacts {
  const project = makeProject(BUDGETS[name]);
  const [data] = chooseDataFiles(project, {});
  if (!data) throw new Error(`no data in ${project}`);
  for (const [find, replace, file = data.file] of edits) edit(join(project, file), find, replace);
  const { year, lastYear, pack } = validateDisclosure(readSources(PROGRAM, project, data), SCHEMAS);
  const before = lastYear && deriveLedger(lastYear.budget, lastYear.codes);
  const ledger = deriveLedger(year.budget, year.codes);
  return {
    budget: year.budget,
    codes: year.codes,
    books: openBooks(ledger, pack.measures, before, year.budget.lastYear.figures),
    lastYear: lastYear?.budget,
    facts: pack.facts,
    measures: pack.measures,
    statutory: pack.statutory,
    compared: pack.compared,
    money: pack.money,
  };
}

function edit(file: string, find: string, replace: string): void {
  const text = readFileSync(file, "utf8");
  if (!text.includes(find)) throw new Error(`“${find}” does not occur in ${file}`);
  writeFileSync(file, text.replaceAll(find, replace));
}

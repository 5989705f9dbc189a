import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compose } from "../../src/compose/report.js";
import { openBooks } from "../../src/derive/books.js";
import { deriveLedger } from "../../src/derive/ledger.js";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import type { Budget } from "../../src/model/budget.js";
import type { Ledger } from "../../src/model/ledger.js";
import type { Report } from "../../src/model/report.js";
import type { DataFile } from "../../src/project/data-files.js";
import { readSchemas, readSources } from "../../src/project/sources.js";
import { validateBudget } from "../../src/validate/budget/budget.js";
import { dataForms } from "../../src/validate/data-form.js";
import { validateDisclosure } from "../../src/validate/disclosure.js";
import { readYaml } from "../../src/yaml/yaml.js";
import { PROGRAM } from "../project.js";

export interface Composed {
  /** the data */
  readonly text: string;
  readonly budget: Budget;
  readonly ledger: Ledger;
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
}

const schemas = readSchemas(PROGRAM);

/** What makes the report of the project's data when its text is another; nothing of it is checked or proofread. */
export type Composer = (text: string) => Composed;

export function composer(project: string, data: DataFile): Composer {
  const sources = readSources(PROGRAM, project, data);
  const { year, pack } = validateDisclosure(sources, schemas);
  const { schema, asked } = dataForms(sources, schemas).year;
  const { codes } = year;
  return (text) => {
    writeFileSync(join(project, data.file), text);
    const { budget } = validateBudget(readYaml(project, data.file), schema, codes, asked);
    const ledger = deriveLedger(budget, codes);
    const books = openBooks(ledger, pack.measures, undefined, budget.lastYear.figures);
    return { text, budget, ledger, ...compose(budget, books, pack) };
  };
}

/** The same with the reasons that it lacks. They stand last in the file, so that no amount moves. */
export function explained(composed: Composer, text: string): Composed {
  const first = composed(text);
  const reasons = first.diagnostics
    .flatMap(({ code, paste = [] }) => (code === "口径/缺少原因" ? paste : []))
    .map((line) => `${line.replace("待填", "任务与上年不同")}\n`)
    .join("");
  return reasons === "" ? first : composed(text.replace(/\n*$/, `\n${reasons}`));
}

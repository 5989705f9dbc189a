import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compose } from "../../src/compose/report.js";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import type { Report } from "../../src/model/report.js";
import { chooseDataFiles } from "../../src/project/data-files.js";
import { readSchemas, readSources } from "../../src/project/sources.js";
import { validateDisclosure } from "../../src/validate/disclosure.js";
import { keepBooks } from "../../src/work/gates.js";
import { makeProject, PROGRAM } from "../project.js";

/** Each folder is a project of its own, with what its newest disclosure says in expected.txt. */
const CASES = join(PROGRAM, "test/reports");
const SAMPLE = "sample";

/** The names of all cases. */
export const REPORT_CASES: readonly string[] = readdirSync(CASES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** What the report of a case should say. */
export function expectedFile(name: string): string {
  return join(CASES, name, "expected.txt");
}

/** The report of a case, and what was noticed while it was composed. */
export function composeCase(name: string): {
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
} {
  const project = makeProject(name === SAMPLE ? PROGRAM : join(CASES, name));
  const [data] = chooseDataFiles(project, {});
  if (!data) throw new Error(`no data in ${project}`);
  const disclosure = validateDisclosure(readSources(PROGRAM, project, data), readSchemas(PROGRAM));
  const { year, pack } = disclosure;
  return compose(year.budget, keepBooks(disclosure), pack);
}

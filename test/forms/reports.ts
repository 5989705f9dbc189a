import { join } from "node:path";
import { compose } from "../../src/compose/report.js";
import type { FormName } from "../../src/model/form.js";
import type { Report } from "../../src/model/report.js";
import { chooseDataFiles } from "../../src/project/data-files.js";
import { readSources } from "../../src/project/sources.js";
import { exportFigures } from "../../src/render/figures/package.js";
import { openForm } from "../../src/render/open-form.js";
import { validateDisclosure } from "../../src/validate/disclosure.js";
import { keepBooks } from "../../src/work/gates.js";
import { makeProject, PROGRAM, program } from "../project.js";

/** Disclosures of every kind, by the folder of their project. */
export const CASES = [
  "",
  "test/codes/agency",
  "test/consolidation/department",
  "test/packs/shuxi",
  ...[
    "luoyang",
    "luoyang-department",
    "shanghai-putuo",
    "second-year",
    "withheld",
    "bare",
    "administrative",
  ].map((name) => `test/reports/${name}`),
];

/** The report of the project in a folder of the program's. */
export function reportOf(folder: string): Report {
  const project = makeProject(join(PROGRAM, folder));
  const [data] = chooseDataFiles(project, {});
  if (!data) throw new Error(`no data in ${folder}`);
  return reportIn(project, data);
}

/** The report of a project's data, whatever would be said against it. */
export function reportIn(project: string, data: Parameters<typeof readSources>[2]): Report {
  const disclosure = validateDisclosure(readSources(PROGRAM, project, data), program.schemas);
  return compose(disclosure.year.budget, keepBooks(disclosure), disclosure.pack).report;
}

/** A report in a form, as it is published. */
export async function written(report: Report, form: FormName): Promise<Uint8Array> {
  return (await openForm(form)).render(report, { fonts: program.fonts, attachments: exportFigures(report) });
}

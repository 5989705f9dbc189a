import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { printRenewal } from "../../src/cli/renewal.js";
import { type DataFile, dataFile } from "../../src/project/data-files.js";
import type { Renewed } from "../../src/work/new-year.js";
import { makeProject, newYearIn } from "../project.js";

/** This year's data, and what was made of it. */
export interface Renewing extends Renewed {
  readonly project: string;
  readonly next: DataFile;
  readonly before: string;
  readonly after: string;
}

/** Makes the year after the one that `text` is the data of, in a project of its own. */
export async function renewed(text: string): Promise<Renewing> {
  const project = makeProject();
  const data = put(project, text);
  const outcome = await newYearIn(project, data);
  const next = dataFile(data.unit, data.year + 1);
  return { ...outcome, project, next, before: text, after: readFileSync(join(project, next.file), "utf8") };
}

/** Puts data where its own year and unit say that it belongs. */
export function put(project: string, text: string): DataFile {
  const { 单位: unit, 年度: year } = parse(text, { schema: "failsafe" });
  const data = dataFile(unit.代码, Number(year));
  mkdirSync(dirname(join(project, data.file)), { recursive: true });
  writeFileSync(join(project, data.file), text);
  return data;
}

/** All that the officer is told. */
export function told({ renewal, warnings, doubts }: Renewed): string {
  const [says, remarks] = [printRenewal(renewal, doubts), printDiagnostics(warnings)];
  return remarks === "" ? says : `${says}\n${remarks}`;
}

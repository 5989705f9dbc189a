import { join } from "node:path";
import { dataFile } from "../../src/project/data-files.js";
import { buildIn, makeProject, PROGRAM } from "../project.js";
import { sampleOf } from "../sample.js";
import { expectJustified } from "./justified.js";

async function built(folder: string | undefined, unit: string, year: number): Promise<readonly string[]> {
  const project = makeProject(folder);
  return [join(project, (await buildIn(project, { data: dataFile(unit, year), output: "out" })).file)];
}

const DOCUMENTS = [
  ["the sample", undefined, "403008", 2023],
  ["a department", join(PROGRAM, "test/consolidation/department"), "403", 2024],
] as const;

for (const [name, folder, unit, year] of sampleOf(DOCUMENTS, 2))
  expectJustified(name, () => built(folder, unit, year));

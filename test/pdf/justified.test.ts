import { join } from "node:path";
import { dataFile } from "../../src/project/data-files.js";
import { buildIn, makeProject, PROGRAM } from "../project.js";
import { expectJustified } from "./justified.js";

async function built(folder: string | undefined, unit: string, year: number): Promise<readonly string[]> {
  const project = makeProject(folder);
  return [join(project, (await buildIn(project, { data: dataFile(unit, year), output: "out" })).file)];
}

expectJustified("the sample", () => built(undefined, "403008", 2023));
expectJustified("a department", () => built(join(PROGRAM, "test/consolidation/department"), "403", 2024));

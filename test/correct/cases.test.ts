import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { correctionWords } from "../../src/cli/corrections.js";
import { expectFile } from "../golden.js";
import { disagreements } from "./agreement.js";
import { CASES, caseNames, correctIn, editedProject, evidenceOf, readCase } from "./correction-case.js";

/** Published, corrected, announced and marked, a case is printed four times and read as often: test:real reads them all. */
const READ = ["amount", "last-year", "pack-column", "project-dropped", "sections-reordered"];

/** Records are named by the PDF's hash, which any change of the layout changes. */
function unnamed(says: string): string {
  return says.replaceAll(/\.[0-9a-f]{12}\.json/g, ".（指纹）.json");
}

describe.each(caseNames())("%s", (name) => {
  test(readCase(name).says, async () => {
    const published = await editedProject(name);
    const before = readdirSync(join(published.project, "out"));
    const result = await correctIn(published);
    expectFile(join(CASES, name, "expected.txt"), unnamed(`${correctionWords(result)}\n`));
    const isNone = result.corrections.length === 0;
    if (isNone) expect(readdirSync(join(published.project, "out"))).toEqual(before);
    else expect(result.lacking).toEqual([]);
    if (isNone || !READ.includes(name)) return;
    expect(disagreements(await evidenceOf(published, result, readCase(name).moves))).toEqual([]);
  });
});

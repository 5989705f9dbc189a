import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { correctionWords } from "../../src/cli/corrections.js";
import type { CorrectionResult } from "../../src/work/correct.js";
import { expectFile } from "../golden.js";
import { disagreements } from "./agreement.js";
import {
  CASES,
  caseNames,
  correctIn,
  editedProject,
  evidenceOf,
  type Published,
  readCase,
} from "./correction-case.js";

/** Published, corrected, announced and marked, a case is printed four times and read as often: test:real reads them all. */
const READ = ["amount", "last-year", "pack-column", "project-dropped", "sections-reordered"];

/** Records are named by the PDF's hash, which any change of the layout changes. */
function unnamed(says: string): string {
  return says.replaceAll(/\.[0-9a-f]{12}\.json/g, ".（指纹）.json");
}

describe.each(caseNames())("%s", (name) => {
  let published: Published;
  let result: CorrectionResult;

  test(readCase(name).says, async () => {
    published = await editedProject(name);
    const before = readdirSync(join(published.project, "out"));
    result = await correctIn(published);
    expectFile(join(CASES, name, "expected.txt"), unnamed(`${correctionWords(result)}\n`));
    if (result.corrections.length > 0) expect(result.lacking).toEqual([]);
    else expect(readdirSync(join(published.project, "out"))).toEqual(before);
  });

  if (!READ.includes(name)) return;
  test("what is listed is what differs between the PDFs", async () => {
    expect(disagreements(await evidenceOf(published, result, readCase(name).moves))).toEqual([]);
  });
});

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { correctionWords } from "../../src/cli/corrections.js";
import { expectFile } from "../golden.js";
import { disagreements } from "./agreement.js";
import { CASES, caseNames, correctIn, editedProject, evidenceOf, readCase } from "./correction-case.js";

/** Records are named by the PDF's hash, which any change of the layout changes. */
function unnamed(says: string): string {
  return says.replaceAll(/\.[0-9a-f]{12}\.json/g, ".（指纹）.json");
}

describe.each(caseNames())("%s", (name) => {
  test(`${readCase(name).says}：列出的话`, async () => {
    const published = await editedProject(name);
    const before = readdirSync(join(published.project, "out"));
    const result = await correctIn(published);
    const says = unnamed(`${correctionWords(result)}\n`);
    const file = join(CASES, name, "expected.txt");
    expectFile(file, says);
    if (result.corrections.length === 0) {
      expect(readdirSync(join(published.project, "out"))).toEqual(before);
      return;
    }
    expect(result.lacking).toEqual([]);
    expect(disagreements(await evidenceOf(published, result, readCase(name).moves))).toEqual([]);
  });
});

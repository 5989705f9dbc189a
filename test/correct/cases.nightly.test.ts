import { describe, expect, test } from "@jest/globals";
import type { CorrectionResult } from "../../src/work/correct.js";
import { disagreements } from "./agreement.js";
import {
  caseNames,
  correctAsExpected,
  editedProject,
  evidenceOf,
  type Published,
  readCase,
} from "./correction-case.js";

describe.each(caseNames())("%s", (name) => {
  let published: Published;
  let result: CorrectionResult;

  test(readCase(name).says, async () => {
    published = await editedProject(name);
    result = await correctAsExpected(name, published);
  });

  test("what is listed is what differs between the PDFs", async () => {
    if (result.corrections.length === 0) return;
    expect(disagreements(await evidenceOf(published, result, readCase(name).moves))).toEqual([]);
  });
});

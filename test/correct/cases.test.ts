import { describe, expect, test } from "@jest/globals";
import type { CorrectionResult } from "../../src/work/correct.js";
import { sampleOf } from "../sample.js";
import { disagreements } from "./agreement.js";
import {
  caseNames,
  correctAsExpected,
  editedProject,
  evidenceOf,
  type Published,
  readCase,
} from "./correction-case.js";

/** Each is printed three times: test:real corrects the others too, unless all that is told of them is to be written anew. */
const SOME = ["project-dropped", "luoyang-amount", "pack-column"];
const CORRECTED = process.env.UPDATE ? caseNames() : SOME;
/** Printed once more, and all of it read: test:real reads them all. */
const READ = ["project-dropped"];

describe.each(sampleOf(CORRECTED, 3))("%s", (name) => {
  let published: Published;
  let result: CorrectionResult;

  test(readCase(name).says, async () => {
    published = await editedProject(name);
    result = await correctAsExpected(name, published);
  });

  if (!READ.includes(name)) return;
  test("what is listed is what differs between the PDFs", async () => {
    expect(disagreements(await evidenceOf(published, result, readCase(name).moves))).toEqual([]);
  });
});

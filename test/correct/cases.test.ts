import { readFileSync } from "node:fs";
import { join } from "node:path";
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
import { readTitle } from "./reading.js";

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
  test("the copy for review says in its title that it is one, whatever its cover says", async () => {
    const [, review = ""] = result.printed;
    const title = "三门峡市住房保障中心2023年度单位预算公开";
    expect(await readTitle(readFileSync(join(published.project, review)))).toEqual([
      `${title}（更正对照）`,
      `${title}的更正对照，供内部核对`,
    ]);
  });

  test("what is listed is what differs between the PDFs", async () => {
    expect(disagreements(await evidenceOf(published, result, readCase(name).moves))).toEqual([]);
  });
});

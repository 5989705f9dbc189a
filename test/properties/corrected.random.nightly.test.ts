import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "@jest/globals";
import fc from "fast-check";
import { dataFile } from "../../src/project/data-files.js";
import { disagreements } from "../correct/agreement.js";
import { ANNOUNCEMENT, correctIn, evidenceOf, publish } from "../correct/correction-case.js";
import { makeProject } from "../project.js";
import { budgets, type RandomBudget } from "./budgets.js";
import { FORMS } from "./facts.js";
import { type Revision, revised, revisions } from "./revised.js";
import { RUNS, roundsOf, SIZES, tryInRounds } from "./rounds.js";
import { yamlOf } from "./yaml.js";

/** Each is printed four times and read as often, which `npm test` has no time for: it has the cases of test/correct. */
const CORRECTIONS = Math.ceil(RUNS / 10);

const project = makeProject();
rmSync(join(project, "data"), { recursive: true });

for (const form of FORMS) {
  tryInRounds(
    `${form.pack}: what is listed of a random correction is what differs between the two PDFs`,
    fc.asyncProperty(budgets(SIZES, form), revisions, holds),
    roundsOf(form, CORRECTIONS),
  );
}

async function holds({ facts }: RandomBudget, revision: Revision): Promise<void> {
  const { file } = dataFile(facts.unit.code, facts.year);
  const path = join(project, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, yamlOf(facts));
  try {
    const published = await publish(project);
    writeFileSync(
      path,
      `${yamlOf(revised(facts, revision))}${ANNOUNCEMENT.replaceAll("2023", String(facts.year))}`,
    );
    const result = await correctIn(published);
    expect(result.data.length).toBeGreaterThan(0);
    if (result.corrections.length > 0) expect(disagreements(await evidenceOf(published, result))).toEqual([]);
    else expect(revision.amount).toBe(true);
  } finally {
    rmSync(dirname(path), { recursive: true });
    rmSync(join(project, "out"), { recursive: true, force: true });
  }
}

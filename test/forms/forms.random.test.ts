import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { dataFile } from "../../src/project/data-files.js";
import { makeProject } from "../project.js";
import { budgets, type RandomBudget } from "../properties/budgets.js";
import { FORMS } from "../properties/facts.js";
import { RUNS, roundsOf, SIZES, tryInRounds } from "../properties/rounds.js";
import { expectPage, expectWord, expectWorkbook } from "./agreement.js";
import { reportIn, written } from "./reports.js";

/** Nothing is printed, so that there is time for more: in the usual run, and in test:real. */
const [LEAST, REAL] = [10, 30];
const ROUNDS = RUNS < LEAST ? LEAST : Math.max(REAL, RUNS);

const project = makeProject();

for (const form of FORMS) {
  tryInRounds(
    `${form.pack}: a random budget says the same in every form`,
    fc.asyncProperty(budgets(SIZES, form), holds),
    roundsOf(form, ROUNDS),
  );
}

async function holds({ facts, yaml }: RandomBudget): Promise<void> {
  const data = dataFile(facts.unit.code, facts.year);
  const path = join(project, data.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, yaml);
  try {
    const report = reportIn(project, data);
    expectPage(await written(report, "html"), report);
    await expectWord(await written(report, "docx"), report);
    expectWorkbook(await written(report, "xlsx"), report);
  } finally {
    rmSync(dirname(path), { recursive: true });
  }
}

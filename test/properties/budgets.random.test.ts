import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { dataFile } from "../../src/project/data-files.js";
import { PACK_SAMPLES } from "../packs/packs.js";
import { buildAnewIn, makeProject } from "../project.js";
import { cutSections, type Section } from "../seed/narrative.js";
import { budgets, type RandomBudget } from "./budgets.js";
import { FORMS } from "./facts.js";
import { lostWords } from "./lost-words.js";
import { expectedFigures, figuresIn } from "./narrative.js";
import { wrongRemarks } from "./remarks.js";
import { PUTUO, roundsOf, SIZES, tryInRounds } from "./rounds.js";
import { type RuledPage, readRuled } from "./ruled.js";
import { wrongSums } from "./sums.js";
import { numberedAsHenan, readTables } from "./tables.js";

const project = makeProject();

for (const form of FORMS) {
  tryInRounds(
    `${form.pack}: a random budget can be printed, its text agrees with its tables, its sums are right, and no word is lost`,
    fc.asyncProperty(budgets(SIZES, form), holds),
    roundsOf(form),
  );
}

test("every format has rounds of its own", () => {
  expect([...FORMS, PUTUO].map(({ pack }) => pack)).toEqual(PACK_SAMPLES.map(({ pack }) => pack));
});

async function holds({ facts, yaml }: RandomBudget): Promise<void> {
  const pages = await printedPages(facts.unit.code, facts.year, yaml);
  const tables = numberedAsHenan(readTables(pages, facts.form.pack), facts.form);
  const evidence = { facts, tables };
  const sections = narrativeSections(pages);
  const figures = sections.map(({ name, text }) => [name, figuresIn(text)] as const);
  expect(Object.fromEntries(figures)).toEqual(expectedFigures(evidence));
  expect(sections.flatMap(({ text }) => wrongRemarks(text))).toEqual([]);
  expect(wrongSums(evidence.tables)).toEqual([]);
  expect(lostWords(evidence)).toEqual([]);
}

async function printedPages(code: string, year: number, yaml: string): Promise<readonly RuledPage[]> {
  const data = dataFile(code, year);
  const path = join(project, data.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, yaml);
  try {
    const { file } = await buildAnewIn(project, { data, output: "out" });
    return await readRuled(readFileSync(join(project, file)));
  } finally {
    rmSync(dirname(path), { recursive: true });
  }
}

/** The sections of 第二部分 with their headings. */
function narrativeSections(pages: readonly RuledPage[]): readonly Section[] {
  const lines = pages.flatMap((page) => page.lines).filter((line) => !/^—\d+—$/u.test(line));
  const begin = lines.lastIndexOf("第二部分");
  const end = lines.lastIndexOf("第三部分");
  return cutSections(lines.slice(begin, end)).filter(({ name }) => name !== "第二部分");
}

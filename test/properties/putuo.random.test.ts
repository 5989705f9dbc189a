import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "@jest/globals";
import fc from "fast-check";
import { dataFile } from "../../src/project/data-files.js";
import { buildAnewIn, makeProject } from "../project.js";
import { type PutuoBudget, type PutuoFacts, putuoBudgets } from "./putuo/facts.js";
import { expectedSayings, sayingsIn } from "./putuo/prose.js";
import { wrongTables } from "./putuo/tables.js";
import { PUTUO, roundsOf, SIZES, tryInRounds } from "./rounds.js";
import { type RuledPage, readRuled } from "./ruled.js";
import { readTables } from "./tables.js";

const project = makeProject();

tryInRounds(
  "shanghai-putuo: every cell and every figure of a random budget is what its data comes to",
  fc.asyncProperty(putuoBudgets(SIZES), holds),
  Math.max(1, roundsOf(PUTUO)),
);

async function holds({ facts, yaml }: PutuoBudget): Promise<void> {
  const pages = await printedPages(facts, yaml);
  expect(wrongTables(facts, readTables(pages, "shanghai-putuo"))).toEqual([]);
  expect(sayingsIn(proseOf(pages, facts))).toEqual(expectedSayings(facts));
}

async function printedPages({ unit, year }: PutuoFacts, yaml: string): Promise<readonly RuledPage[]> {
  const data = dataFile(unit.code, year);
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

/** What stands on pages without tables from 编制说明 on. */
function proseOf(pages: readonly RuledPage[], { year }: PutuoFacts): string {
  const lines = pages
    .filter(({ cells }) => cells.length === 0)
    .flatMap((page) => page.lines)
    .filter((line) => !/^—\d+—$/u.test(line));
  return lines.slice(lines.lastIndexOf(`${year}年单位预算编制说明`)).join("");
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { expectFile } from "../../golden.js";
import { PROGRAM } from "../../project.js";
import { HENAN, LUOYANG } from "../../properties/facts.js";
import { added, isBasic, type Solved, solveUnit, tally } from "./measure.js";

/** Forty units as they come, by how many functions run them. */
const UNITS = { 1: seeds(0, 30), 2: seeds(100, 110) } as const;
const DOCUMENT = join(PROGRAM, "docs/import-solving.md");

function seeds(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

async function solved(running: 1 | 2): Promise<readonly Solved[]> {
  const all: Solved[] = [];
  for (const seed of UNITS[running]) all.push(await solveUnit(HENAN, seed, { running }));
  return all;
}

const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1);

function row(name: string, units: readonly Solved[]): string {
  const all = added(units.map(({ ledger, solution }) => tally(solution.lines.filter(isBasic), ledger)));
  const cells = units.reduce((sum, { solution }) => sum + solution.cells.length, 0);
  const missed = units.reduce((sum, { solution }) => sum + solution.missed.length, 0);
  const columns = [
    name,
    units.length,
    all.lines,
    `${percent(all.sure, all.lines)}%`,
    `${percent(all.right, all.sure)}%`,
    `${all.rightMoney.dividedBy(all.money).times(100).toFixed(2)}%`,
    `${cells - missed} / ${cells}`,
  ];
  return `| ${columns.join(" | ")} |`;
}

test("as much is known of typical units as the document says, and that is right", async () => {
  const [one, two] = [await solved(1), await solved(2)];
  const basic = added(one.map(({ ledger, solution }) => tally(solution.lines.filter(isBasic), ledger)));
  expect(basic.sure / basic.lines).toBeGreaterThanOrEqual(0.85);
  expect(basic.right / basic.sure).toBeGreaterThanOrEqual(0.99);
  expect(basic.rightMoney.dividedBy(basic.money).gte("0.99")).toBe(true);
  expect(added(two.map(({ ledger, solution }) => tally(solution.lines, ledger))).wrong).toEqual([]);
  expect([...one, ...two].flatMap(({ solution }) => solution.missed)).toEqual([]);
  const [head = ""] = /^[\s\S]*\n\|[-|: ]+\|\n/.exec(readFileSync(DOCUMENT, "utf8")) ?? [];
  expectFile(DOCUMENT, `${head}${row("一个", one)}\n${row("两个", two)}\n`);
}, 600_000);

test("another format's tables are solved as well", async () => {
  for (const seed of seeds(0, 4)) {
    const { solution, ledger } = await solveUnit(LUOYANG, seed, {});
    expect(solution.missed).toEqual([]);
    expect(tally(solution.lines.filter(isBasic), ledger).sure).toBeGreaterThan(0);
  }
});

test("a unit of two hundred projects", async () => {
  const { solution } = await solveUnit(HENAN, 4, { projects: 200 });
  expect(solution.missed).toEqual([]);
});

import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { PrintedCell } from "../../../src/import/printed/printed-cell.js";
import { solvePrinted } from "../../../src/import/solve/solve.js";
import { quantity } from "../../../src/money/money.js";
import { dataFile } from "../../../src/project/data-files.js";
import { expectFile } from "../../golden.js";
import { PACK_SAMPLES, SAMPLE } from "../../packs/packs.js";
import { makeProject, PROGRAM } from "../../project.js";
import { HENAN } from "../../properties/facts.js";
import { atNight, sampleOf } from "../../sample.js";
import { added, isBasic, printedOf, solveTables, solveUnit, tally } from "./measure.js";
import { shown } from "./shown.js";

const AGENCY = { name: "agency", folder: join(PROGRAM, "test/codes/agency"), data: dataFile("250001", 2024) };

describe("the tables of a unit, solved", () => {
  test.each(sampleOf([...PACK_SAMPLES, AGENCY], 2))(
    "$name: printed again cell by cell, and nothing sure that is wrong",
    async ({ name, folder, data }) => {
      const { ledger, solution } = await solveTables(makeProject(folder), data);
      expect(solution.missed.map(({ where }) => where)).toEqual([]);
      expect(tally(solution.lines, ledger).wrong).toEqual([]);
      expectFile(join(PROGRAM, `test/import/solve/${name}.txt`), shown(solution));
    },
  );

  atNight("twice the same", async () => {
    const { cells, known } = printedOf(makeProject(AGENCY.folder), AGENCY.data);
    const [once, again] = [await solvePrinted(cells, known), await solvePrinted(cells, known)];
    expect(shown(again)).toBe(shown(once));
  });
});

describe("typical units", () => {
  atNight("one function runs them: most of their basic expenditure is known, as it is", async () => {
    const solved = [await solveUnit(HENAN, 5, { running: 1 }), await solveUnit(HENAN, 16, { running: 1 })];
    expect(solved.flatMap(({ solution }) => solution.missed)).toEqual([]);
    const all = added(solved.map(({ ledger, solution }) => tally(solution.lines.filter(isBasic), ledger)));
    expect(all.wrong).toEqual([]);
    expect(all.sure / all.lines).toBeGreaterThan(0.85);
  });

  test("two functions run them: what is told as sure is right, and the list of details is asked for", async () => {
    for (const seed of [4, 5]) {
      const { ledger, solution } = await solveUnit(HENAN, seed, { running: 2 });
      expect(solution.missed).toEqual([]);
      expect(tally(solution.lines, ledger).wrong).toEqual([]);
      expect(solution.questions.map(({ says }) => says)).toContainEqual(
        expect.stringContaining("请给明细表"),
      );
    }
  });
});

describe("tables that contradict each other", () => {
  const { cells, known, ledger } = printedOf(makeProject(SAMPLE.folder), SAMPLE.data);
  /** As the sample was published: 退休费 is 2.62 in two tables and 2.63 in two others. */
  const isOther = ({ where, text }: PrintedCell): boolean =>
    /(基本支出表|经济分类汇总表)/.test(where) && text === "2.62";
  const cent = quantity("100");
  const contradicting = cells.map((cell) =>
    isOther(cell) ? { ...cell, low: cell.low.plus(cent), high: cell.high.plus(cent), text: "2.63" } : cell,
  );

  test("are printed again but for what contradicts, of which nothing is sure; the rest is as it was", async () => {
    const { lines, missed } = await solvePrinted(contradicting, known);
    expect(missed.length).toBeGreaterThan(0);
    expect(missed.length).toBeLessThan(10);
    const pension = lines.filter(({ dimensions }) => dimensions.经济科目 === "30302");
    expect(pension.map(({ sureness }) => sureness)).toEqual(["多解"]);
    expect(tally(lines, ledger).wrong).toEqual([]);
    expect(lines.filter(({ sureness }) => sureness !== "多解").length).toBeGreaterThan(10);
  });

  test("are left alone where that is said, and the rest is printed again", async () => {
    const alone = new Set(contradicting.filter(({ text }) => text === "2.62" || text === "2.63"));
    const { lines, missed, cells: kept } = await solvePrinted(contradicting, known, alone);
    expect(missed.map(({ where }) => where)).toEqual([]);
    expect(kept.length).toBe(cells.length - alone.size);
    expect(tally(lines, ledger).wrong).toEqual([]);
  });
});

atNight("more amounts than any unit prints are not solved, and nothing hangs", async () => {
  const { cells, known } = printedOf(makeProject(SAMPLE.folder), SAMPLE.data);
  const many = Array.from({ length: 60 }, () => cells).flat();
  const { lines, missed } = await solvePrinted(many, known);
  expect([lines.length, missed.length]).toEqual([0, many.length]);
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { dataFile } from "../../src/project/data-files.js";
import { buildIn, makeProject, PROGRAM } from "../project.js";
import { composer, explained } from "./composed.js";
import { edited, type Mutation, mutationsOf } from "./edits.js";
import { effectsOf } from "./effects.js";
import { placesOf } from "./places.js";
import { differing, type Printed, printedIn, unlike } from "./printed.js";
import { MANY, SEED } from "./runs.js";

const BUDGETS = [
  ["样例", PROGRAM, dataFile("403008", 2023), 3],
  ["行政单位", join(PROGRAM, "test/reports/administrative"), dataFile("410001", 2024), 3],
] as const;

/** In ms, for a PDF to be made and read. */
const LIMIT = 60_000;

describe.each(BUDGETS)("%s：改一个金额", (_, folder, data, usual) => {
  const project = makeProject(folder);
  const text = readFileSync(join(project, data.file), "utf8");
  const composed = composer(project, data);
  const original = composed(text);
  const before = placesOf(original.report);
  const mutations = mutationsOf(original);

  test("每个金额都改到", () => {
    const amounts = text.match(/金额: +[\d.]+/g) ?? [];
    const places = new Set(mutations.flatMap(({ edits }) => edits.map(({ place }) => JSON.stringify(place))));
    const others = original.budget.assets.length + original.budget.lastYear.figures.size;
    const commented = text.match(/#.*金额: +[\d.]+/g) ?? [];
    expect(places.size).toBe(amounts.length - commented.length + others);
  });

  test.each(mutations)("成文：$name", (mutation) => {
    const { report, diagnostics } = explained(composed, edited(text, mutation));
    const after = placesOf(report);
    expect(diagnostics).toEqual([]);
    const { faults, changed } = effectsOf(before, after, mutation);
    expect(faults).toEqual([]);
    expect(changed.size).toBeGreaterThan(0);
  });

  describe("印出来的 PDF", () => {
    let printed: Printed;
    const printedWith = async (words: string): Promise<Printed> => {
      writeFileSync(join(project, data.file), words);
      const { file } = await buildIn(project, { data, output: "out" });
      return printedIn(readFileSync(join(project, file)));
    };

    beforeAll(async () => {
      printed = await printedWith(text);
    }, LIMIT);

    test("每一处都是成文的那些话和数", () => expect(unlike(printed, before)).toEqual([]));

    test.each(chosen(mutations, usual))(
      "改的地方都变，别的地方都不变：$name",
      async (mutation) => {
        const { text: words, report } = explained(composed, edited(text, mutation));
        const after = placesOf(report);
        const now = await printedWith(words);
        const { changed } = effectsOf(before, after, mutation);
        expect(unlike(now, after)).toEqual([]);
        expect(differing(printed, now, before)).toEqual([...changed].sort());
      },
      LIMIT,
    );
  });
});

/** All of them where there is time, else some that are always the same. */
function chosen(mutations: readonly Mutation[], usual: number): readonly Mutation[] {
  if (MANY) return mutations;
  const some = fc.shuffledSubarray([...mutations], { minLength: usual, maxLength: usual });
  return fc.sample(some, { seed: SEED, numRuns: 1 }).flat();
}

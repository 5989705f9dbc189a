import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { dataFile } from "../../src/project/data-files.js";
import { PACK_SAMPLES, type PackSample, PUTUO, SAMPLE } from "../packs/packs.js";
import { buildAnewIn, makeProject, PROGRAM } from "../project.js";
import { composer, explained } from "./composed.js";
import { edited, type Mutation, mutationsOf, UNPRINTED } from "./edits.js";
import { effectsOf } from "./effects.js";
import { placesOf } from "./places.js";
import { differing, type Printed, printedIn, unlike } from "./printed.js";
import { MANY, SEED, THOROUGH } from "./rounds.js";

const ADMINISTRATIVE: PackSample = {
  name: "administrative",
  pack: "henan",
  folder: join(PROGRAM, "test/reports/administrative"),
  data: dataFile("410001", 2024),
};
const BUDGETS = THOROUGH ? [...PACK_SAMPLES, ADMINISTRATIVE] : [SAMPLE, PUTUO, ADMINISTRATIVE];

/** So many are printed, where not all are. */
const PRINTED = THOROUGH ? 3 : 1;

describe.each(BUDGETS)("$name: a change of one amount", ({ name, pack, folder, data }) => {
  const isSample = name === SAMPLE.name;
  const project = makeProject(folder);
  // where amounts go up and down, no reason may name a direction
  const text = readFileSync(join(project, data.file), "utf8").replace(/: 压减.*$/gm, ": 任务与上年不同");
  const composed = composer(project, data);
  const original = composed(text);
  const before = placesOf(original.report);
  const mutations = mutationsOf(original);

  test("is tried for every amount", () => {
    const amounts = text.match(/金额: +[\d.]+/g) ?? [];
    const places = new Set(mutations.flatMap(({ edits }) => edits.map(({ place }) => JSON.stringify(place))));
    const { assets, lastYear, facts } = original.budget;
    const own = facts.figures.filter(({ name }) => !UNPRINTED.includes(name));
    const others = assets.length + lastYear.figures.size + own.length;
    const commented = text.match(/#.*金额: +[\d.]+/g) ?? [];
    expect(places.size).toBe(amounts.length - commented.length + others);
  });

  // where there is little time, a third stands for all
  const tried = THOROUGH ? mutations : mutations.filter((_, index) => index % 3 === 0);
  test.each(tried)("in the text: $name", (mutation) => {
    const { report, diagnostics } = explained(composed, edited(text, mutation));
    const after = placesOf(report);
    expect(diagnostics).toEqual([]);
    const { faults, changed } = effectsOf(before, after, mutation);
    expect(faults).toEqual([]);
    expect(changed.size).toBeGreaterThan(0);
  });

  if (!isSample && !THOROUGH) return;
  describe("in the PDF", () => {
    let printed: Printed;
    const printedWith = async (words: string): Promise<Printed> => {
      writeFileSync(join(project, data.file), words);
      const { file } = await buildAnewIn(project, { data, output: "out" });
      return printedIn(readFileSync(join(project, file)), pack);
    };

    beforeAll(async () => {
      printed = await printedWith(text);
    });

    test("every place has the words and figures of the text", () =>
      expect(unlike(printed, before)).toEqual([]));

    test.each(chosen(mutations))("what it is part of changes, and nothing else: $name", async (mutation) => {
      const { text: words, report } = explained(composed, edited(text, mutation));
      const after = placesOf(report);
      const now = await printedWith(words);
      const { changed } = effectsOf(before, after, mutation);
      expect(unlike(now, after)).toEqual([]);
      expect(differing(printed, now, before)).toEqual([...changed].sort());
    });
  });
});

/** All of them where there is time, else some that are always the same. */
function chosen(mutations: readonly Mutation[]): readonly Mutation[] {
  if (MANY) return mutations;
  const some = fc.shuffledSubarray([...mutations], { minLength: PRINTED, maxLength: PRINTED });
  return fc.sample(some, { seed: SEED, numRuns: 1 }).flat();
}

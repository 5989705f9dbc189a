import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { dataFile } from "../../src/read/data-files.js";
import { makeProject, PROGRAM } from "../project.js";
import { composed } from "./composed.js";
import { edited, mutationsOf } from "./edits.js";
import { effectsOf } from "./effects.js";
import { notesOf, statementsOf } from "./statements.js";

describe.each([
  ["样例", PROGRAM, dataFile("403008", 2023)],
  ["行政单位", join(PROGRAM, "test/reports/administrative"), dataFile("410001", 2024)],
] as const)("%s：改一个金额", (_, folder, data) => {
  const project = makeProject(folder);
  const text = readFileSync(join(project, data.file), "utf8");
  const original = composed(project, data, text);
  const before = statementsOf(original.report);
  const mutations = mutationsOf(original);

  test("每个金额都改到", () => {
    const amounts = text.match(/金额: +[\d.]+/g) ?? [];
    const places = new Set(mutations.flatMap(({ edits }) => edits.map(({ place }) => JSON.stringify(place))));
    const others = original.budget.assets.length + original.budget.lastYear.figures.size;
    const commented = text.match(/#.*金额: +[\d.]+/g) ?? [];
    expect(places.size).toBe(amounts.length - commented.length + others);
  });

  test.each(mutations)("$name", (mutation) => {
    const { report } = composed(project, data, edited(text, mutation));
    const { faults, changed } = effectsOf(before, statementsOf(report), mutation);
    expect(faults).toEqual([]);
    expect(changed).toBeGreaterThan(0);
    expect(notesOf(report)).toEqual(notesOf(original.report));
  });
});

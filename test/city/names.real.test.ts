import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { pdfs, report, run } from "./city.js";
import { makeNamesakes, SAID } from "./namesakes.js";

test("a PDF of another unit is left alone whatever is asked; once it is gone, the unit can be built", () => {
  const city = makeNamesakes();
  expect(run(city, "--unit", "500001").code).toBe(0);
  const before = pdfs(city);
  for (const args of [["--unit", "500002"], ["--all"], ["--all", "--shard", "2/2"]]) {
    const { code, out } = run(city, ...args);
    expect(code).toBe(1);
    expect(out.split(SAID)).toHaveLength(2);
    expect(out).toContain("--> data/500002/2023.yaml");
    expect(pdfs(city)).toEqual(before);
  }
  for (const name of before.keys()) rmSync(join(city, "out", name));
  expect(run(city, "--unit", "500002").code).toBe(0);
});

test("two units of one name would write one file: it says so and ends with 1", () => {
  const city = makeNamesakes();
  const { code, out } = run(city, "--all");
  expect(code).toBe(1);
  expect(out.split(SAID)).toHaveLength(3);
  expect(report(city).map(({ state }) => state)).toEqual(["refused", "refused"]);
});

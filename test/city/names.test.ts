import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { edit, makeCity, pdfs, report, run } from "./city.js";

/** A city in which two units have one name. */
function makeNamesakes(): string {
  const city = makeCity(2);
  for (const unit of ["500001", "500002"]) edit(city, unit, /名称: 第\d.*/, "名称: 某中心");
  return city;
}

const SAID = "单位 500001、500002 的名称相同，PDF 都要写到 out/某中心2023年度单位预算公开.pdf";

test("two units of one name would write one file: it says so and ends with 1", () => {
  const city = makeNamesakes();
  const { code, err } = run(city, "--all");
  expect(code).toBe(1);
  expect(err.split(SAID)).toHaveLength(3);
  expect(report(city).map(({ state }) => state)).toEqual(["refused", "refused"]);
});

test("a PDF of another unit is left alone whatever is asked; once it is gone, the unit can be built", () => {
  const city = makeNamesakes();
  expect(run(city, "--unit", "500001").code).toBe(0);
  const before = pdfs(city);
  for (const args of [["--unit", "500002"], ["--all"], ["--all", "--shard", "2/2"]]) {
    const { code, err } = run(city, ...args);
    expect(code).toBe(1);
    expect(err.split(SAID)).toHaveLength(2);
    expect(err).toContain("--> data/500002/2023.yaml");
    expect(pdfs(city)).toEqual(before);
  }
  for (const name of before.keys()) rmSync(join(city, "out", name));
  expect(run(city, "--unit", "500002").code).toBe(0);
});

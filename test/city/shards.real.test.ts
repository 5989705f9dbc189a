import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { CLI, makeCity, pdfs, report, run } from "./city.js";

test.each([2, 3])(
  "%i shards of five units that write to one folder at the same time all come to an end",
  async (count) => {
    const city = makeCity(5);
    const names = Array.from({ length: count }, (_, at) => `${at + 1}/${count}`);
    const runs = names.map((shard) =>
      once(spawn(process.execPath, [CLI, "--all", "--shard", shard], { cwd: city, stdio: "ignore" }), "exit"),
    );
    expect((await Promise.all(runs)).map(([code]) => code)).toEqual(names.map(() => 0));
    expect(pdfs(city).size).toBe(5);
    const built = names.map((shard) => report(city, `build-report-${shard.replace("/", "-")}.json`));
    const units = built.map((each) => each.map(({ unit }) => unit));
    expect(units.flat().sort()).toEqual(["500001", "500002", "500003", "500004", "500005"]);
    expect(Math.max(...units.map((each) => each.length))).toBe(Math.ceil(5 / count));
    expect(readdirSync(join(city, "out")).filter((name) => name.startsWith("."))).toEqual([]);
  },
);

test("each builds its own and writes its own results; one without units comes to an end too", () => {
  const city = makeCity(2);
  expect(run(city, "--all", "--shard", "1/2").code).toBe(0);
  expect(run(city, "--all", "--shard", "2/2").code).toBe(0);
  expect(report(city, "build-report-1-2.json").map(({ unit }) => unit)).toEqual(["500001"]);
  expect(report(city, "build-report-2-2.json").map(({ unit }) => unit)).toEqual(["500002"]);
  expect(pdfs(city).size).toBe(2);
  expect(run(city, "--all", "--shard", "5/4").code).toBe(2);
  const { code, out } = run(city, "--all", "--shard", "7/7");
  expect(code).toBe(0);
  expect(out).toContain("这一份里没有单位");
});

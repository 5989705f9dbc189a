import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import { PROGRAM } from "../project.js";
import { CLI, makeCity, pdfs, report } from "./city.js";

test("where the program crashes over a unit, that one stops alone; it says so and ends with 2", () => {
  const city = makeCity(4);
  const hook = pathToFileURL(join(PROGRAM, "test/city/crashing.mjs")).href;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", hook, CLI, "--all"], {
    cwd: city,
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(report(city).map(({ state }) => state)).toEqual(["built", "crashed", "crashed", "built"]);
  expect(stdout).toContain("程序出了意外的，请把下面的话和数据文件交给维护程序的人：\n  500002  ");
  expect(stdout).toContain("\n  500003  没有料到\n");
  expect(stdout + stderr).not.toContain("    at ");
  expect(pdfs(city).size).toBe(2);
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, jest, test } from "@jest/globals";
import { CLI, makeCity, pdfs, run, states } from "./city.js";

jest.setTimeout(120_000);

test.each(["SIGKILL", "SIGINT"] as const)("被 %s 中断了再做，接着做完，什么也不留下", async (signal) => {
  const city = makeCity(6);
  const running = spawn(process.execPath, [CLI, "--all"], { cwd: city });
  const ended = once(running, "exit");
  while (!existsSync(join(city, "out")) || pdfs(city).size < 2) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  running.kill(signal);
  await ended;
  for (const name of pdfs(city).keys()) {
    expect(readFileSync(join(city, "out", name), "latin1").slice(-20)).toContain("%%EOF");
  }
  expect(run(city, "--all").code).toBe(0);
  const { built = 0, unchanged = 0 } = states(city);
  expect(built + unchanged).toBe(6);
  expect(unchanged).toBeGreaterThan(0);
  expect(pdfs(city).size).toBe(6);
  expect(readdirSync(join(city, "out")).filter((name) => name.startsWith("."))).toEqual([]);
});

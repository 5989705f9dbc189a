import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, jest, test } from "@jest/globals";
import { CLI, makeCity, pdfs, run, states } from "./city.js";

jest.setTimeout(120_000);

test.each([
  ["SIGKILL", null, ""],
  ["SIGINT", 130, "\n中断了。做好的都在；再运行一次，就接着做完。\n"],
] as const)("被 %s 中断了再做，接着做完，什么也不留下", async (signal, code, said) => {
  const city = makeCity(6);
  const running = spawn(process.execPath, [CLI, "--all"], { cwd: city });
  const told: string[] = [];
  running.stderr.setEncoding("utf8").on("data", (text) => told.push(text));
  const ended = once(running, "close");
  while (!existsSync(join(city, "out")) || pdfs(city).size < 2) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  running.kill(signal);
  expect((await ended)[0]).toBe(code);
  expect(told.join("")).toBe(said);
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

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@jest/globals";
import { CLI, makeCity, pdfs, run, states } from "./city.js";

/** How a run ends that is stopped, and what it says. */
export const SIGNALS = [
  ["SIGKILL", null, ""],
  ["SIGINT", 130, "\n中断了。做好的都在；再运行一次，就接着做完。\n"],
] as const;

/** Stops a run over `units` by the signal when `done` of them are built, and runs it again. */
export async function stopAndResume(
  [signal, code, says]: (typeof SIGNALS)[number],
  units: number,
  done: number,
): Promise<void> {
  const city = makeCity(units);
  const running = spawn(process.execPath, [CLI, "--all"], { cwd: city });
  const said: string[] = [];
  running.stderr.setEncoding("utf8").on("data", (text) => said.push(text));
  const ended = once(running, "close");
  while (!existsSync(join(city, "out")) || pdfs(city).size < done) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  running.kill(signal);
  expect((await ended)[0]).toBe(code);
  // a slow machine has time to say how far it is
  expect(said.join("").replace(/^\d+\/\d+，.*\n/gm, "")).toBe(says);
  for (const name of pdfs(city).keys()) {
    expect(readFileSync(join(city, "out", name), "latin1").slice(-20)).toContain("%%EOF");
  }
  expect(run(city, "--all").code).toBe(0);
  const { built = 0, unchanged = 0 } = states(city);
  expect(built + unchanged).toBe(units);
  expect(unchanged).toBeGreaterThan(0);
  expect(pdfs(city).size).toBe(units);
  expect(readdirSync(join(city, "out")).filter((name) => name.startsWith("."))).toEqual([]);
}

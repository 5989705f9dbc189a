import { spawnSync } from "node:child_process";
import { lstatSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "@jest/globals";
import { PROGRAM } from "../project.js";

export const CLI = join(PROGRAM, "dist/startup/cli.cjs");
export const DATA = "data/403008/2023.yaml";
export const PDF = "三门峡市住房保障中心2023年度单位预算公开.pdf";

/** As much time and memory as the program may take over anything. */
const SECONDS = 60;
const MEGABYTES = 512;

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The program as the officer starts it; killed when it takes too long, dead when it takes too much memory. */
export function run(project: string, ...args: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${MEGABYTES}`, CLI, ...args],
    { cwd: project, encoding: "utf8", timeout: SECONDS * 1000, maxBuffer: 64 * 1024 * 1024 },
  );
  return { code: status, out: stdout, err: stderr };
}

/** That the program refused calmly: by its exit code, in Chinese, without a stack, and not as a fault of its own. */
export function expectRefusal({ code, out, err }: Outcome, expected: 1 | 2, sentence: string): void {
  expect(expected === 1 ? out : err).toContain(sentence);
  expect(out + err).not.toMatch(/程序出了意外|^\s+at .*:\d+:\d+/m);
  expect(code).toBe(expected);
}

/** What the program said of one file of many. */
export function saidOf({ out }: Outcome, file: string): string {
  return out
    .split("\n\n")
    .filter((each) => each.includes(file))
    .join("\n\n");
}

export function put(project: string, file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  rmSync(join(project, file), { force: true });
  writeFileSync(join(project, file), content);
}

/** In ms; what is quadratic takes many times as long. */
export const BOUND = 60_000;

/**
 * What `work` gives, if it keeps the processor no longer than anything may, whatever else the machine does: no test runner
 * stops what does not wait.
 */
export function bounded<T>(work: () => T): T {
  const begin = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(begin);
  expect((user + system) / 1000).toBeLessThan(BOUND);
  return result;
}

export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

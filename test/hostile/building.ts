import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect } from "@jest/globals";
import { writeOutput } from "../../src/files/write/output.js";
import { readPdf } from "../pdf/read.js";
import { namesIn } from "./killing.js";
import { CLI, PDF } from "./run.js";

/** Stands beside each PDF that a build has written. */
export const RECORD = expect.stringMatching(/^403008-2023\.[0-9a-f]{12}\.json$/);

/** So many builds of the sample at once end well, with one whole PDF and nothing else. */
export async function buildAtOnce(project: string, count: number): Promise<void> {
  const ends = Array.from({ length: count }, () => once(build(project), "exit"));
  expect((await Promise.all(ends)).map(([code]) => code)).toEqual(ends.map(() => 0));
  expect(namesIn(project)).toEqual([RECORD, PDF]);
  expect(await pagesIn(project)).toBeGreaterThan(20);
}

/** Of a project that is built: builds that are killed so many milliseconds after they begin to write leave a whole PDF. */
export async function killBuilds(project: string, delays: readonly number[]): Promise<void> {
  await Promise.all(delays.map((milliseconds) => killedWhileWriting(build(project), milliseconds)));
  expect(await pagesIn(project)).toBeGreaterThan(20);
  writeOutput(project, "out/甲.pdf", Buffer.alloc(1));
  expect(namesIn(project).sort()).toEqual([RECORD, PDF, "甲.pdf"]);
}

function build(project: string): ChildProcess {
  return spawn(process.execPath, [CLI], { cwd: project });
}

async function pagesIn(project: string): Promise<number> {
  return (await readPdf(readFileSync(join(project, "out", PDF)))).pages.length;
}

/** Kills a build some milliseconds after it has said that the pages are laid out. */
async function killedWhileWriting(process: ChildProcess, milliseconds: number): Promise<void> {
  const end = once(process, "exit");
  await new Promise<void>((resolve) => {
    process.stderr?.on("data", (said) => /排版/.test(String(said)) && resolve());
  });
  await wait(milliseconds);
  process.kill("SIGKILL");
  await end;
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect } from "@jest/globals";
import { writeOutput } from "../../src/files/write/output.js";
import { PROGRAM } from "../project.js";

export const FILE = "out/甲.pdf";
export const WRITER = join(PROGRAM, "test/hostile/writer.mjs");
const FOREVER = 1_000_000;

export function newProject(): string {
  const project = mkdtempSync(join(tmpdir(), "disclosure-"));
  mkdirSync(join(project, "out"));
  // whoever the tests let write must be able to come here
  chmodSync(project, 0o755);
  return project;
}

/** A process that writes the file `times` times, filled with `mark`. */
export function writer(project: string, mark: number, times: number): ChildProcess {
  return spawn(process.execPath, [WRITER, project, FILE, String(mark), String(times)]);
}

/** The mark of the file, which is there, whole, and one writer's. */
export function markOf(project: string): number {
  const bytes = readFileSync(join(project, FILE));
  const mark = bytes[0] ?? 0;
  expect(bytes.equals(Buffer.alloc(400_000 + mark, mark))).toBe(true);
  return mark;
}

export const namesIn = (project: string): string[] => readdirSync(join(project, "out"));

/** So many writers at once write whole files, one after the other, and none loses its own. */
export async function writeAtOnce(count: number): Promise<void> {
  const project = newProject();
  const marks = Array.from({ length: count }, (_, index) => 11 + index);
  const ends = marks.map(async (mark) => {
    const process = writer(project, mark, 10);
    const [code] = await once(process, "exit");
    return code;
  });
  const all = Promise.all(ends);
  let running = true;
  void all.then(() => {
    running = false;
  });
  while (running) {
    if (existsSync(join(project, FILE))) expect(marks).toContain(markOf(project));
    await wait(2);
  }
  expect(await all).toEqual(marks.map(() => 0));
  expect(namesIn(project)).toEqual(["甲.pdf"]);
}

/** Kills a writer so many milliseconds after it has begun, again and again: the file is whole, and the next clears up. */
export async function killWriters(delays: readonly number[]): Promise<void> {
  const project = newProject();
  writeOutput(project, FILE, Buffer.alloc(400_001, 1));
  let leftovers = 0;
  for (const [kill, delay] of delays.entries()) {
    await killedAfter(writer(project, 2 + (kill % 2), FOREVER), delay);
    markOf(project);
    leftovers = Math.max(leftovers, namesIn(project).length - 1);
  }
  // Each writer clears up after the one before it.
  expect(leftovers).toBeLessThanOrEqual(1);
  await once(writer(project, 9, 1), "exit");
  expect(namesIn(project)).toEqual(["甲.pdf"]);
  expect(markOf(project)).toBe(9);
}

async function killedAfter(process: ChildProcess, milliseconds: number): Promise<void> {
  const end = once(process, "exit");
  await once(process.stdout ?? process, "data");
  await wait(milliseconds);
  process.kill("SIGKILL");
  await end;
}

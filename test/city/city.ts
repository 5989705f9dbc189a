import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "@jest/globals";
import { PROGRAM } from "../project.js";

export const CLI = join(PROGRAM, "dist/startup/cli.cjs");

const made: string[] = [];

afterAll(() => {
  for (const city of made) rmSync(city, { recursive: true, force: true });
});

const firsts = new Map<number, string>();

/** A project in a new folder with so many units, gone when the tests of the file have run. */
export function makeCity(units: number): string {
  const city = newFolder();
  const first = firsts.get(units) ?? makeFirst(units);
  firsts.set(units, first);
  cpSync(first, city, { recursive: true });
  return city;
}

/** The city that the others of so many units are copied from. */
function makeFirst(units: number): string {
  const city = newFolder();
  const args = [join(PROGRAM, "test/city/make.mjs"), city, String(units)];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return city;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "city-"));
  made.push(folder);
  return folder;
}

export function run(city: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: city,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

interface Unit {
  readonly unit: string;
  readonly state: string;
  readonly file?: string;
  readonly message?: string;
  readonly found: readonly { readonly code: string; readonly line?: number }[];
}

export function report(city: string, name = "build-report.json"): readonly Unit[] {
  return JSON.parse(readFileSync(join(city, "out", name), "utf8")).units;
}

/** How many units the last run left in which state. */
export function states(city: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state } of report(city)) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** The PDFs in a folder by their names, as hashes. */
export function pdfs(city: string, folder = "out"): ReadonlyMap<string, string> {
  const names = readdirSync(join(city, folder)).filter((name) => name.endsWith(".pdf"));
  return new Map(names.map((name) => [name, hash(join(city, folder, name))]));
}

function hash(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

export function edit(city: string, unit: string, find: RegExp, replacement: string): void {
  const file = join(city, "data", unit, "2023.yaml");
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(find);
  writeFileSync(file, text.replace(find, replacement));
}

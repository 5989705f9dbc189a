// Cities of many units for benchmarks, and the program run over them.
import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../..", import.meta.url));
export const CLI = join(PROGRAM, "dist/startup/cli.cjs");
const HOOK = new URL("city-memory.mjs", import.meta.url).href;
/** After how many documents memory is looked at. */
export const LOOKS = [100, 500, 1000, 2000];

/** A folder with so many units. */
export function makeCity(units) {
  const city = mkdtempSync(join(tmpdir(), "city-"));
  run(city, [join(PROGRAM, "test/city/make.mjs"), city, String(units)]);
  return city;
}

/** Runs a program of Node in a folder: how long it took, and how much memory after so many documents. */
export function run(cwd, args, after = LOOKS) {
  const begin = performance.now();
  const { status, stdout, stderr, output } = spawnSync(process.execPath, ["--import", HOOK, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, DOCUMENTS: JSON.stringify(after) },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - begin) / 1000;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr.slice(-2000)}`);
  const told = output[3]
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const looks = new Map(told.flatMap(({ documents, rss }) => (documents ? [[documents, rss]] : [])));
  return { seconds, ...told.at(-1), looks, said: stdout };
}

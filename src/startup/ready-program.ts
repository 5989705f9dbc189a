import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PreparedProgram } from "../work/build.js";

/** What the program was made of that `npm run prepare` has made. */
export const READY_PROGRAM = fileURLToPath(new URL("./ready-program.json", import.meta.url));

const FOLDER = fileURLToPath(new URL("../..", import.meta.url));
const SOURCES = "src";
const LIBRARIES = "package-lock.json";

interface ReadyProgram extends Omit<PreparedProgram, "isStale"> {
  /** size and time of each file that it was made of, by which it is seen to be as it was */
  readonly files: Readonly<Record<string, readonly [size: number, modified: number]>>;
}

/** The content of the file that tells later what the program in `folder` is made of now. */
export function readyProgram(folder = FOLDER): string {
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const ready: ReadyProgram = { version, source: hashOf(folder), files: filesIn(folder) };
  return JSON.stringify(ready);
}

/** What the program is that was made ready; undefined where nothing says it. */
export function preparedProgram(ready = READY_PROGRAM, folder = FOLDER): PreparedProgram | undefined {
  if (!existsSync(ready)) return undefined;
  const { version, source, files }: ReadyProgram = JSON.parse(readFileSync(ready, "utf8"));
  // the sources lie beside it in a checkout only; to read them all is for when one looks otherwise
  const isStale = (): boolean =>
    existsSync(join(folder, SOURCES)) &&
    JSON.stringify(filesIn(folder)) !== JSON.stringify(files) &&
    hashOf(folder) !== source;
  return { version, source, isStale };
}

function filesIn(folder: string): ReadyProgram["files"] {
  return Object.fromEntries(
    namesIn(folder).map((name) => {
      const { size, mtimeMs } = statSync(`${folder}/${name}`);
      return [name, [size, mtimeMs]];
    }),
  );
}

/** One hash of all, the same wherever and by whatever Node it is made: line ends are as git writes them. */
function hashOf(folder: string): string {
  const hash = createHash("sha256");
  for (const name of namesIn(folder)) {
    const text = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
    hash.update(`${name}\n${text.length}\n${text}`);
  }
  return hash.digest("hex");
}

/** The files that decide what the program does, by names with forward slashes in an order that no locale changes. */
function namesIn(folder: string): readonly string[] {
  const libraries = existsSync(join(folder, LIBRARIES)) ? [LIBRARIES] : [];
  return [...sourcesIn(folder, SOURCES), ...libraries].sort();
}

/** Told of each entry what it is, Node does not ask for the state of every file; that was a fiftieth of a build. */
function sourcesIn(folder: string, below: string): readonly string[] {
  return readdirSync(`${folder}/${below}`, { withFileTypes: true }).flatMap((entry) => {
    const name = `${below}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(folder, name);
    return /\.c?ts$/.test(name) ? [name] : [];
  });
}

import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { PROGRAM } from "../project.js";

const SRC = join(PROGRAM, "src");

/** A file of the source by its path from `src`, with forward slashes, and what it names, for a type too. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  /** the other files */
  readonly imports: readonly string[];
  readonly packages: readonly string[];
}

/**
 * Every way in which a file names another: at its top, when it is needed, by `require`, and by its URL. Those at the top
 * begin a line, so none is taken from a text in the code.
 */
const NAMING = [
  /^(?:import|export)\b[^;"]*?from "([^"]+)"/gm,
  /^import (?:\w+ = require\()?"([^"]+)"/gm,
  /\bimport\("([^"]+)"/g,
  /createRequire\(\s*import\.meta\.url,?\s*\)\(\s*"([^"]+)"/g,
  /new URL\("([^"]+)", import\.meta\.url\)/g,
];

export function readSource(): readonly SourceFile[] {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(sep).join("/"))
    .filter((file) => /\.(c?ts|tsx)$/.test(file))
    .sort();
  return files.map((file) => {
    const text = readFileSync(join(SRC, file), "utf8");
    const named = NAMING.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));
    const [near, packages] = [true, false].map((isNear) =>
      named.filter((each) => each.startsWith(".") === isNear),
    );
    const imports = (near ?? []).flatMap(
      (each) => files.find((other) => other.replace(/x$/, "") === pathFrom(file, each)) ?? [],
    );
    return { file, text, imports, packages: packages ?? [] };
  });
}

function pathFrom(file: string, target: string): string {
  return posix.join(posix.dirname(file), target).replace(/\.(c?)js$/, ".$1ts");
}

/** A room of the house is an entry right below `src`: a folder with all in it, or a file. */
export function roomOf(file: string): string {
  return file.split("/")[0] ?? "";
}

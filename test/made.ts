import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sha256 } from "../src/model/record.js";

/** Is gone when all tests have run, so that what is in it was made by this program. */
const STORE = join(tmpdir(), "made");

/**
 * What is costly to make and the same whenever it is made: made by whichever suite comes first, read by all others. It is
 * kept as JSON.
 */
export async function madeOnce<Value>(
  what: string,
  of: string | Uint8Array,
  make: () => Promise<Value>,
): Promise<Value> {
  const file = join(STORE, `${what}-${sha256(of)}.json`);
  if (!existsSync(file)) keep(file, JSON.stringify(await make()));
  return JSON.parse(readFileSync(file, "utf8"));
}

/** What is read of a PDF: once for all suites of one that they share, anew of any other. */
export function readOnce<Value>(
  how: string,
  pdf: Uint8Array,
  read: (pdf: Uint8Array) => Promise<Value>,
): Promise<Value> {
  return existsSync(sharedMark(pdf)) ? madeOnce(how, pdf, () => read(pdf)) : read(pdf);
}

/** Says that other suites will read this PDF too. */
export function share(pdf: Uint8Array): void {
  keep(sharedMark(pdf), "");
}

function sharedMark(pdf: Uint8Array): string {
  return join(STORE, `shared-${sha256(pdf)}`);
}

/** Others see nothing of a file, or all of it. */
function keep(file: string, text: string): void {
  const unfinished = `${file}.${randomUUID()}`;
  mkdirSync(STORE, { recursive: true });
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
}

/** The names and contents of all files in these folders of a project. */
export function contentsOf(project: string, folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    if (!existsSync(join(project, folder))) continue;
    const entries = readdirSync(join(project, folder), { recursive: true, withFileTypes: true });
    for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) {
      const file = join(parentPath, name);
      const bytes = readFileSync(file);
      hash.update(`${file.slice(project.length)} ${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest("hex");
}

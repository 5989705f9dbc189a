import { rmSync } from "node:fs";
import { join } from "node:path";
import { orElse } from "../../diagnostic/refusal.js";
import { readBytes } from "../bytes.js";
import { writeOutput } from "./output.js";

/** In the project, so that what is there outlives the program, the browser and the machine. */
const FOLDER = ".desk-unsaved";
const LARGEST = 16 * 1024 * 1024;

/** Keeps what could not be written to `file` yet. Throws a Refusal where it cannot. */
export function keepUnsaved(project: string, file: string, says: string): void {
  writeOutput(project, placeOf(file), Buffer.from(says));
}

/** What was kept for `file`; undefined where nothing is. */
export function unsavedOf(project: string, file: string): string | undefined {
  return orElse(() => Buffer.from(readBytes(project, placeOf(file), LARGEST)).toString("utf8"));
}

/** Forgets what was kept for `file`. */
export function dropUnsaved(project: string, file: string): void {
  rmSync(join(project, placeOf(file)), { force: true });
}

function placeOf(file: string): string {
  return `${FOLDER}/${file}`;
}

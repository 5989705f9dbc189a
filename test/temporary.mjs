import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whatever the tests write goes to one folder, which is gone when all have run. */
export default function setup() {
  const folder = mkdtempSync(join(tmpdir(), "disclosure-tests-"));
  // the one that Windows has, and the one that others have
  Object.assign(process.env, { TEMP: folder, TMPDIR: folder });
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
}

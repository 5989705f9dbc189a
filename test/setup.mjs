import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PROGRAM = dirname(fileURLToPath(new URL(".", import.meta.url)));
/** What `npm run prepare` writes last. */
const PREPARED = "dist/startup/program.cjs.compiled";

/** Before all tests: they run what is in dist, and write to one folder, which is gone when all have run. */
export default function setup() {
  refuseStale();
  const folder = mkdtempSync(join(tmpdir(), "disclosure-tests-"));
  // the one that Windows has, and the one that others have
  Object.assign(process.env, { TEMP: folder, TMPDIR: folder });
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
}

/** A test of what was compiled before the sources were changed would prove nothing. */
function refuseStale() {
  const prepared = statSync(join(PROGRAM, PREPARED), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newer = readdirSync(join(PROGRAM, "src"), { recursive: true, withFileTypes: true }).find(
    (entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).mtimeMs > prepared,
  );
  if (newer) throw new Error(`src/${newer.name} is newer than dist, which the tests run: npm run prepare`);
}

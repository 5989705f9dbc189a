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
  const sources = readdirSync(join(PROGRAM, "src"), { recursive: true }).map((name) => join("src", name));
  const newer = sources.map((file) => [file, statSync(join(PROGRAM, file))]).find(isNewer);
  if (newer) throw new Error(`${newer[0]} is newer than dist, which the tests run: npm run prepare`);

  function isNewer([, state]) {
    return state.isFile() && state.mtimeMs > prepared;
  }
}

import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PROGRAM = dirname(fileURLToPath(new URL(".", import.meta.url)));
/** What `npm run prepare` writes last. */
const PREPARED = "dist/startup/program.cjs.compiled";
/** Linux keeps files in memory here; of what the tests leave at any time, this is many times as much. */
const IN_MEMORY = "/dev/shm";
const ROOM = 2 * 1024 ** 3;

/** Before all tests: they run what is in dist, and write to one folder, which is gone when all have run. */
export default function setup({ testPathPatterns }) {
  refuseStale();
  // all that there are, by nobody's choice
  if (testPathPatterns.patterns.length === 0) process.env.DISCLOSURE_TESTS = "sampled";
  const folder = mkdtempSync(join(hasRoom(IN_MEMORY) ? IN_MEMORY : tmpdir(), "disclosure-tests-"));
  // the one that Windows has, and the one that others have
  Object.assign(process.env, { TEMP: folder, TMPDIR: folder });
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
}

/** Thousands of small projects are written and removed, which a disk takes minutes for. */
function hasRoom(folder) {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= ROOM;
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

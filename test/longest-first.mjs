import Sequencer from "@jest/test-sequencer";

/** The files that take longest, which are short to read. */
const LONGEST = [
  "faults/faults",
  "cli/cli",
  "proofread/breaches",
  "check/check",
  "audit/given",
  "web/engine",
  "web/jobs",
  "new-year/whole-year",
  "hostile/limits",
  "draft/draft",
  "correct/publications",
  "web/desk.real",
  "forms/forms.real",
  "forms/office.real",
  "release/release.real",
  "render/svg-in-browser.real",
  "city/city.real",
].map((name) => `/test/${name}.test.ts`);

/**
 * The longest tests first, so that no core waits for one that was left for the end. Jest knows how long each took the last
 * time; on a machine without a last time it goes by the size of the files, and has to be told.
 */
export default class extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return sorted.sort((a, b) => rankOf(a.path) - rankOf(b.path));
  }
}

function rankOf(path) {
  const rank = LONGEST.findIndex((name) => path.replaceAll("\\", "/").endsWith(name));
  return rank < 0 ? LONGEST.length : rank;
}

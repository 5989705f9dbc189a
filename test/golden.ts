import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { expect } from "@jest/globals";

/**
 * Expects a text to be what a file says. Where it is not, the text stays beside the file as `<file>.actual`, to be compared
 * with it. With UPDATE=1 the file is written anew, to be read in the diff; never in CI, where nobody reads it.
 */
export function expectFile(file: string, text: string): void {
  const { UPDATE, CI } = process.env;
  if (UPDATE && CI) throw new Error(`UPDATE=1 in CI would write ${file} and nobody would read it`);
  if (UPDATE) writeFileSync(file, text);
  const expected = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  if (text === expected) rmSync(`${file}.actual`, { force: true });
  else writeFileSync(`${file}.actual`, text);
  expect(text).toBe(expected);
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { expectFile } from "../golden.js";
import { PACK_SAMPLES } from "../packs/packs.js";
import { PROGRAM } from "../project.js";
import { renewed, told } from "./renewing.js";

/** Each folder holds this year's data, if they are not a format's sample, what next year's must be, and what the officer must be told. */
const CASES = join(PROGRAM, "test/new-year/cases");
const SAMPLES = new Map(PACK_SAMPLES.map(({ name, folder, data }) => [name, join(folder, data.file)]));

const cases = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, input: SAMPLES.get(name) ?? join(CASES, name, "input.yaml") }));

describe.each(cases)("$name", ({ name, input }) => {
  const renewing = renewed(readFileSync(input, "utf8"));

  test("writes what it should", async () => {
    expectFile(join(CASES, name, "expected.yaml"), (await renewing).after);
  });

  test("says what it should", async () => {
    expectFile(join(CASES, name, "told.txt"), told(await renewing));
  });
});

test("line ends that are CRLF stay CRLF", async () => {
  const crlf = (text: string): string => text.replaceAll("\n", "\r\n");
  const texts = cases.map(({ input }) => readFileSync(input, "utf8"));
  for (const text of texts) {
    const [lf, after] = await Promise.all([renewed(text), renewed(crlf(text))]);
    expect(after.after).toBe(crlf(lf.after));
  }
});

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { CASES, caseNames, printedFor } from "./fault-case.js";

/** UPDATE=1 writes down what is printed as what is expected, to be read in the diff; never where nobody reads it. */
const updates = process.env.UPDATE === "1";

test("expectations are not rewritten in CI", () => {
  expect(updates && process.env.CI !== undefined).toBe(false);
});

test.each(caseNames())("%s", async (name) => {
  const printed = await printedFor(name);
  const file = join(CASES, name, "expected.txt");
  if (updates && process.env.CI === undefined) writeFileSync(file, printed);
  expect(printed).toBe(existsSync(file) ? readFileSync(file, "utf8") : "");
});

import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { orElse } from "../../src/diagnostic/refusal.js";
import { readMended } from "../../src/yaml/mend.js";

/** What is told of a file of so many lines; of a broken line that it has, the parser tells one in every round. */
function toldOf(line: string, times: number): number {
  const project = mkdtempSync(join(tmpdir(), "mended-"));
  mkdirSync(join(project, "data"));
  writeFileSync(join(project, "data/2023.yaml"), line.repeat(times));
  return orElse(
    () => readMended(project, "data/2023.yaml").problems.length,
    (found) => found.length,
  );
}

test("slips that are told one after the other are read so often as a file of its length may be", () => {
  expect(toldOf("- {a, b\n", 12)).toBeGreaterThan(10);
  expect(toldOf(`- {a, ${"b".repeat(9_000)}\n`, 40)).toBeLessThan(5);
});

import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { expectFile } from "../golden.js";
import { PROGRAM } from "../project.js";
import { atNight, sampleOf } from "../sample.js";
import { foundAfter, subject } from "./auditing.js";
import { type Edit, OTHERS, PUBLISHED } from "./edits.js";

const subjects = { sample: await subject("sample"), administrative: await subject("administrative") };
const known = new Map<Edit, readonly Diagnostic[]>();

/** What is found after an edit, looked for once. */
function found(edit: Edit): readonly Diagnostic[] {
  const findings = known.get(edit) ?? foundAfter(edit.change, subjects[edit.of]);
  known.set(edit, findings);
  return findings;
}

describe.each([
  ["errors seen in published documents", PUBLISHED],
  ["edits by hand", OTHERS],
])("%s", (_, edits) => {
  test.each(sampleOf(edits, 3).map((edit) => [edit.fault, edit] as const))("%s", (_fault, edit) => {
    expect(found(edit).map(({ code }) => code)).toEqual(edit.codes);
  });
});

atNight("what is said was read and found clear", () => {
  const file = join(PROGRAM, "test/audit/expected.txt");
  const printed = [...PUBLISHED, ...OTHERS]
    .map((edit) => `## ${edit.fault}\n\n${printDiagnostics(found(edit))}`)
    .join("\n");
  expectFile(file, printed);
});

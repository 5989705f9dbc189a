import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { CODES } from "../../src/diagnostic/diagnostic-codes.js";
import { PROGRAM } from "../project.js";
import { CASES, caseNames } from "./fault-case.js";

/** Everything that the program prints somewhere, one text for each diagnostic. */
const files = [
  ...caseNames().map((name) => join(CASES, name, "expected.txt")),
  ...[
    "docs/errors.md",
    "test/check/expected.txt",
    "test/proofread/expected.txt",
    "test/new-year/refusals.txt",
    "test/correct/refusals.txt",
    "test/audit/refused.txt",
  ].map((file) => join(PROGRAM, file)),
];
const told = files
  .flatMap((file) => readFileSync(file, "utf8").split(/^(?=错误 |警告 |## |```)/m))
  .flatMap((text) => {
    const [, code] = /^(?:错误|警告) .*\[(\S+)\]$/m.exec(text) ?? [];
    return code === undefined ? [] : [{ code, text }];
  });

test("every diagnostic says what to do", () => {
  expect(told.filter(({ text }) => !text.includes("怎么改：")).map(({ text }) => text)).toEqual([]);
});

test("every code of the closed list is among them", () => {
  const seen = new Set(told.map(({ code }) => code));
  expect(Object.keys(CODES).filter((code) => !seen.has(code))).toEqual([]);
});

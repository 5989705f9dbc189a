import { expect, test } from "@jest/globals";
import { expectFile } from "../golden.js";
import { reportAsText } from "../report-text.js";
import { composeCase, expectedFile, REPORT_CASES } from "./cases.js";

test.each(REPORT_CASES)("%s says what is expected", (name) => {
  const { report, diagnostics } = composeCase(name);
  expect(diagnostics).toEqual([]);
  expectFile(expectedFile(name), reportAsText(report));
});

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { compose } from "../../src/compose/report.js";
import type { Report } from "../../src/model/report.js";
import { chooseDataFiles } from "../../src/project/data-files.js";
import { readSchemas, readSources } from "../../src/project/sources.js";
import { validateDisclosure } from "../../src/validate/disclosure.js";
import { keepBooks } from "../../src/work/gates.js";
import { expectFile } from "../golden.js";
import { makeProject, PROGRAM } from "../project.js";
import { reportAsText } from "../report-text.js";

/** Each folder is a project of its own, with what its newest disclosure says in expected.txt. */
const CASES = join(PROGRAM, "test/reports");
const SAMPLE = "sample";

function composed(project: string): Report {
  const [data] = chooseDataFiles(project, {});
  if (!data) throw new Error(`no data in ${project}`);
  const disclosure = validateDisclosure(readSources(PROGRAM, project, data), readSchemas(PROGRAM));
  const { year, pack } = disclosure;
  const books = keepBooks(disclosure);
  const { report, diagnostics } = compose(year.budget, books, pack);
  expect(diagnostics).toEqual([]);
  return report;
}

const cases = readdirSync(CASES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe.each(cases)("%s", (name) => {
  const folder = join(CASES, name);
  const expected = join(folder, "expected.txt");

  test("says what is expected", () => {
    const text = reportAsText(composed(makeProject(name === SAMPLE ? PROGRAM : folder)));
    expectFile(expected, text);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { chooseDataFiles } from "../../src/project/data-files.js";
import { examineIn, makeProject, PROGRAM } from "../project.js";
import { reportAsText } from "../report-text.js";

/**
 * Each folder is a project whose newest disclosure can be built; expected.txt has what it prints, a line each, behind
 * 不印： what it does not print, and behind 警告： what is told beside it.
 */
const CASES = join(PROGRAM, "test/scopes");

const cases = readdirSync(CASES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe.each(cases)("%s", (name) => {
  const folder = join(CASES, name);
  const lines = readFileSync(join(folder, "expected.txt"), "utf8").trim().split("\n");

  test("prints what is true, and is told no error", async () => {
    const project = makeProject(folder);
    const [data] = chooseDataFiles(project, {});
    if (!data) throw new Error(`no data in ${project}`);
    const { report, warnings } = await examineIn(project, { data, output: "out" });
    const text = reportAsText(report);
    const told = warnings.map(({ message }) => message);
    for (const line of lines) {
      const [, sign = "", words = ""] = /^(不印：|警告：)?(.*)$/u.exec(line) ?? [];
      if (sign === "警告：") expect(told).toContain(words);
      else if (sign === "不印：") expect(text).not.toContain(words);
      else expect(text).toContain(words);
    }
  });
});

import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { orElseLater } from "../../src/diagnostic/refusal.js";
import { expectFile } from "../golden.js";
import { makeProject, PROGRAM, runIn } from "../project.js";
import { sampleOf } from "../sample.js";

/**
 * Each folder holds the words of a command, a line each, the data that is there before, if that is not the sample's, what
 * is written, if anything is, and what is told.
 */
const CASES = join(PROGRAM, "test/new-unit/cases");

async function done(name: string) {
  const folder = join(CASES, name);
  const words = readFileSync(join(folder, "command.txt"), "utf8").trim().split("\n");
  const project = makeProject();
  if (existsSync(join(folder, "data")))
    cpSync(join(folder, "data"), join(project, "data"), { recursive: true });
  const option = (called: string): string => words[words.indexOf(called) + 1] ?? "";
  const told = await orElseLater(
    async () => {
      const { says, warnings } = await runIn(project, words);
      return `${printDiagnostics(warnings)}${says}\n`;
    },
    (found) => printDiagnostics(found),
  );
  const unit = ["--unit", option("--unit"), "--year", option("--year")];
  return { project, unit, told, file: join(project, "data", option("--unit"), `${option("--year")}.yaml`) };
}

const cases = readdirSync(CASES).map((name) => ({
  name,
  isWritten: existsSync(join(CASES, name, "expected.yaml")),
}));

test.each(sampleOf(cases, 2))("$name: writes and says what it should", async ({ name, isWritten }) => {
  const { file, told } = await done(name);
  expectFile(join(CASES, name, "told.txt"), told);
  if (isWritten) expectFile(join(CASES, name, "expected.yaml"), readFileSync(file, "utf8"));
});

describe.each(
  sampleOf(
    cases.filter(({ isWritten }) => isWritten),
    3,
  ),
)("what $name has written", ({ name }) => {
  const making = done(name);

  test("lacks what is to be filled in and nothing else", async () => {
    const { project, unit } = await making;
    const found = await orElseLater(
      async () => (await runIn(project, ["check", ...unit])).warnings,
      (refused) => refused,
    );
    const errors = found.filter(({ severity }) => severity === "错误");
    expect(errors.length).toBeGreaterThan(20);
    expect(errors.filter(({ code }) => code !== "数据/待填")).toEqual([]);
  });

  test("has nothing of another unit", async () => {
    const { file } = await making;
    expect(readFileSync(file, "utf8")).not.toMatch(/^[^#]*(?:三门峡|2018980|411200230000)/m);
  });

  test("is drafted at once", async () => {
    const { project, unit } = await making;
    const { says } = await runIn(project, ["build-report", "--draft", ...unit]);
    expect(says).toContain("已生成草稿");
  });

  test("is never overwritten", async () => {
    const { project, file } = await making;
    const before = readFileSync(file, "utf8");
    const words = readFileSync(join(CASES, name, "command.txt"), "utf8")
      .trim()
      .split("\n");
    const found = await orElseLater(
      async () => (await runIn(project, words)).warnings,
      (refused) => refused,
    );
    expect(found.map(({ code }) => code)).toContain("文件/已存在");
    expect(readFileSync(file, "utf8")).toBe(before);
  });
});

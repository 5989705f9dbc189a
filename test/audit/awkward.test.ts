import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import type { Report, Run } from "../../src/model/report.js";
import { quantity } from "../../src/money/money.js";
import { dataFile } from "../../src/project/data-files.js";
import { audit } from "../../src/work/audit/audit.js";
import { buildIn, examineIn, makeProject, PROGRAM } from "../project.js";
import { sampleOf } from "../sample.js";
import { auditOf, setting } from "./auditing.js";
import { manuscriptOf } from "./typed.js";

const data = dataFile("100000", 2023);

function projectOf(name: string): string {
  return makeProject(join(PROGRAM, "test/audit/awkward", name));
}

test.each(
  sampleOf(
    [
      ["the unit of an amount is on the next line of its cell", "broken-unit"],
      ["a long name breaks a title into five lines", "long-name"],
    ],
    2,
  ),
)("%s: nothing is found in the own file", async (_, name) => {
  const project = projectOf(name);
  const { file } = await buildIn(project, { data, output: "out" });
  const { findings } = await audit({ data, file, folder: project }, setting(project));
  expect(printDiagnostics(findings)).toBe("");
});

test.each([
  [
    "all are printed as 0.00 万元: no share is computed from them",
    "nothing-printed",
    "支出合计",
    "支出合计",
    "0.00万元",
  ],
  [
    "another change with its reason in the same sentence is no part of it",
    "two-reasons",
    "一般公共预算收支的增减",
    "一般公共预算收支的增减额",
    "0.01万元",
  ],
])("%s: one changed number is told, and no other", async (_, name, measure, says, right) => {
  const project = projectOf(name);
  const examined = await examineIn(project, { data, output: "out" });
  const manuscript = manuscriptOf(withOther(examined.report, measure, "11.12"));
  const { findings } = auditOf(manuscript, { ...examined, project, data: data.file });
  expect(findings.map(({ message }) => message)).toEqual([`“${says}”印的是 11.12万元，按数据应为 ${right}`]);
});

/** The report with another amount for a measure where its text has it first. */
function withOther(report: Report, measure: string, amount: string): Report {
  let isFirst = true;
  const changed = (run: Run): Run => {
    if (!isFirst || run.kind !== "figure" || run.figure.measure !== measure) return run;
    isFirst = false;
    return { ...run, figure: { ...run.figure, amount: quantity(amount) } };
  };
  const parts = report.parts.map((part) => ({
    ...part,
    blocks: part.blocks.map((block) =>
      block.kind === "paragraph" ? { ...block, runs: block.runs.map(changed) } : block,
    ),
  }));
  return { ...report, parts };
}

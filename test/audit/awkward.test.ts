import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { audit } from "../../src/audit.js";
import { printDiagnostics } from "../../src/console/diagnostics.js";
import type { Report, Run } from "../../src/model/report.js";
import { quantity } from "../../src/money/money.js";
import { dataFile } from "../../src/read/data-files.js";
import { buildIn, examineIn, makeProject, PROGRAM } from "../project.js";
import { auditOf, setting } from "./auditing.js";
import { manuscriptOf } from "./typed.js";

const data = dataFile("100000", 2023);

function projectOf(name: string): string {
  return makeProject(join(PROGRAM, "test/audit/awkward", name));
}

test.each([
  ["金额的单位折到格子的下一行", "broken-unit"],
  ["单位名称很长，标题折成五行", "long-name"],
])("%s，自己的文件里什么都没有发现", async (_, name) => {
  const project = projectOf(name);
  const { file } = await buildIn(project, { data, output: "out" });
  const { findings } = await audit({ data, file, folder: project }, setting(project));
  expect(printDiagnostics(findings)).toBe("");
});

test("印出来都是 0.00 万元，改一个数，只说这一个：占比不由它算", async () => {
  const project = projectOf("nothing-printed");
  const examined = await examineIn(project, { data, output: "out" });
  const manuscript = manuscriptOf(withTotal(examined.report, "11.11"));
  const { findings } = auditOf(manuscript, { ...examined, project, data: data.file });
  expect(findings.map(({ message }) => message)).toEqual(["“支出合计”印的是 11.11万元，按数据应为 0.00万元"]);
});

/** The report with another 支出合计 in its text. */
function withTotal(report: Report, amount: string): Report {
  const changed = (run: Run): Run =>
    run.kind === "figure" && run.figure.measure === "支出合计" && run.figure.unit === "万元"
      ? { ...run, figure: { ...run.figure, amount: quantity(amount) } }
      : run;
  let isFirst = true;
  const parts = report.parts.map((part) => ({
    ...part,
    blocks: part.blocks.map((block) => {
      if (block.kind !== "paragraph" || !isFirst || block.runs.every((run) => changed(run) === run))
        return block;
      isFirst = false;
      return { ...block, runs: block.runs.map(changed) };
    }),
  }));
  return { ...report, parts };
}

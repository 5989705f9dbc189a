import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { warning } from "../../src/diagnostic/diagnostic.js";
import { dataFile } from "../../src/project/data-files.js";
import { examineIn, makeProject } from "../project.js";

const FILE = "data/403008/2023.yaml";

async function warnedOf(project: string, ...edits: readonly (readonly [find: string, replace: string])[]) {
  const file = join(project, FILE);
  writeFileSync(
    file,
    edits.reduce((text, [find, replace]) => text.replace(find, replace), readFileSync(file, "utf8")),
  );
  const { warnings } = await examineIn(project, { data: dataFile("403008", 2023), output: "out" });
  return warnings;
}

/** What confirms the only warning of the sample, as it is now. */
async function confirmedSample() {
  const project = makeProject();
  const [warning] = await warnedOf(project);
  const mark = warning?.confirmation?.mark ?? "";
  expect(mark).toMatch(/^勾稽\/政府采购遗漏 \d{8}$/);
  // lines that move, and remarks, change nothing
  const confirmed = `# 一行\n已核对: [${mark}] # 问过采购办`;
  expect(await warnedOf(project, ["收入:\n", `${confirmed}\n\n收入:\n`])).toEqual([]);
  return { project, mark };
}

test("a confirmed warning is told no more, until its figures change; then it is told once, with what to replace", async () => {
  const { project, mark } = await confirmedSample();
  const again = await warnedOf(
    project,
    ["金额: 2430000.00", "金额: 2430000.10"],
    ["金额: 3750000.00", "金额: 3749999.90"],
  );
  expect(again.map(({ code }) => code)).toEqual(["勾稽/政府采购遗漏"]);
  const [now] = again;
  expect(now?.confirmation?.former).toBe(mark);
  const [, former = "", , digits = ""] = `${mark} ${now?.confirmation?.mark}`.split(" ");
  const printed = printDiagnostics(again);
  expect(printed).toContain(`把 ${FILE} 的“已核对”里的 ${former} 换成 ${digits}`);
  expect(printed).not.toContain("已核对: [");
  expect(await warnedOf(project, [former, digits])).toEqual([]);
});

test("what a warning does not speak of may change: names of projects, and other columns of its lines", async () => {
  const { project } = await confirmedSample();
  const renamed = ["2023物业管理费（含", "2023年1,000.00平方米物业费（含"] as const;
  expect(await warnedOf(project, renamed)).toEqual([]);
});

test("names of codes stay confirmed when one is added that nothing has; that one is told by itself", async () => {
  const project = makeProject();
  const lines = `科目名称: { 2130177: 某项业务 }\n`;
  const found = await warnedOf(
    project,
    ["功能科目: 2101102, 经济科目: 30110", "功能科目: 2130177, 经济科目: 30110"],
    ["列示科目: [", `${lines}列示科目: [`],
  );
  const marks = found.flatMap(({ confirmation }) => confirmation?.mark ?? []);
  expect(marks.length).toBeGreaterThan(1);
  const [line = ""] = /^已核对: .*$/m.exec(printDiagnostics(found)) ?? [];
  expect(line.slice("已核对: [".length, -1).split(", ").sort()).toEqual(marks.toSorted());
  expect(await warnedOf(project, ["收入:\n", `${line}\n\n收入:\n`])).toEqual([]);
  const unused = "{ 2130177: 某项业务, 2240198: 没有, 2240199: 别的业务 }";
  const more = await warnedOf(project, ["{ 2130177: 某项业务 }", unused]);
  expect(more.map(({ message }) => message)).toEqual([
    "“科目名称”里这些不必写：2240198（没有用到这个科目）、2240199（没有用到这个科目）",
  ]);
  expect(printDiagnostics(more)).toContain(`在 ${FILE} 的“已核对”的方括号里加上`);
});

test("where the list is there and empty, its brackets are what is to be filled", async () => {
  const project = makeProject();
  const found = await warnedOf(project, ["收入:\n", "已核对: []\n\n收入:\n"]);
  expect(printDiagnostics(found)).toContain(`在 ${FILE} 的“已核对”的方括号里加上`);
});

test("names that need not be written stay confirmed on another line", async () => {
  const project = makeProject();
  const [found] = await warnedOf(project, ["列示科目: [", "科目名称: { 2240198: 没有 }\n列示科目: ["]);
  const [moved] = await warnedOf(project, ["科目名称: { 2240198: 没有 }", "科目名称:\n  2240198: 没有"]);
  expect(found?.code).toBe("数据/科目名称");
  expect(moved?.confirmation?.mark).toBe(found?.confirmation?.mark);
});

test("what is not shown is not offered to be confirmed", () => {
  const warnings = Array.from({ length: 25 }, (_, at) => ({
    ...warning("数据/科目名称", `第 ${at} 个`, undefined),
    confirmation: { file: FILE, mark: `数据/科目名称 ${at}`, hasKey: true },
  }));
  const printed = printDiagnostics(warnings);
  expect(printed).toContain("同样的还有 5 处");
  expect(printed).toContain("数据/科目名称 19");
  expect(printed).not.toContain("数据/科目名称 20");
});

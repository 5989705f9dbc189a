import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { compareData } from "../../src/compare/data.js";
import { dataFile } from "../../src/project/data-files.js";
import { readYaml } from "../../src/yaml/yaml.js";
import { newYearIn } from "../project.js";
import { DATA, type Edit, NARRATIVE, printedIn, projectWith } from "./format.js";

const NEXT = "data/403008/2024.yaml";

const CHANGES: readonly Edit[] = [
  [NARRATIVE, "计划接待{{数量 接待批次}}，", "计划接待{{数量 接待批次}}，比上年{{增减 接待批次}}。"],
  [DATA, "\n原因:", "\n  接待批次: 10\n\n原因:\n  接待批次: 业务增加"],
];

test("counts are compared with those that are written under 上年", async () => {
  const text = await printedIn(projectWith(CHANGES), 2023);
  expect(text).toContain("计划接待12批次，比上年增加2批次，增长20.00%，主要原因是业务增加。");
});

test("in the next year, what the format wants copied stays, with its years moved on, and all else is asked for", async () => {
  const project = projectWith([]);
  const { renewal } = await newYearIn(project, dataFile("403008", 2023));
  const text = readFileSync(join(project, NEXT), "utf8");
  const facts = text.slice(text.indexOf("\n版式事项:"), text.indexOf("\n# 政府采购"));
  expect(facts).toContain(
    "\n  接待批次: 待填\n  会议费: 待填\n  整体绩效: |\n    2024年保障运转。\n    服务群众。\n",
  );
  expect(facts).toContain("\n  购买服务: 待填\n  服务项目: 待填\n");
  expect(facts).toContain("\n    2080502: { 用途: 2080502的用途, 上年执行数: 待填 }\n");
  expect(facts).toContain("\n    其他用车: { 计划购置: 待填 }\n");
  expect(text).toContain("{ 项目描述: 2024物业管理费（含经济适用房费用）的内容 }");
  expect(renewal.carried).toContain("版式事项");
});

/** The project with the same data for the next year, but for the edits. */
function withNext(
  project: string,
  ...edits: readonly (readonly [find: string | RegExp, replace: string])[]
): string {
  const next = readFileSync(join(project, DATA), "utf8")
    .replace("年度: 2023", "年度: 2024")
    .replace(/\n上年:\n(?: {2}.*\n)+/, "\n上年: {}\n")
    .replace(/\n原因:\n(?: {2}.*\n)+/, "\n原因: {}\n");
  writeFileSync(
    join(project, NEXT),
    edits.reduce((text, [find, replace]) => text.replace(find, replace), next),
  );
  return project;
}

const COMPARING = CHANGES.slice(0, 1);
const REASON = ["原因: {}", "原因: { 接待批次: 业务增加 }"] as const;

test("last year's counts are those of its file", async () => {
  const project = withNext(projectWith(COMPARING), ["接待批次: 12", "接待批次: 15"], REASON);
  expect(await printedIn(project, 2024)).toContain(
    "计划接待15批次，比上年增加3批次，增长25.00%，主要原因是业务增加。",
  );
});

test("where last year's file does not say them, as its format did not ask, they are asked for and not taken for nothing", async () => {
  const project = withNext(projectWith(COMPARING), REASON);
  const file = join(project, DATA);
  writeFileSync(file, readFileSync(file, "utf8").replace("  接待批次: 12\n", "  别的事项: 甲\n"));
  expect(await printedIn(project, 2024)).toContain("“上年”里没有：“接待批次”");
  withNext(project, ["  别的事项: 甲\n", "  接待批次: 12\n"], REASON, ["上年: {}", "上年: { 接待批次: 10 }"]);
  expect(await printedIn(project, 2024)).toContain("计划接待12批次，比上年增加2批次，增长20.00%");
});

test("what of them was corrected is told by its name", () => {
  const [before, after] = [
    projectWith([]),
    projectWith([
      [DATA, "接待批次: 12", "接待批次: 13"],
      [DATA, "用途: 2080505的用途", "用途: 缴养老保险"],
    ]),
  ].map((project) => readYaml(project, DATA));
  if (!before || !after) throw new Error("no data");
  expect(compareData(before, after).map(({ name, before, after }) => [name, before, after])).toEqual([
    ["版式事项的接待批次", "12", "13"],
    ["版式事项的2080505的用途", "2080505的用途", "缴养老保险"],
  ]);
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { figureText, runText } from "../../src/model/printed.js";
import type { Run } from "../../src/model/report.js";
import { blocksOf, runsOf } from "../../src/model/walk.js";
import { placeOfWords } from "../../src/model/wording.js";
import { dataFile } from "../../src/project/data-files.js";
import { printedFigures } from "../../src/render/figures/figures.js";
import { examineIn, makeProject } from "../project.js";

const DATA = dataFile("403008", 2023);
const CODE = "411200230000000004110";

/** The report of the sample with other texts in its data. */
async function reportWith(edits: readonly (readonly [find: string, replace: string])[]) {
  const project = makeProject();
  const file = join(project, DATA.file);
  const text = edits.reduce((all, [find, replace]) => all.replace(find, replace), readFileSync(file, "utf8"));
  writeFileSync(file, text);
  return (await examineIn(project, { data: DATA, output: "out" })).report;
}

const REASON = "收入总计: 加强经费管理，对项目经费进行压缩";
const quoting = (words: string) => [[REASON, `收入总计: 压缩项目，${words}`]] as const;

/** The runs of the paragraph in which these words stand. */
const paragraphWith = (report: Awaited<ReturnType<typeof reportWith>>, words: string): readonly Run[] => {
  const found = [...blocksOf(report)].find((block) => runsOf(block).map(runText).join("").includes(words));
  return found ? runsOf(found) : [];
};

test.each([
  ["{{项目支出}}", "800.00万元"],
  ["{{ 项目支出 }}", "800.00万元"],
  ["{{上年 收入总计}}", "1131.40万元"],
  ["减少{{增减额 收入总计}}", "减少129.50万元"],
  [`{{项目 ${CODE}}}`, "243.00万元"],
  ["{{项目 2023综合费用（含经济适用房费用）}}", "108.00万元"],
  ["{{科目 30213}}", "375.00万元"],
  ["{{科目 221}}", "811.63万元"],
  ["{{科目 30101}}和{{项目个数}}", "59.08万元和9个"],
])("%s prints %s", async (words, printed) => {
  const runs = paragraphWith(await reportWith(quoting(words)), "压缩项目");
  expect(runs.map(runText).join("")).toContain(`压缩项目，${printed}；`);
});

test("they are figures of the report, asked for where the officer wrote it, and follow its amounts", async () => {
  const edits = [
    ...quoting("{{项目支出}}"),
    ["否, 金额: 2430000.00", "否, 金额: 2440000.00"],
    ["财政拨款: 否, 金额: 8000000.00", "财政拨款: 否, 金额: 8010000.00"],
    ["≤243万元", "≤244万元"],
  ] as const;
  const report = await reportWith(edits);
  const run = paragraphWith(report, "压缩项目").find(
    (each) => each.kind === "figure" && each.figure.measure === "项目支出",
  );
  if (run?.kind !== "figure") throw new Error("no such figure");
  expect(figureText(run.figure)).toBe("801.00万元");
  expect(run.figure.query).toBeDefined();
  expect(placeOfWords(run.origins, 0, 1)?.excerpt).toContain("压缩项目，{{项目支出}}");
  const exported = printedFigures(report).filter(
    ({ place, measure, title }) =>
      place === "说明" && measure === "项目支出" && title.includes("收入支出预算总体"),
  );
  expect(exported).toHaveLength(1);
});

test("the duties quote as reasons do, and keep their other numbers", async () => {
  const report = await reportWith([["主要职责: 承担", "主要职责: 承担24小时值守，管理{{车辆}}，承担"]]);
  expect(paragraphWith(report, "主要职责是").map(runText).join("")).toContain("24小时值守，管理0辆，承担");
});

test("a standard that is declared may be typed", async () => {
  const report = await reportWith([
    [REASON, "收入总计: 压缩项目，取消每人每年2万元的补贴"],
    ["\n上年:", "\n标准: [每人每年2万元]\n上年:"],
  ]);
  expect(paragraphWith(report, "压缩项目").map(runText).join("")).toContain("每人每年2万元");
});

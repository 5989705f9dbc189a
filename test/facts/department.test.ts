import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { dataFile } from "../../src/project/data-files.js";
import { readSchemas, readSources } from "../../src/project/sources.js";
import { validateDraft } from "../../src/validate/draft.js";
import { passGates } from "../../src/work/gates.js";
import { PROGRAM, program } from "../project.js";
import { reportAsText } from "../report-text.js";
import { DATA, printedIn, projectWith } from "./format.js";

/** The sample as a department with a unit that is another copy of it. */
function department(): string {
  const project = projectWith([]);
  const own = readFileSync(join(project, DATA), "utf8");
  const unit = join(project, "data/403009/2023.yaml");
  mkdirSync(dirname(unit), { recursive: true });
  writeFileSync(
    unit,
    own
      .replace("代码: 403008", "代码: 403009")
      .replace("名称: 三门峡市住房保障中心", "名称: 三门峡市住房服务中心")
      .replaceAll("编码: 41120023", "编码: 41120099")
      .replace("接待批次: 12", "接待批次: 5")
      .replaceAll(/用途: (\d+)的用途/g, "用途: 单位的话"),
  );
  writeFileSync(
    join(project, DATA),
    own
      .replace("\n收入:", '\n汇总单位: ["403009"]\n\n收入:')
      .replaceAll("加强经费管理，对项目经费进行压缩", "业务增加"),
  );
  return project;
}

test("a department's figures are the sums of its units', and of codes it says its own words", async () => {
  const project = department();
  const text = await printedIn(project);
  expect(text).toContain("计划接待17批次，会议费3.00万元，购置4辆。");
  expect(text).toContain("用于2080502的用途，上年执行数2.00万元");
  expect(text).not.toContain("单位的话");
});

test("a draft shows what is still to be filled in where it is printed", async () => {
  const project = projectWith([
    [DATA, "接待批次: 12", "接待批次: 待填"],
    [DATA, "购买服务: 是", "购买服务: 待填"],
    [DATA, "[保洁, 保安]", "待填"],
    [DATA, "用途: 2080502的用途", "用途: 待填"],
  ]);
  const sources = readSources(PROGRAM, project, dataFile("403008", 2023), undefined, true);
  const disclosure = validateDraft(sources, readSchemas(PROGRAM));
  const { report, found } = await passGates(disclosure, {
    program,
    step: async (_name, _subject, work) => work(),
  });
  expect(found.filter(({ severity }) => severity === "错误").map(({ code }) => code)).toEqual(
    Array.from({ length: 4 }, () => "数据/待填"),
  );
  const text = reportAsText(report);
  expect(text).toContain("计划接待待填");
  expect(text).toContain("用于待填");
});

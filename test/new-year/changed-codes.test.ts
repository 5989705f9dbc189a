import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { dataFile } from "../../src/project/data-files.js";
import { openProgram } from "../../src/work/build.js";
import { newYear } from "../../src/work/new-year.js";
import { makeProject, PROGRAM } from "../project.js";
import { replacedOnce } from "./filling.js";

/** A program whose lists let go of a code after 2023. */
function programWithout2210106(): string {
  const folder = mkdtempSync(join(tmpdir(), "disclosure-"));
  cpSync(join(PROGRAM, "schemas"), join(folder, "schemas"), { recursive: true });
  const file = join(folder, "schemas/codes/功能科目.yaml");
  const abolished = "  - { 状态: 官方, 来源: 某, 止: 2023, 代码: { 2210106: 公共租赁住房 } }";
  const without = replacedOnce(readFileSync(file, "utf8"), /\n +2210106: .*/, "");
  writeFileSync(file, replacedOnce(without, "科目:\n", `科目:\n${abolished}\n`));
  return folder;
}

/** A project whose bureau has given a list of 2024, with other names. */
function projectWithList(): string {
  const project = makeProject();
  mkdirSync(join(project, "data/科目"));
  const names = "功能科目: { 2080502: 事业单位离退休人员支出 }\n部门经济科目: { 30229: 职工福利费 }\n";
  writeFileSync(join(project, "data/科目/2024.yaml"), `年度: 2024\n来源: [科目.xlsx]\n${names}`);
  return project;
}

describe("the code lists of 2024 differ from those of 2023", () => {
  const project = projectWithList();
  const program = { ...openProgram(PROGRAM), folder: programWithout2210106() };
  const renewed = newYear(
    { data: dataFile("403008", 2023) },
    { program, project, step: async (_name, _subject, work) => work() },
  );

  test("renamed codes are told, each once", async () => {
    const { changes } = (await renewed).renewal;
    const told = changes.flatMap((change) =>
      change.kind === "doubt" && /科目表/.test(change.why) ? [`${change.place.line} ${change.why}`] : [],
    );
    expect(told).toEqual([
      "30 2024 年的科目表变了：2080502 原来是 事业单位离退休，现在是 事业单位离退休人员支出",
      "30 2024 年的科目表变了：30229 原来是 福利费，现在是 职工福利费",
    ]);
  });

  test("where an abolished code is used, it says so once", async () => {
    const { warnings } = await renewed;
    expect(warnings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "数据/科目年份 功能科目 2210106 公共租赁住房 只用到 2023 年",
    ]);
  });
});

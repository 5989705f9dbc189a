import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { dataFile } from "../../src/project/data-files.js";
import { openProgram } from "../../src/work/build.js";
import { newYear } from "../../src/work/new-year.js";
import { makeProject, PROGRAM } from "../project.js";
import { replacedOnce } from "./filling.js";

/** A program whose lists of 2024 are those of 2023 with changes: a renamed, an abolished and a moved code. */
function programOf2024(): string {
  const folder = mkdtempSync(join(tmpdir(), "disclosure-"));
  cpSync(join(PROGRAM, "schemas"), join(folder, "schemas"), { recursive: true });
  cpSync(join(folder, "schemas/codes/2023"), join(folder, "schemas/codes/2024"), { recursive: true });
  const edit = (name: string, find: string | RegExp, replacement: string): void => {
    const file = join(folder, `schemas/codes/2024/${name}.yaml`);
    writeFileSync(file, replacedOnce(readFileSync(file, "utf8"), find, replacement));
  };
  edit("功能科目", /2080502: .*/, "2080502: 事业单位离退休人员支出");
  edit("功能科目", /\n +2210106: .*/, "");
  edit("部门经济科目", /30229: .*/, "30229: 职工福利费");
  return folder;
}

describe("the code lists of 2024 differ from those of 2023", () => {
  const project = makeProject();
  const program = { ...openProgram(PROGRAM), folder: programOf2024() };
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

  test("where an abolished code is used, it says that there is none", async () => {
    const { warnings } = await renewed;
    expect(new Set(warnings.map(({ code, message }) => `${code} ${message}`))).toEqual(
      new Set(["数据/科目 功能科目表里没有代码 2210106"]),
    );
    expect(warnings).toHaveLength(10);
  });
});

import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { type Choice, chooseDataFiles } from "../../src/project/data-files.js";
import { expectFile } from "../golden.js";
import { makeProject, newYearIn, PROGRAM } from "../project.js";
import { replacedOnce } from "./filling.js";

const THIS = "data/403008/2023.yaml";
const NEXT = "data/403008/2024.yaml";
const TOLD = join(PROGRAM, "test/new-year/refusals.txt");

interface Refused {
  readonly says: string;
  /** what was done to the sample's project before */
  prepare(project: string): unknown;
  readonly choice?: Choice;
}

function editing(find: string, replacement: string): Refused["prepare"] {
  return (project) => {
    const file = join(project, THIS);
    writeFileSync(file, replacedOnce(readFileSync(file, "utf8"), find, replacement));
  };
}

const REFUSED: readonly Refused[] = [
  {
    says: "下一年的文件已经有了",
    prepare: (project) => writeFileSync(join(project, NEXT), "# 填了一半\n"),
    choice: { year: 2023 },
  },
  {
    says: "再做一次，没有写年度",
    prepare: (project) => newYearIn(project, { unit: "403008", year: 2023, file: THIS }),
  },
  { says: "今年的数据有错", prepare: editing("金额: 2430000.00", "金额: 243万元") },
  { says: "今年的数据不是 YAML", prepare: editing("收入:\n", "收入：\n") },
  { says: "没有这个单位", prepare: () => {}, choice: { unit: "999999" } },
  { says: "没有这个年度", prepare: () => {}, choice: { year: 2020 } },
  {
    says: "今年的文件放错了地方",
    prepare: (project) => renameSync(join(project, THIS), join(project, "data/403008/2022.yaml")),
  },
];

async function refusal(project: string, choice: Choice): Promise<readonly Diagnostic[]> {
  try {
    for (const data of chooseDataFiles(project, choice)) await newYearIn(project, data);
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostics;
    throw error;
  }
  return [];
}

/** Every file below a folder, with what is in it. */
function contents(folder: string): readonly (readonly [string, string])[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return names
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .sort()
    .map((file) => [file, readFileSync(file, "utf8")]);
}

const cases = await Promise.all(
  REFUSED.map(async ({ says, prepare, choice = {} }) => {
    const project = makeProject();
    await prepare(project);
    const before = contents(join(project, "data"));
    const found = await refusal(project, choice);
    return { says, found, before, after: contents(join(project, "data")) };
  }),
);

describe.each(cases)("$says", ({ found, before, after }) => {
  test("nothing is made, and it says why", () =>
    expect(found.some(({ severity }) => severity === "错误")).toBe(true));
  test("nothing is written and nothing gone", () => expect(after).toEqual(before));
});

test("what is said was read and found good", () => {
  const told = cases.map(({ says, found }) => `## ${says}\n${printDiagnostics(found)}`).join("\n");
  expectFile(TOLD, told);
});

test("with errors in last year's sums it is made all the same, with the advice to mend them first", async () => {
  const project = makeProject();
  editing("金额: 2430000.00", "金额: 2430000.01")(project);
  const { warnings } = await newYearIn(project, { unit: "403008", year: 2023, file: THIS });
  const codes = warnings.map(({ severity, code, place }) => `${severity} ${code} ${place?.file}`);
  expect(codes).toContain(`警告 勾稽/收支平衡 ${THIS}`);
  expect(existsSync(join(project, NEXT))).toBe(true);
});

test("where two projects get one name by the shift of years it is made all the same, and told", async () => {
  const project = makeProject();
  editing("2023保障房年度审核费", "2024物业管理费（含经济适用房费用）")(project);
  const { warnings } = await newYearIn(project, { unit: "403008", year: 2023, file: THIS });
  expect(warnings.map(({ code }) => code)).toContain("数据/重复");
});

/** Windows lets only administrators make links. */
const onPosix = process.platform === "win32" ? test.skip : test;

onPosix("下一年的文件是链接的，不顺着它写；单位的文件夹通到外面的，不读", async () => {
  const outside = mkdtempSync(join(tmpdir(), "disclosure-"));
  const project = makeProject();
  symlinkSync(join(outside, "2024.yaml"), join(project, NEXT));
  expect((await refusal(project, { year: 2023 })).map(({ code }) => code)).toEqual(["文件/已存在"]);
  expect(readdirSync(outside)).toEqual([]);
  const other = makeProject();
  renameSync(join(other, dirname(THIS)), join(outside, "403008"));
  symlinkSync(join(outside, "403008"), join(other, dirname(THIS)));
  expect((await refusal(other, { year: 2023 })).map(({ code }) => code)).toEqual(["文件/不能读"]);
  expect(readdirSync(join(outside, "403008"))).toEqual(["2023.yaml"]);
});

import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readCommand } from "../../src/cli/command.js";
import { writeOutput } from "../../src/files/write/output.js";
import { makeProject } from "../project.js";
import { projectWith, refusalIn, refused } from "./disclosure.js";
import { DATA, exists, expectRefusal, run, saidOf } from "./run.js";

const windows = process.platform === "win32";
/** Windows lets only administrators make links, and has no pipes in folders. */
const onPosix = windows ? test.skip : test;
const describeOnPosix = windows ? describe.skip : describe;

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "disclosure-"));
}

describeOnPosix("in place of a data file (on Windows: skipped, no links without administrator)", () => {
  const project = newFolder();
  const outside = join(newFolder(), "2023.yaml");
  writeFileSync(outside, readFileSync(join(makeProject(), DATA)));
  const at = (unit: string): string => join(project, "data", unit, "2023.yaml");
  for (const unit of ["100001", "100002", "100003", "100004", "100005", "100006"]) {
    mkdirSync(join(project, "data", unit), { recursive: true });
  }
  mkdirSync(at("100001"));
  const made = spawnSync("mkfifo", [at("100002")]).status === 0;
  symlinkSync("nowhere.yaml", at("100003"));
  symlinkSync("2023.yaml", at("100004"));
  symlinkSync(outside, at("100005"));
  symlinkSync("/dev/zero", at("100006"));
  const outcome = run(project, "check");

  test("nothing is waited for, and every refusal is calm", () => expectRefusal(outcome, 1, "[文件/不能读]"));

  test.each([
    ["a folder", "100001", "它是一个文件夹，不是文件"],
    ["a link to nothing", "100003", "指到的文件不存在"],
    ["a link to itself", "100004", "指来指去指回自己"],
    ["a link out of the project", "100005", "通到项目外面，不读"],
    ["an endless device", "100006", "通到项目外面，不读"],
  ])("%s is refused", (_name, unit, sentence) => {
    expect(saidOf(outcome, `data/${unit}/2023.yaml`)).toContain(sentence);
  });

  (made ? test : test.skip)("a pipe that nobody fills is refused (skipped without mkfifo)", () => {
    expect(saidOf(outcome, "data/100002/2023.yaml")).toContain("而是管道或设备");
  });
});

describeOnPosix("a folder that is a link (on Windows: skipped, no links without administrator)", () => {
  test.each([["data"], ["data/403008"], ["templates"], ["templates/henan"], ["templates/henan/tables"]])(
    "%s is not read outside of the project",
    async (folder) => {
      const project = makeProject();
      rmSync(join(project, folder), { recursive: true });
      symlinkSync(join(makeProject(), folder), join(project, folder));
      expect(await refusalIn(project)).toContain("通到项目外面，不读");
    },
  );

  test("within the project is read, and so is a project that is a link itself", async () => {
    const project = makeProject();
    const link = join(newFolder(), "项目");
    symlinkSync(project, link);
    renameSync(join(project, "templates/henan"), join(project, "templates/other"));
    symlinkSync("other", join(project, "templates/henan"));
    expect(await refusalIn(link)).toBe("");
  });
});

describe("options", () => {
  test.each([
    [["--unit", "../403008"]],
    [["--unit", "/etc"]],
    [["--unit", "403008\0"]],
    [["--year", "../2023"]],
    [["--year", "2023\0"]],
    [["--pack", "../henan"]],
    [["--pack", "/etc"]],
    [["--pack", "henan\0"]],
    [["--pack", "__proto__"]],
    [["--output", "out\0"]],
    [["--output", "out\u001B[2J"]],
    [["--output", " "]],
    [["--output", ""]],
    [["--output", "/tmp"]],
    [["--output", "\\\\server\\out"]],
    [["--output", "C:\\out"]],
    [["--output", ".."]],
    [["--output", "../out"]],
    [["--output", "..\\out"]],
    [["--output", "out/../../data"]],
    [["--output", "out/con"]],
    [["--output", "out./定稿"]],
    [["--format", "__proto__"]],
    [["constructor"]],
    [["--__proto__=1"]],
  ])("%j are refused before anything is read", async (args) => {
    expect(await refused(() => readCommand(args))).toContain("[命令/用法]");
  });

  test.each([
    [[], "out"],
    [["--output", "out/定稿"], "out/定稿"],
    [["--output", "out\\定稿\\"], "out/定稿"],
    [["--output", "./out/./"], "out"],
    [["--output", "."], "."],
  ])("%j print to the folder %s", (args, folder) => {
    expect(readCommand(args).output).toBe(folder);
  });

  test("a folder out of the project is refused before anything is composed", () => {
    const project = makeProject();
    const outcome = run(project, "--output", "../elsewhere");
    expectRefusal(outcome, 2, "--output 写的是“../elsewhere”");
    expect(outcome.out).toBe("");
  });

  test.each([["constructor"], ["prototype"], ["con"]])("%s is no pack", async (pack) => {
    expect(await refusalIn(makeProject(), pack)).toContain(`没有叫“${pack}”的版式`);
  });
});

describe("the output stays in the project, under a name that every computer can hold", () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const write = (project: string, file: string): Promise<string> =>
    refused(() => writeOutput(project, file, bytes));

  test.each([
    ["../甲.pdf", "不在本项目的文件夹里"],
    ["out/../../甲.pdf", "不在本项目的文件夹里"],
    ["out/../data/甲.pdf", "不在本项目的文件夹里"],
    [join(tmpdir(), "甲.pdf"), "不在本项目的文件夹里"],
    ["", "不在本项目的文件夹里"],
    ["out/甲\0.pdf", "不能用作文件或文件夹的名字"],
    ["out/甲\n.pdf", "不能用作文件或文件夹的名字"],
    ["out/甲?.pdf", "不能用作文件或文件夹的名字"],
    ["out/CON.pdf", "不能用作文件或文件夹的名字"],
    ["nul/甲.pdf", "不能用作文件或文件夹的名字"],
    ["out./甲.pdf", "不能用作文件或文件夹的名字"],
    ["out /甲.pdf", "不能用作文件或文件夹的名字"],
    [`out/${"甲".repeat(300)}.pdf`, "名字太长"],
    [`${"甲".repeat(300)}/甲.pdf`, "名字太长"],
  ])("%j is refused", async (file, sentence) => {
    const project = newFolder();
    expect(await write(project, file)).toContain(sentence);
    expect(exists(join(project, "data"))).toBe(false);
  });

  test("a name that only begins like a reserved one is a name", async () => {
    expect(await write(newFolder(), "out/CONTROL甲2023年度.pdf")).toBe("");
  });

  test("a file where a folder should be, and a folder where the file should be, are left alone", async () => {
    const project = newFolder();
    writeFileSync(join(project, "out"), "甲");
    expect(await write(project, "out/甲.pdf")).toContain("已有同名的文件");
    expect(await write(project, "out/定稿/甲.pdf")).toContain("已有同名的文件");
    expect(readFileSync(join(project, "out"), "utf8")).toBe("甲");
    mkdirSync(join(project, "甲.pdf"));
    expect(await write(project, "甲.pdf")).not.toBe("");
  });

  onPosix(
    "nothing is written through a link (on Windows: skipped, no links without administrator)",
    async () => {
      const project = newFolder();
      const elsewhere = newFolder();
      writeFileSync(join(elsewhere, "甲.pdf"), "甲");
      symlinkSync(elsewhere, join(project, "out"));
      expect(await write(project, "out/甲.pdf")).toContain("经过链接通到项目外面");
      expect(await write(project, "out/定稿/甲.pdf")).toContain("经过链接通到项目外面");
      symlinkSync(join(elsewhere, "nowhere"), join(project, "out2"));
      expect(await write(project, "out2/甲.pdf")).toContain("链接指到的文件夹不存在");
      symlinkSync(join(elsewhere, "甲.pdf"), join(project, "甲.pdf"));
      expect(await write(project, "甲.pdf")).toBe("");
      expect(readFileSync(join(elsewhere, "甲.pdf"), "utf8")).toBe("甲");
      expect([...readFileSync(join(project, "甲.pdf"))]).toEqual([1, 2, 3]);
      expect(exists(join(elsewhere, "定稿")) || exists(join(elsewhere, "nowhere"))).toBe(false);
    },
  );
});

describe("names in the files", () => {
  test.each([
    ["../../甲", "写得不对"],
    ["/etc/甲", "写得不对"],
    ['"甲\\\\乙"', "写得不对"],
    ['"甲\\0"', "控制字符（U+0000）"],
    ["甲".repeat(300), "太长"],
  ])("of the unit: %.12s is refused", async (name, sentence) => {
    const project = projectWith(DATA, "名称: 三门峡市住房保障中心", `名称: ${name}`);
    expect(await refusalIn(project)).toContain(sentence);
  });

  test.each([
    ["files: [duties, offices, composition]", "files: [../../../../etc/passwd]", "写得不对"],
    ["- 01-balance", "- /etc/passwd", "写得不对"],
    ["- 01-balance", "- __proto__", "写得不对"],
    ["- 01-balance", "- constructor", "没有叫“constructor”的附表文件"],
  ])("of the pack: %s becomes %s", async (find, replace, sentence) => {
    expect(await refusalIn(projectWith("templates/henan/pack.yaml", find, replace))).toContain(sentence);
  });
});

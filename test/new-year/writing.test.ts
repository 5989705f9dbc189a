import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { claim, writeNew } from "../../src/files/write/new-file.js";
import { refused } from "../hostile/disclosure.js";
import { PROGRAM } from "../project.js";
import { atNight } from "../sample.js";

const FILE = "data/403008/2024.yaml";
const WRITER = join(PROGRAM, "test/new-year/writer.mjs");

function newProject(): string {
  const project = mkdtempSync(join(tmpdir(), "disclosure-"));
  mkdirSync(join(project, "data/403008"), { recursive: true });
  return project;
}

const namesIn = (project: string): string[] => readdirSync(join(project, "data/403008"));

atNight("of ten that write one new file at once one does, and the others say that it is there", async () => {
  const project = newProject();
  const marks = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const outcomes = await Promise.all(
    marks.map(async (mark) => {
      const process = spawn(globalThis.process.execPath, [WRITER, project, FILE, String(mark)]);
      let said = "";
      process.stderr.on("data", (text) => {
        said += String(text);
      });
      const [code] = await once(process, "close");
      return { mark, code, said };
    }),
  );
  const [winner, ...others] = outcomes.filter(({ code }) => code === 0);
  expect(others).toEqual([]);
  for (const { said } of outcomes.filter(({ code }) => code !== 0)) expect(said).toContain("已经有了");
  expect(readFileSync(join(project, FILE)).equals(Buffer.alloc(400_000, winner?.mark))).toBe(true);
  expect(namesIn(project)).toEqual(["2024.yaml"]);
});

test("a file that is there stays as it is, and nothing is left beside it", async () => {
  const project = newProject();
  writeFileSync(join(project, FILE), "甲");
  const said = await refused(() => writeNew(project, FILE, new Uint8Array(9), ["怎么改：接着填它"]));
  expect(said).toBe(`[文件/已存在] ${FILE} 已经有了，没有动它`);
  expect(readFileSync(join(project, FILE), "utf8")).toBe("甲");
  expect(namesIn(project)).toEqual(["2024.yaml"]);
});

test.each([["../2024.yaml"], ["data/../../2024.yaml"], ["data/nul/2024.yaml"]])(
  "%s is not written",
  async (file) => {
    expect(await refused(() => writeNew(newProject(), file, new Uint8Array(1), []))).toContain(
      "[文件/不能写]",
    );
  },
);

test("on a disk without hard links it is copied, and overwrites nothing either", () => {
  const project = newProject();
  const [beside, target] = [join(project, "甲"), join(project, "乙")];
  writeFileSync(beside, "甲");
  const knowsNoLinks = (): never => {
    throw Object.assign(new Error("operation not permitted"), { code: "EPERM" });
  };
  claim(beside, target, knowsNoLinks);
  expect(readFileSync(target, "utf8")).toBe("甲");
  writeFileSync(target, "乙");
  expect(() => claim(beside, target, knowsNoLinks)).toThrow(/EEXIST/);
  expect(readFileSync(target, "utf8")).toBe("乙");
});

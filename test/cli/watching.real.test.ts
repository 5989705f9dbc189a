import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { makeProject, PROGRAM } from "../project.js";

const DATA = "data/403008/2023.yaml";
const PDF = "out/三门峡市住房保障中心2023年度单位预算公开.pdf";

/** A command that goes on, and what it says from one moment to the next. */
function watching(project: string, args: readonly string[]) {
  const running = spawn(process.execPath, [join(PROGRAM, "dist/startup/cli.cjs"), ...args, "--watch"], {
    cwd: project,
  });
  let said = "";
  let looked = (): void => {};
  for (const stream of [running.stdout, running.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      looked();
    });
  return {
    end: () => running.kill("SIGKILL"),
    /** Waits until it has said something, and forgets what it has said until then. */
    async says(words: string): Promise<void> {
      while (!said.includes(words))
        await new Promise<void>((resolve) => {
          looked = resolve;
        });
      said = "";
    },
  };
}

test("check --watch checks again whenever the data is saved, until it is stopped", async () => {
  const project = makeProject();
  const file = join(project, DATA);
  const text = readFileSync(file, "utf8");
  const check = watching(project, ["check"]);
  await check.says("没有错，1 个警告");
  writeFileSync(file, text.replace("2018980.00", "2,018,980.00"));
  await check.says("里有千分位逗号");
  writeFileSync(file, text);
  await check.says("没有错，1 个警告");
  expect(check.end()).toBe(true);
});

test("build-report --watch prints again what has changed", async () => {
  const project = makeProject();
  const file = join(project, DATA);
  const build = watching(project, ["build-report"]);
  await build.says("已生成");
  const before = readFileSync(join(project, PDF));
  writeFileSync(file, readFileSync(file, "utf8").replace("[办公室, 财务科,", "[办公室, 财务处,"));
  await build.says("已生成");
  build.end();
  expect(readFileSync(join(project, PDF)).equals(before)).toBe(false);
});

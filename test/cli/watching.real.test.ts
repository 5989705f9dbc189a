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
    async nextRound(): Promise<string> {
      while (!said.includes("看着 data 和 templates"))
        await new Promise<void>((resolve) => (looked = resolve));
      const round = said;
      said = "";
      return round;
    },
  };
}

test("check --watch checks again whenever the data is saved, until it is stopped", async () => {
  const project = makeProject();
  const file = join(project, DATA);
  const text = readFileSync(file, "utf8");
  const check = watching(project, ["check"]);
  expect(await check.nextRound()).toContain("没有错，1 个警告");
  writeFileSync(file, text.replace("2018980.00", "2,018,980.00"));
  expect(await check.nextRound()).toContain("里有千分位逗号");
  writeFileSync(file, text);
  expect(await check.nextRound()).toContain("没有错，1 个警告");
  check.end();
});

test("build-report --watch prints again what has changed", async () => {
  const project = makeProject();
  const file = join(project, DATA);
  const build = watching(project, ["build-report"]);
  expect(await build.nextRound()).toContain("已生成");
  const before = readFileSync(join(project, PDF));
  writeFileSync(file, readFileSync(file, "utf8").replace("[办公室, 财务科,", "[办公室, 财务处,"));
  expect(await build.nextRound()).toContain("已生成");
  build.end();
  expect(readFileSync(join(project, PDF)).equals(before)).toBe(false);
});

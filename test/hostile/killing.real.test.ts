import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { dataFile } from "../../src/project/data-files.js";
import { buildIn, makeProject } from "../project.js";
import { buildAtOnce, killBuilds, RECORD } from "./building.js";
import { killWriters, namesIn, writeAtOnce } from "./killing.js";
import { CLI, DATA, PDF } from "./run.js";

test("killed at any moment, a writer leaves the old file or the new one, whole; the next run clears up", () =>
  killWriters(Array.from({ length: 20 }, (_, kill) => kill * 1.7)));

test("ten at once write whole files, one after the other, and none loses its own", () => writeAtOnce(10));

test("three builds of the same project at once end well, and killed as they begin to write leave a whole PDF", async () => {
  const project = makeProject();
  await buildAtOnce(project, 3);
  await killBuilds(project, [0, 3, 10]);
});

const onPosix = process.platform === "win32" ? test.skip : test;

onPosix(
  "a build whose disk gives out leaves the old PDF, and says so (Windows has no limits to try it with)",
  async () => {
    const project = makeProject();
    const build = (limit: string) =>
      spawnSync("sh", ["-c", `ulimit -f ${limit}; exec "$0" "$@"`, process.execPath, CLI], {
        cwd: project,
        encoding: "utf8",
      });
    await buildIn(project, { data: dataFile("403008", 2023), output: "out" });
    const before = readFileSync(join(project, "out", PDF));
    const data = join(project, DATA);
    writeFileSync(data, readFileSync(data, "utf8").replace("办公室, ", ""));
    // more than the record, which is written first, and less than the PDF
    const { status, stdout } = build("400");
    expect(stdout).toContain(`结果写不进 out/${PDF}：磁盘满了，或者超出了给你的限额。原来的文件没有动`);
    expect(stdout).toContain("怎么改：腾出磁盘空间，再运行一次");
    expect(status).toBe(1);
    expect(namesIn(project)).toEqual([RECORD, PDF]);
    expect(readFileSync(join(project, "out", PDF)).equals(before)).toBe(true);
    expect(build("unlimited").status).toBe(0);
    expect(readFileSync(join(project, "out", PDF)).equals(before)).toBe(false);
  },
);

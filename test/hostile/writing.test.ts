import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { unfinishedName } from "../../src/files/write/leftovers.js";
import { writeOutput, writeOutputs } from "../../src/files/write/output.js";
import { refused } from "./disclosure.js";
import { FILE, killWriters, markOf, namesIn, newProject, WRITER, writeAtOnce } from "./killing.js";

test("killed, a writer leaves the old file or the new one, whole; the next run clears up", () =>
  killWriters([0, 9]));

describe("files that belong together", () => {
  const pair = (mark: number) => [
    { file: "out/甲.json", bytes: Buffer.alloc(10, mark) },
    { file: FILE, bytes: Buffer.alloc(20, mark) },
  ];

  test("are both written over what was there", () => {
    const project = newProject();
    writeOutputs(project, pair(1));
    writeOutputs(project, pair(2));
    expect(namesIn(project).toSorted()).toEqual(["甲.json", "甲.pdf"].toSorted());
    expect(readFileSync(join(project, "out/甲.json"))).toEqual(Buffer.alloc(10, 2));
    expect(readFileSync(join(project, FILE))).toEqual(Buffer.alloc(20, 2));
  });

  test.each(["an older file", "nothing"])(
    "when the second cannot be written, %s is where the first goes",
    (old) => {
      const project = newProject();
      if (old !== "nothing") writeFileSync(join(project, "out/甲.json"), old);
      mkdirSync(join(project, FILE));
      expect(() => writeOutputs(project, pair(3))).toThrow(Refusal);
      expect(namesIn(project).toSorted()).toEqual(
        (old === "nothing" ? ["甲.pdf"] : ["甲.json", "甲.pdf"]).toSorted(),
      );
      if (old !== "nothing") expect(readFileSync(join(project, "out/甲.json"), "utf8")).toBe(old);
    },
  );

  test("when a folder is in the first's place, the second stays", () => {
    const project = newProject();
    mkdirSync(join(project, "out/甲.json"));
    writeFileSync(join(project, FILE), "old");
    expect(() => writeOutputs(project, pair(4))).toThrow(Refusal);
    expect(namesIn(project)).toHaveLength(2);
    expect(readFileSync(join(project, FILE), "utf8")).toBe("old");
  });
});

test("four at once write whole files, one after the other, and none loses its own", () => writeAtOnce(4));

describe("what a killed run left is removed by the next one", () => {
  const project = newProject();
  const leave = (pid = 0, hours = 0, host?: string): string => {
    const name = unfinishedName(pid, randomUUID(), host);
    const path = join(project, "out", name);
    writeFileSync(path, "甲");
    const time = Date.now() / 1000 - hours * 3600;
    utimesSync(path, time, time);
    return name;
  };
  const dead = leave(spawnSync(process.execPath, ["--version"]).pid);
  const running = leave(process.ppid);
  const reused = leave(process.ppid, 2);
  const elsewhere = leave(spawnSync(process.execPath, ["--version"]).pid, 0, "0123abcd");
  const longElsewhere = leave(1, 2, "0123abcd");
  writeFileSync(join(project, "out/.123.tmp"), "甲");
  writeFileSync(join(project, "out/.1-甲.tmp"), "甲");
  writeOutput(project, FILE, Buffer.alloc(1));
  const left = namesIn(project);

  test("when its process is gone", () => expect(left).not.toContain(dead));
  test("when it is older than an hour, whoever has its number now", () => expect(left).not.toContain(reused));
  test("but not while its process runs", () => expect(left).toContain(running));
  test("nor what another machine writes to the same folder, until it is older", () => {
    expect(left).toContain(elsewhere);
    expect(left).not.toContain(longElsewhere);
  });
  test("nor what only looks like it", () => {
    expect(left).toEqual(expect.arrayContaining([".123.tmp", ".1-甲.tmp"]));
  });
});

test("a file that is open elsewhere is replaced, or left as it was where the system forbids it", async () => {
  const project = newProject();
  writeOutput(project, FILE, Buffer.alloc(400_001, 1));
  const handle = openSync(join(project, FILE), "r");
  const said = await refused(() => writeOutput(project, FILE, Buffer.alloc(400_002, 2)));
  if (said !== "") expect(said).toContain("文件正开着");
  expect(markOf(project)).toBe(said === "" ? 2 : 1);
  expect(namesIn(project)).toEqual(["甲.pdf"]);
  closeSync(handle);
});

const onPosix = process.platform === "win32" ? test.skip : test;

onPosix(
  "a disk that gives out in the middle leaves the old file (Windows has no limits to try it with)",
  () => {
    const project = newProject();
    writeOutput(project, FILE, Buffer.alloc(400_001, 1));
    const command = `ulimit -f 100; exec "$0" "$@"`;
    const args = ["-c", command, process.execPath, WRITER, project, FILE, "2", "1"];
    const { status, stderr } = spawnSync("sh", args, { encoding: "utf8" });
    expect(stderr).toContain(`结果写不进 ${FILE}：磁盘满了`);
    expect(status).toBe(1);
    expect(markOf(project)).toBe(1);
    expect(namesIn(project)).toEqual(["甲.pdf"]);
  },
);

/** Root may write everywhere; nobody may not. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const runsAsNobody = spawnSync(process.execPath, [WRITER], { ...nobody }).status !== null;

(runsAsNobody ? onPosix : test.skip)(
  "a folder that may not be written leaves the old file (needs a system of permissions, and a node open to all)",
  () => {
    const project = newProject();
    writeOutput(project, FILE, Buffer.alloc(400_001, 1));
    chmodSync(join(project, "out"), 0o555);
    const args = [WRITER, project, FILE, "2", "1"];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", ...nobody });
    expect(stderr).toContain("没有写的权限");
    expect(status).toBe(1);
    expect(markOf(project)).toBe(1);
    expect(namesIn(project)).toEqual(["甲.pdf"]);
    chmodSync(join(project, "out"), 0o755);
  },
);

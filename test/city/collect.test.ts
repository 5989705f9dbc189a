import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { makeProject, runIn } from "../project.js";

const FAULT = {
  severity: "错误",
  code: "数据/金额",
  message: "金额“1,001.90”里有千分位逗号",
  file: "data/100002/2023.yaml",
  line: 25,
  column: 34,
  length: 8,
  notes: ["怎么改：去掉逗号"],
};

function unitOf(unit: string, state = "built", found: readonly object[] = []) {
  return { unit, year: 2023, data: `data/${unit}/2023.yaml`, state, found };
}

function put(project: string, file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
}

/** A project with three units, and what shards have left in it, by their numbers. */
function projectWith(shards: Readonly<Record<string, string | readonly object[]>>): string {
  const project = makeProject();
  const sample = readFileSync(join(project, "data/403008/2023.yaml"), "utf8");
  for (const unit of ["100001", "100002"])
    put(project, `data/${unit}/2023.yaml`, sample.replaceAll("403008", unit));
  for (const [name, units] of Object.entries(shards)) {
    const [index, count] = name.split("-").map(Number);
    const report = { format: "yusuan-gongkai/build-report/1", shard: { index, count }, units };
    put(project, `out/build-report-${name}.json`, typeof units === "string" ? units : JSON.stringify(report));
  }
  return project;
}

async function collected(project: string) {
  const { says, failed, warnings } = await runIn(project, ["build-report", "--all", "--collect", "2"]);
  return { says, failed, told: printDiagnostics(warnings) };
}

test("what all shards have left is one report, in the order of the units", async () => {
  const project = projectWith({
    "1-2": [unitOf("100001"), unitOf("403008", "unchanged")],
    "2-2": [unitOf("100002", "refused", [FAULT])],
  });
  const { says, told, failed } = await collected(project);
  expect(says).toContain("共 3 个单位：生成 1 个，没有变化 1 个，没有生成 1 个");
  expect(says).toContain("100002  1 个错误");
  expect(told).toContain("data/100002/2023.yaml:25:34");
  expect(failed).toBe(true);
  const { shard, units } = JSON.parse(readFileSync(join(project, "out/build-report.json"), "utf8"));
  expect(shard).toEqual({ index: 1, count: 1 });
  expect(units).toEqual([
    unitOf("100001"),
    unitOf("100002", "refused", [FAULT]),
    unitOf("403008", "unchanged"),
  ]);
});

test.each<readonly [string, Parameters<typeof projectWith>[0], string]>([
  [
    "a shard that has not ended",
    { "1-2": [unitOf("100001"), unitOf("403008")] },
    "2 份里缺 1 份的结果：第 2 份",
  ],
  [
    "a report that is cut off, or none",
    {
      "1-2": "{",
      "2-2": '{"format":"yusuan-gongkai/build-report/1","shard":{"index":1,"count":2},"units":[]}',
    },
    "2 份里缺 2 份的结果：第 1、2 份",
  ],
  [
    "a unit that no shard had",
    { "1-2": [unitOf("100001")], "2-2": [unitOf("100002")] },
    "各份的结果里没有 1 个单位：403008",
  ],
  [
    "a unit that two shards had",
    { "1-2": [unitOf("100001"), unitOf("403008")], "2-2": [unitOf("100002"), unitOf("403008")] },
    "1 个单位在两份里都有：403008",
  ],
])("%s is told", async (_, shards, says) => {
  const { told } = await collected(projectWith(shards));
  expect(told).toContain(says);
  expect(told).toContain("怎么改：");
});

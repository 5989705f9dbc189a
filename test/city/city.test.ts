import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { itemsOfShard, shardOf } from "../../src/model/shard.js";
import { PROGRAM } from "../project.js";

jest.setTimeout(120_000);

const CLI = join(PROGRAM, "dist/cli.js");
const UNITS = 6;
const made: string[] = [];

function makeCity(units = UNITS): string {
  const city = mkdtempSync(join(tmpdir(), "city-"));
  made.push(city);
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(PROGRAM, "test/city/make.mjs"), city, String(units)],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return city;
}

afterAll(() => {
  for (const city of made) rmSync(city, { recursive: true, force: true });
});

function run(city: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: city,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

interface Unit {
  readonly unit: string;
  readonly state: string;
  readonly file?: string;
  readonly found: readonly { readonly code: string; readonly line?: number }[];
}

function report(city: string, name = "build-report.json"): readonly Unit[] {
  return JSON.parse(readFileSync(join(city, "out", name), "utf8")).units;
}

function states(city: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state } of report(city)) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function pdfs(city: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(city, "out")).filter((name) => name.endsWith(".pdf"));
  return new Map(
    names.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(city, "out", name)))
        .digest("hex"),
    ]),
  );
}

function edit(city: string, unit: string, find: RegExp, replacement: string): void {
  const file = join(city, "data", unit, "2023.yaml");
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(find);
  writeFileSync(file, text.replace(find, replacement));
}

describe("一座城的单位一起做", () => {
  let city = "";
  let first: ReturnType<typeof run>;
  beforeAll(() => {
    city = makeCity();
    first = run(city, "--all");
  });

  test("每个单位一个 PDF，最后说各有几个", () => {
    expect(first.code).toBe(0);
    expect(first.out).toContain(`共 ${UNITS} 个单位：生成 ${UNITS} 个，没有变化 0 个，没有生成 0 个`);
    expect(first.out).toContain(`${UNITS}/${UNITS}`);
    expect(pdfs(city).size).toBe(UNITS);
    expect(report(city).map(({ unit }) => unit)).toEqual([
      "500001",
      "500002",
      "500003",
      "500004",
      "500005",
      "500006",
    ]);
  });

  test("与一个一个做的逐字节相同", () => {
    const before = pdfs(city);
    expect(run(city, "--output", "one").code).toBe(0);
    for (const [name, hash] of before) {
      const bytes = readFileSync(join(city, "one", name));
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash);
    }
  });

  test("再做一次，没有变化的都跳过；--force 都重做，结果不变", () => {
    const before = pdfs(city);
    expect(run(city, "--all").code).toBe(0);
    expect(states(city)).toEqual({ unchanged: UNITS });
    expect(run(city, "--all", "--force").code).toBe(0);
    expect(states(city)).toEqual({ built: UNITS });
    expect(pdfs(city)).toEqual(before);
  });

  test("改了数据的、少了 PDF 的、PDF 被动过的才重做", () => {
    const [gone = "", touched = ""] = pdfs(city).keys();
    rmSync(join(city, "out", gone));
    writeFileSync(join(city, "out", touched), "动过");
    edit(city, "500006", /办公室/, "综合科");
    expect(run(city, "--all").code).toBe(0);
    expect(states(city)).toEqual({ built: 3, unchanged: UNITS - 3 });
    expect(pdfs(city).size).toBe(UNITS);
  });

  test("改了版式，都重做", () => {
    const file = join(city, "templates/henan/terms.yaml");
    writeFileSync(file, `${readFileSync(file, "utf8")}# 备注\n`);
    expect(run(city, "--all").code).toBe(0);
    expect(states(city)).toEqual({ built: UNITS });
  });

  test("一个单位有错，只停它一个：错都说出来，结束时是 1，它原来的 PDF 不动", () => {
    const before = pdfs(city);
    edit(city, "500003", /金额: "(\d+)\.\d\d"/, '金额: "$1.001"');
    const { code, err, out } = run(city, "--all");
    expect(code).toBe(1);
    expect(err).toContain("data/500003/2023.yaml");
    expect(err).toContain("[数据/金额]");
    expect(out).toContain("没有生成 1 个");
    expect(report(city).find(({ unit }) => unit === "500003")).toMatchObject({
      state: "refused",
      found: [{ code: "数据/金额" }],
    });
    expect(pdfs(city)).toEqual(before);
  });
});

test("两个单位同名，会写到同一个文件：说出来，结束时是 1", () => {
  const city = makeCity(2);
  for (const unit of ["500001", "500002"]) edit(city, unit, /名称: 第\d.*/, "名称: 某中心");
  const { code, err } = run(city, "--all");
  expect(code).toBe(1);
  expect(err).toContain("单位 500001、500002 的名称相同");
});

test("中断了再做，接着做完", async () => {
  const city = makeCity(8);
  const running = spawn(process.execPath, [CLI, "--all"], { cwd: city });
  const ended = once(running, "exit");
  while (!readdirSync(city).includes("out") || pdfs(city).size < 2) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  running.kill("SIGKILL");
  await ended;
  expect(run(city, "--all").code).toBe(0);
  const { built = 0, unchanged = 0 } = states(city);
  expect(built + unchanged).toBe(8);
  expect(unchanged).toBeGreaterThan(0);
  expect(pdfs(city).size).toBe(8);
});

describe("分成几份", () => {
  test("各份合起来正好是全部，没有重的", () => {
    const items = Array.from({ length: 17 }, (_, index) => index);
    for (const count of [1, 2, 5, 17, 20]) {
      const shards = Array.from({ length: count }, (_, at) => itemsOfShard(items, { index: at + 1, count }));
      expect(shards.flat().sort((a, b) => a - b)).toEqual(items);
      const sizes = shards.map((shard) => shard.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });

  test.each(["0/2", "3/2", "1", "1/0", "a/b", "-1/2", "1/2/3"])("%s 不是一份", (text) => {
    expect(shardOf(text)).toBeUndefined();
  });

  test("每份只做自己的，各写各的结果", () => {
    const city = makeCity();
    expect(run(city, "--all", "--shard", "1/4").code).toBe(0);
    expect(run(city, "--all", "--shard", "4/4").code).toBe(0);
    expect(report(city, "build-report-1-4.json").map(({ unit }) => unit)).toEqual(["500001", "500005"]);
    expect(report(city, "build-report-4-4.json").map(({ unit }) => unit)).toEqual(["500004"]);
    expect(pdfs(city).size).toBe(3);
    expect(run(city, "--all", "--shard", "5/4").code).toBe(2);
  });
});

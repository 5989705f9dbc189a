import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, jest, test } from "@jest/globals";
import { itemsOfShard, shardOf } from "../../src/cli/shard.js";
import { threadsFor } from "../../src/work/batch.js";
import { CLI, makeCity, pdfs, report, run } from "./city.js";

jest.setTimeout(120_000);

describe("分成几份", () => {
  test("各份合起来正好是全部，没有重的", () => {
    for (const length of [0, 1, 17, 300]) {
      const items = Array.from({ length }, (_, index) => index);
      for (const count of [1, 2, 3, 5, 7, 16, 17, 20, 64, 299]) {
        const shards = Array.from({ length: count }, (_, at) =>
          itemsOfShard(items, { index: at + 1, count }),
        );
        expect(shards.flat().sort((a, b) => a - b)).toEqual(items);
        const sizes = shards.map((shard) => shard.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }
    }
  });

  test.each(["0/2", "3/2", "1", "1/0", "a/b", "-1/2", "1/2/3", "１/２", "1 / 2", ""])(
    "“%s” 不是一份",
    (text) => {
      expect(shardOf(text)).toBeUndefined();
    },
  );

  test("每份只做自己的，各写各的结果；没有单位的一份也做得完", () => {
    const city = makeCity(6);
    expect(run(city, "--all", "--shard", "1/4").code).toBe(0);
    expect(run(city, "--all", "--shard", "4/4").code).toBe(0);
    expect(report(city, "build-report-1-4.json").map(({ unit }) => unit)).toEqual(["500001", "500005"]);
    expect(report(city, "build-report-4-4.json").map(({ unit }) => unit)).toEqual(["500004"]);
    expect(pdfs(city).size).toBe(3);
    expect(run(city, "--all", "--shard", "5/4").code).toBe(2);
    const { code, out } = run(city, "--all", "--shard", "7/7");
    expect(code).toBe(0);
    expect(out).toContain("这一份里没有单位");
  });

  test("两份同时写到一个文件夹，都做得完", async () => {
    const city = makeCity(6);
    const runs = ["1/2", "2/2"].map((shard) =>
      once(spawn(process.execPath, [CLI, "--all", "--shard", shard], { cwd: city, stdio: "ignore" }), "exit"),
    );
    expect((await Promise.all(runs)).map(([code]) => code)).toEqual([0, 0]);
    expect(pdfs(city).size).toBe(6);
    expect(readdirSync(join(city, "out")).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

test.each([
  ["有几个处理器，就几个一起做", 300, 8, 16, 8],
  ["单位少的，不多开", 3, 8, 16, 3],
  ["内存少的，少开几个", 300, 64, 2, 6],
  ["再少也做一个", 300, 8, 0.1, 1],
  ["没有单位的一份", 0, 8, 16, 1],
])("%s", (_name, units, cores, gigabytes, threads) => {
  expect(threadsFor(units, cores, gigabytes * 2 ** 30)).toBe(threads);
});

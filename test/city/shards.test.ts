import { describe, expect, test } from "@jest/globals";
import { itemsOfShard, shardOf } from "../../src/cli/shard.js";
import { threadsFor } from "../../src/work/batch.js";

describe("shards", () => {
  test("together are everything, and nothing twice", () => {
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
    "“%s” is none",
    (text) => {
      expect(shardOf(text)).toBeUndefined();
    },
  );
});

test.each([
  ["as many at once as there are processors", 300, 8, 16, 8],
  ["no more than there are units", 3, 8, 16, 3],
  ["fewer where there is little memory", 300, 64, 2, 6],
  ["one at least", 300, 8, 0.1, 1],
  ["one for a shard without units", 0, 8, 16, 1],
])("%s", (_name, units, cores, gigabytes, threads) => {
  expect(threadsFor(units, cores, gigabytes * 2 ** 30)).toBe(threads);
});

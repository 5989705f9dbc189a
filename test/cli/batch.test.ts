import { describe, expect, test } from "@jest/globals";
import { batchWords, leftOut } from "../../src/cli/batch.js";
import { batchProgress } from "../../src/cli/batch-progress.js";
import { columns } from "../../src/cli/width.js";
import { problem, warning } from "../../src/diagnostic/diagnostic.js";
import type { UnitOutcome } from "../../src/work/batch.js";

/** What is written while units end at the given seconds. */
function written(
  width: number | undefined,
  ends: readonly number[],
  states: readonly string[] = [],
): string[] {
  const moments = [0, ...ends].map((seconds) => seconds * 1000);
  const lines: string[] = [];
  const done = batchProgress(ends.length, {
    write: (text) => lines.push(text),
    terminal: width !== undefined,
    columns: width,
    now: () => moments.shift() ?? 0,
  });
  for (const index of ends.keys()) done({ state: states[index] ?? "built" });
  return lines;
}

describe("the progress of many units", () => {
  test.each([20, 40, 80, 200])(
    "on a terminal of %i columns it fits a line, and is written over that line",
    (width) => {
      const ends = Array.from({ length: 300 }, (_, index) => index * 7);
      const lines = written(width, ends, ["refused", "crashed"]);
      expect(lines).toHaveLength(301);
      for (const [index, line] of lines.entries()) {
        const shown = line.replace("\r\u001B[K", "").replace(/\n$/, "");
        expect(columns(shown)).toBeLessThan(width);
        expect(line.startsWith("\r\u001B[K")).toBe(index > 0);
        expect(line.endsWith("\n")).toBe(index === 300);
      }
    },
  );

  test("a wide line says all, a narrow one first how far it is and how long it takes", () => {
    const ends = [2, 4, 6, 8];
    expect(written(80, ends, ["refused"])[2]).toBe(
      "\r\u001B[K[############------------] 2/4，还要 4 秒，1 个没有生成，每分钟 30 个",
    );
    expect(written(40, ends, ["refused"])[2]).toBe("\r\u001B[K[####----] 2/4，还要 4 秒，1 个没有生成");
    expect(written(20, ends, ["refused"])[2]).toBe("\r\u001B[K2/4，还要 4 秒");
  });

  test("where there is no terminal, a line is written every five seconds, the last with the time taken", () => {
    expect(written(undefined, [1, 4, 6, 6.5])).toEqual([
      "3/4，还要 2 秒，每分钟 30 个\n",
      "4/4，用时 7 秒，每分钟 37 个\n",
    ]);
  });

  test("units passed over take no time: how long it takes follows from the last ones built", () => {
    const skipped = Array.from({ length: 200 }, () => 0.1);
    const built = Array.from({ length: 100 }, (_, index) => 10 * (index + 1));
    const lines = written(200, [...skipped, ...built]);
    expect(lines[250]).toContain("还要 8 分 20 秒");
  });

  test("long times are given in hours and minutes", () => {
    expect(written(200, [5000, 10_000, 15_000])[1]).toContain("还要 2 小时 46 分");
  });
});

const place = (file: string) => ({ file, line: 3, column: 1, length: 1, excerpt: "甲" });

function told(unit: string, more: Partial<UnitOutcome>): UnitOutcome {
  return { data: { unit, year: 2023, file: `data/${unit}/2023.yaml` }, state: "built", found: [], ...more };
}

test("in the end it says how the units fared: those with errors, crashes and warnings", () => {
  const wrong = problem("数据/金额", "错", place("data/403001/2023.yaml"));
  const doubtful = warning("勾稽/零金额", "疑", place("data/403002/2023.yaml"));
  const outcomes = [
    told("403", { state: "refused", found: [wrong], leftOut: ["勾稽", "校对"] }),
    told("403001", { state: "refused", found: [wrong, doubtful] }),
    told("403002", { found: [doubtful, doubtful] }),
    told("403003", { state: "crashed", message: "内存用完了" }),
    told("403004", { state: "unchanged" }),
  ];
  expect(batchWords({ outcomes, year: 2023, without: ["403005"], report: "out/build-report.json" })).toBe(
    [
      "共 5 个单位：生成 1 个，没有变化 1 个，没有生成 2 个，程序出了意外 1 个",
      "没有生成的，改好以后再运行一次：",
      "  403  1 个错误，在 data/403001/2023.yaml；勾稽和校对没有做",
      "  403001  1 个错误，1 个警告，在 data/403002/2023.yaml",
      "程序出了意外的，请把下面的话和数据文件交给维护程序的人：",
      "  403003  内存用完了",
      "生成了，但是有警告（看一个单位的：npm run check -- --unit 单位代码）：",
      "  勾稽/零金额  1 个单位：403002",
      "没有 2023 年数据的 1 个单位没有做：403005",
      "逐个单位的结果在 out/build-report.json",
    ].join("\n"),
  );
});

test("units of an earlier year than the others are named, and none where a year was asked for", () => {
  const files = [
    { unit: "403008", year: 2024 },
    { unit: "403009", year: 2023 },
  ];
  expect(leftOut(files, undefined, [])).toEqual(["1 个单位最近的一年不是 2024 年，做的是更早的一年：403009"]);
  expect(leftOut(files.slice(0, 1), 2024, ["403009"])).toEqual(["没有 2024 年数据的 1 个单位没有做：403009"]);
  expect(leftOut(files.slice(0, 1), 2024, [])).toEqual([]);
});

import { expect, test } from "@jest/globals";
import { progress } from "../../src/cli/progress.js";

/** A reporter whose clock stands at the given moments one after the other, and what it writes. */
function reporter(terminal: boolean, ...moments: number[]) {
  return reporterOf({ terminal }, ...moments);
}

function reporterOf(screen: { readonly terminal: boolean; readonly columns?: number }, ...moments: number[]) {
  const written: string[] = [];
  const step = progress({
    write: (text) => written.push(text),
    ...screen,
    now: () => moments.shift() ?? 0,
  });
  return { step, written };
}

test("each step is a line with its time", async () => {
  const { step, written } = reporter(false, 0, 12, 20, 1019.6, 2000, 3540);
  expect(await step("读取", "data/403008/2023.yaml", () => 1)).toBe(1);
  await step("字体", "", async () => {});
  await step("排版", "公开", () => {});
  expect(written).toEqual([
    "读取  data/403008/2023.yaml  12 毫秒\n",
    "字体  1.0 秒\n",
    "排版  公开  1.5 秒\n",
  ]);
});

test("on a terminal the running step is shown, and written over when it ends", async () => {
  const { step, written } = reporter(true, 0, 5);
  await step("读取", "数据", () => expect(written).toEqual(["读取  数据 …"]));
  expect(written[1]).toBe("\r\u001B[K读取  数据  5 毫秒\n");
});

test("a running step that is wider than the terminal is cut, so that one line is written over", async () => {
  const { step, written } = reporterOf({ terminal: true, columns: 30 }, 0, 5);
  await step("写出", "out/某某市某某中心2023年度单位预算公开.pdf", () => {});
  expect(written).toEqual([
    "写出  out/某某市某某中心202 …",
    "\r\u001B[K写出  out/某某市某某中心2023年度单位预算公开.pdf  5 毫秒\n",
  ]);
});

test("a step that fails says so and hands on why", async () => {
  const { step, written } = reporter(false, 0, 5);
  const failure = new Error("坏了");
  await expect(step("读取", "数据", () => Promise.reject(failure))).rejects.toBe(failure);
  expect(written).toEqual(["读取  数据  没有完成\n"]);
});

import { expect, test } from "@jest/globals";
import { type Edit, printed } from "./edited-format.js";

const WHOLE = '收入{{增减 收入总计 原因="。主要原因是"}}；支出{{增减 支出总计 原因="。主要原因是"}}{{/if}}。';
const REASON = "加强经费管理，对项目经费进行压缩";

/** The overview's comparison in other words. */
const said = (words: string): Edit => ["narrative/overview.hbs", WHOLE, `${words}{{/if}}。`];

test("a change taken apart, each piece where the format wants it", async () => {
  const text = await printed(
    said(
      "支出{{增减词 支出总计}}了{{增减额 支出总计}}（{{升降词 支出总计}}{{增减率 支出总计}}），原因：{{增减原因 支出总计}}；收入{{增减 收入总计}}",
    ),
  );
  expect(text).toContain(
    `支出减少了129.50万元（下降11.45%），原因：${REASON}；收入减少129.50万元，下降11.45%，`,
  );
});

test("one reason for two measures that change alike, asked for once", async () => {
  const text = await printed(
    said(
      "{{#if (同增减 收入总计 支出总计)}}收支总计各{{增减词 收入总计}}{{增减额 收入总计}}，{{升降词 收入总计}}{{增减率 收入总计}}{{else}}有别{{/if}}。主要原因：{{增减原因 收入总计 支出总计}}",
    ),
  );
  expect(text).toContain(`收支总计各减少129.50万元，下降11.45%。主要原因：${REASON}。`);
});

test("of measures that change alike one has its reason in the data, and none else is asked for", async () => {
  const text = await printed(
    said(
      "支出{{增减词 支出总计}}{{增减额 支出总计}}，收支原因：{{增减原因 支出总计 收入总计}}，收入{{增减额 收入总计}}",
    ),
    ["../../data/403008/2023.yaml", "  支出总计: 加强经费管理，对项目经费进行压缩\n", ""],
  );
  expect(text).toContain(`收支原因：${REASON}，收入129.50万元。`);
});

test("measures that change otherwise are asked for a reason each", async () => {
  const text = await printed(
    said(
      "收支总计各{{增减词 收入总计}}{{增减额 收入总计}}{{增减额 支出总计}}，原因：{{增减原因 收入总计 一般公共预算支出 支出总计}}",
    ),
  );
  expect(text).toContain("没有写为什么的有 1 项");
  expect(text).toContain("\n  一般公共预算支出: 待填");
});

test("what stayed as it was is asked for a reason where the format prints one", async () => {
  const text = await printed([
    "narrative/three-public.hbs",
    "{{#if (持平 因公出国境费)}}与{{上年}}年持平{{#if (持平原因 因公出国境费)}}{{持平原因 因公出国境费}}{{else}}{{#if (为零 因公出国境费)}}，主要原因是无此项业务开展{{/if}}{{/if}}{{else}}",
    "{{#if (持平 因公出国境费)}}与{{上年}}年持平，主要原因是{{增减原因 因公出国境费}}{{else}}",
  ]);
  expect(text).toContain("说明里要写原因，“原因”里没有写为什么的有 1 项");
  expect(text).toContain("因公出国境费：没有变化");
});

test("a rate against another measure", async () => {
  const text = await printed(
    said(
      "收入{{增减 收入总计}}；支出{{增减 支出总计}}，比项目支出{{增减词 支出总计 比=项目支出}}{{增减额 支出总计 比=项目支出}}，{{升降词 支出总计 比=项目支出}}{{增减率 支出总计 比=项目支出}}",
    ),
  );
  expect(text).toContain("比项目支出增加201.90万元，增长25.24%");
});

test.each<readonly [string, string, Edit]>([
  [
    "a change that the pack must explain, without its reason",
    "没有说“收入总计”增减的原因",
    said("收入{{增减词 收入总计}}{{增减额 收入总计}}；支出{{增减 支出总计}}"),
  ],
  [
    "a reason that no text prints",
    "“收入总计”比上年有变化，也写了原因",
    said("收入{{增减词 收入总计}}{{增减额 收入总计}}；支出{{增减 支出总计}}"),
  ],
  [
    "a word for rising before whatever change there is",
    "“增加了”不论是增是减都会印出来",
    said("收入增加了{{增减额 收入总计}}；支出{{增减 支出总计}}"),
  ],
  [
    "a measure in pieces against one in 元",
    "“车辆”和“收入合计”的单位不同，不能比",
    said("收入{{增减 收入总计}}；支出{{增减 支出总计}}{{增减额 车辆 比=收入合计}}"),
  ],
  [
    "a base that is no measure",
    "收入和计",
    said("收入{{增减 收入总计}}；支出{{增减 支出总计}}{{增减额 支出总计 比=收入和计}}"),
  ],
  [
    "a base where there is none",
    "本程序的模板不用这种写法",
    said("收入{{增减 收入总计 比=收入合计}}；支出{{增减 支出总计}}"),
  ],
])("%s is told", async (_, says, edit) => {
  expect(await printed(edit)).toContain(says);
});

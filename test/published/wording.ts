import { expect } from "@jest/globals";
import { attempt, DATA, narrative, type PublishedFault, proofread } from "./fault.js";

/** Faults of words and marks. */
export const WORDING: readonly PublishedFault[] = [
  {
    fault: "有数的表注明“本表为空表”",
    attempts: [proofread("a table with figures noted 本表为空表", "本表为空")],
  },
  {
    fault: "“主要原因是。”",
    attempts: [
      proofread("主要原因是。", "原因是"),
      attempt(DATA, "  收入总计: 加强经费管理，对项目经费进行压缩", "  收入总计:", "数据/缺少", "收入总计"),
    ],
  },
  { fault: "“元元”", attempts: [proofread("元元", "元元")] },
  { fault: "“占 %”", attempts: [proofread("占 %", "占 %")] },
  { fault: "模板残留“增加（减少）”", attempts: [proofread("增加（减少）", "增加（减少）")] },
  { fault: "模板残留“XX”", attempts: [proofread("XX is left over", "XX")] },
  { fault: "模板残留“××”", attempts: [proofread("×× is left over", "××")] },
  { fault: "“比P年预算持平”", attempts: [proofread("比P年预算持平", "比{{上年}}年预算持平")] },
  {
    fault: "“811.63 元”，应为万元",
    attempts: [
      proofread("811.63 元 where 万元 is meant: 元 behind a figure in 万元", "{{万元 本项}}元"),
      attempt(
        narrative("general-public-budget"),
        "{{名称}}{{万元 本项}}，",
        "{{名称}}811.63元，",
        "校对/手写数字",
        "811.63元",
      ),
    ],
    instead: async (printed) => expect((await printed()).text).toContain("住房保障支出811.63万元"),
  },
  {
    fault: "“0.00 元”，应为万元",
    attempts: [
      attempt(
        narrative("three-public"),
        "费{{万元 因公出国境费}}，",
        "费0.00元，",
        "校对/手写数字",
        "0.00元",
      ),
    ],
    instead: async (printed) => expect((await printed()).text).toContain("因公出国（境）费0.00万元"),
  },
  {
    fault: "公务用车购置费后面没有金额",
    attempts: [proofread("公务用车购置费 without its amount", "公务用车购置费，预算数")],
  },
  {
    fault: "因公出国（境）费持平，却写压缩的原因",
    attempts: [
      proofread("持平 with a reason for a cut", "加强经费管理，压减出国任务"),
      attempt(
        DATA,
        "原因:\n",
        "原因:\n  因公出国境费: 加强出国经费管理，对出国经费进行压缩\n",
        "口径/多余原因",
        "加强出国经费管理，对出国经费进行压缩",
      ),
    ],
  },
  {
    fault: "公务接待费持平，却写压缩的原因",
    attempts: [
      attempt(
        narrative("three-public"),
        "{{#if (为零 公务接待费)}}，主要原因是无此项业务开展{{/if}}",
        "，主要原因是加强公务接待费管理，对公务接待费进行压缩",
        "校对/持平",
        "加强公务接待费管理，对公务接待费进行压缩",
      ),
      attempt(
        DATA,
        "原因:\n",
        "原因:\n  公务接待费: 加强公务接待费管理\n",
        "口径/多余原因",
        "加强公务接待费管理",
      ),
    ],
  },
  { fault: "“实效”，应为“时效”", attempts: [proofread("数量、实效 for 数量、时效", "数量、实效、质量")] },
  {
    fault: "“未开展重点项目预算的绩效目标”，缺字",
    attempts: [proofread("未开展重点项目预算的绩效目标 without 编制工作", "未开展重点项目预算的绩效目标")],
  },
  { fault: "“财政单位”，应为“财政部门”", attempts: [proofread("财政单位 for 财政部门", "财政单位")] },
  { fault: "“本表无数”，应为“本表无数据”", attempts: [proofread("本表无数 for 本表无数据", "本表无数")] },
  { fault: "“等等”", attempts: [proofread("等等", "等等")] },
  {
    fault: "同一个变化，一处写减少 11.45%，一处写下降 11.45%",
    attempts: [
      attempt(narrative("overview"), "；支出{{增减", "，即减少11.45%；支出{{增减", "校对/手写数字", "11.45%"),
    ],
    instead: async (printed) => {
      const { text } = await printed();
      expect(text.match(/下降11\.45%/g)).toHaveLength(3);
      expect(text).not.toMatch(/(?:减少|增加)[\d.]+%/);
    },
  },
];

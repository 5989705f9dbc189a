import { givenCells } from "./masks.js";
import { matches, type Rule } from "./rule.js";

/** A number without what it counts (活动3 前完成), and an end that something should follow. */
const CUT = /(?<![\dA-Za-z第])\d{1,3}[ \u3000]*[前内](?=\p{Script=Han}|$)|.{0,8}[、，：；—-]$/gu;

export const TRUNCATION_IN_CELLS: Rule = {
  code: "校对/表中残缺",
  severity: "警告",
  says: "表里的名称和指标是完整的，数后面有它的单位",
  basis: "实务：从表格里复制的指标常缺字，或者被截断",
  examine: (proof) =>
    matches(givenCells(proof), CUT, (found) => ({
      message: `“${found}”这里像是缺了字`,
      remedy: "照批复补全，例如“3 前完成”补成“3天前完成”；批复如此的，可以留着",
    })),
};

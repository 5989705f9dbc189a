import type { Place } from "../../diagnostic/diagnostic.js";
import type { Code } from "../../diagnostic/diagnostic-codes.js";
import type { Weight } from "../../diagnostic/weight.js";

/** On what a finding rests. */
export interface Basis {
  /** one sentence in the officer's words */
  readonly rule: string;
  /** the law, the standard or the practice it rests on */
  readonly source: string;
}

/** Something by which a document contradicts itself or what holds for any document. */
export interface DocumentFinding {
  readonly weight: Weight;
  readonly code: Code;
  /** one sentence in the officer's words, with the figures on both sides */
  readonly message: string;
  /** its place, where its file has pages or lines; nothing where all of the document is meant */
  readonly place?: Place;
  /** in words that an officer can look up */
  readonly where: string;
  readonly basis: Basis;
  readonly remedy: string;
}

/** 预算法 and the order that says which tables there must be. */
export const BASES = {
  sum: { rule: "合计等于各分项之和", source: "财预〔2016〕143号；四舍五入的尾差不算" },
  between: { rule: "同一个数在各表里相等", source: "财预〔2016〕143号" },
  prose: { rule: "说明里的数与附表一致", source: "预算法第十四条；财预〔2016〕143号" },
  codes: { rule: "科目的代码和名称照科目表", source: "政府收支分类科目" },
  listed: { rule: "规定的表和说明都要有，没有数的也列出并说明", source: "财预〔2016〕143号" },
  unit: { rule: "公开的是本单位、本年度的预算", source: "预算法第十四条" },
  words: { rule: "没有残留、占位和叠字", source: "实务" },
} as const satisfies Readonly<Record<string, Basis>>;

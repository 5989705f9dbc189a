import { plainNumber } from "../../model/printed.js";
import { CODE_KINDS, type CodeKind } from "../../model/report.js";
import type { PrintedFigure } from "./figures.js";

/** A column of the data: what it is called, what it says, and what of a figure stands in it. */
export interface Field {
  readonly name: string;
  readonly type: "string" | "integer" | "number";
  readonly says: string;
  /** what it is in the vocabulary of the Fiscal Data Package */
  readonly columnType?: string;
  /** whether every figure has it */
  readonly required?: true;
  readonly value: (figure: PrintedFigure, index: number) => string;
}

/** Codes that the Fiscal Data Package has a word for; it knows of one economic classification only. */
const CODE_TYPES: Partial<Record<CodeKind, string>> = {
  预算单位: "administrator:generic:id",
  功能科目: "functional-classification:generic:code",
  部门经济科目: "economic-classification:generic:code",
  项目: "activity:generic:project:code",
};

/** What is said of each figure, in this order; a change of it needs a new FORMAT_VERSION. */
export const FIELDS: readonly Field[] = [
  {
    name: "序号",
    type: "integer",
    says: "从 1 起，按文件里的先后",
    required: true,
    value: (_, index) => String(index + 1),
  },
  words({
    name: "位置",
    says: "“说明”（文字里的数）或“附表”（表里的数）",
    required: true,
    value: ({ place }) => place,
  }),
  words({
    name: "表号",
    says: "附表的编号；说明里的数没有",
    value: ({ tableNumber }) => tableNumber,
  }),
  words({
    name: "标题",
    says: "附表的表题，或者文字所在的各级标题，用“/”隔开",
    required: true,
    value: ({ title }) => title,
  }),
  {
    name: "行号",
    type: "integer",
    says: "附表表头以下的第几行，或者标题以下的第几段，从 1 起",
    required: true,
    value: ({ row }) => String(row),
  },
  words({
    name: "行",
    says: "附表里这一行左边的字，各格用“/”隔开",
    value: ({ rowWords }) => rowWords,
  }),
  words({
    name: "栏",
    says: "附表里这一栏的表头，从上到下用“/”隔开",
    value: ({ column }) => column,
  }),
  words({
    name: "口径",
    says: "这个数是什么；附表里的数是表号、行和栏",
    columnType: "value-kind:label",
    required: true,
    value: ({ measure }) => measure,
  }),
  {
    name: "数值",
    type: "number",
    says: "印出来的数，不带千分位逗号，小数位数与印出来的一样",
    columnType: "value",
    required: true,
    value: ({ figure }) => plainNumber(figure),
  },
  words({
    name: "计量单位",
    says: "万元、%、个、辆等",
    required: true,
    value: ({ figure }) => figure.unit,
  }),
  ...CODE_KINDS.map(codeField),
];

function words(field: Omit<Field, "type">): Field {
  return { type: "string", ...field };
}

function codeField(kind: CodeKind): Field {
  const columnType = CODE_TYPES[kind];
  return words({
    name: `${kind}编码`,
    says: `这一行印了${kind}编码的，在这里连起来写全`,
    ...(columnType !== undefined && { columnType }),
    value: ({ codes }) => codes[kind] ?? "",
  });
}

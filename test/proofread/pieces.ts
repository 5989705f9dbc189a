import type { Block, Run } from "../../src/model/report.js";
import type { Written } from "../../src/model/source.js";
import { proofread } from "../../src/proofread/proofread.js";
import { makeProject } from "../project.js";
import { column, paragraph, part, row, table } from "../render/sample.js";
import { copyOf } from "./reading.js";
import { countSteps } from "./steps.js";

/** What rules look for, without an end: each is repeated. */
const WRITTEN = [
  ..."（(）)“”《》〔<>【】｛{}，。；：、,;#_×〇○*X",
  ..."1a一三年元万点成倍%％ -.@京Q\u00A0\u200B",
  ...[
    "{1.00万元}",
    "增加{1.00万元}，",
    "减少{1.00万元}原因",
    "{1.00万元}占{50.00%}",
    "{1.00万元}{2.00万元}",
    "收入合计{1.00万元}",
  ],
  ...[
    "1、",
    "1.1",
    "1 ",
    "1:1",
    "1-",
    "1至",
    "第1",
    "a.",
    "a-",
    "A1",
    "a1.",
    "B2元",
    "5%",
    "3万元",
    "12345678 ",
  ],
  ...[
    "13812345678，",
    "4112022000010112",
    "0398-2812345转",
    "电话1",
    "a@",
    "a@b.",
    "微信号 ",
    "护照E",
    "京A1",
  ],
  ...[
    "一点",
    "多三",
    "万一",
    "一万一",
    "三元",
    "百分之",
    "五分之一",
    "两倍",
    "翻一番",
    "每人1元，",
    "1元/平方米",
    "每人每年",
  ],
  ...["二〇二三年", "2021年", "2021—", "1月32日", "2月30日", "〔2023〕1", "（1）"],
  ...["持平，", "与上年持平，主要原因是增加", "主要原因是", "原因是：", "由于", "比上年"],
  ...[
    "主要包括：甲、",
    "办公费、",
    "办公室",
    "廉租房",
    "保障性租赁住房",
    "机密",
    "（机密 ",
    "内部资料，",
    "密级：",
    "秘密★",
  ],
  ...[
    "请填写",
    "某某",
    "待定",
    "增加（减少）",
    "等等",
    "预算数",
    "万元元",
    "元元",
    "单位：",
    "空表",
    "𠮷",
    "甲",
    "项目总成本",
  ],
];

export const PIECES: readonly string[] = [...new Set(WRITTEN)];

export const sample = copyOf(makeProject());
export const pack = { ...sample.pack, technicalTerms: [] };

/** The text as the officer wrote it in the duties, as a template prints it piece by piece, in a note and in a cell. */
function documentOf(pieces: readonly string[]) {
  const text = pieces.join("");
  const words = text.replaceAll(/\{[\d.]+(?:万元|%)\}/g, "");
  const duties: Written = { text: words, fact: true, at: placeAt };
  const whole = {
    text: words,
    origins: [{ from: 0, to: words.length, written: duties, start: 0, end: words.length }],
  };
  const origins = (run: Run): Run =>
    run.kind === "figure"
      ? run
      : { ...run, origins: [{ from: 0, to: run.text.length, ...writtenOf(run.text) }] };
  const blocks: Block[] = [
    { kind: "paragraph", runs: [{ kind: "text", ...whole }] },
    { kind: "paragraph", runs: pieces.flatMap((piece) => paragraph(piece).runs).map(origins) },
    { ...table("收入", [column("项目"), column("金额")], [row(words, "1.00")]), notes: [paragraph(words)] },
  ];
  const { budget } = sample;
  const unit = { ...budget.unit, duties: [duties] };
  return {
    ...sample,
    pack,
    budget: { ...budget, unit },
    report: { ...sample.report, parts: [part(...blocks)] },
  };
}

const place = sample.budget.unitsPlace;

function placeAt(offset: number, length: number) {
  return { ...place, column: offset + 1, length };
}

function writtenOf(text: string) {
  return { written: { text, at: placeAt }, start: 0, end: text.length };
}

/** The more pieces, the more steps: four times as many take twice what twice as many take more, and hardly more. */
export const LINEAR = 2.3;
const FEW = 50;

/** How many times the steps grow which proofreading takes for a piece many times over, from twice as many to four times. */
export function growthOf(piece: string): number {
  const [few, twice, four] = [1, 2, 4].map((times) =>
    countSteps(() => proofread(documentOf(Array(FEW * times).fill(piece)))),
  ) as [number, number, number];
  return (four - twice) / (twice - few);
}

/** Counts once beforehand: what is made only once is not counted with a piece. */
export function readOnce(): void {
  countSteps(() => proofread(documentOf(["甲"])));
}

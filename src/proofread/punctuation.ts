import { FIGURE } from "../model/passage.js";
import { COVERED, covering, givenCells, properNames } from "./masks.js";
import { type Finding, matches, type Proof, type ReadPassage, type Rule } from "./rule.js";

const HAN = "\\p{Script=Han}";
const BEFORE = `[${HAN}）》”〉〕${FIGURE}${COVERED}]`;
const BEHIND = `[${HAN}（《“〈〔${FIGURE}${COVERED}\\d]|$`;

/** A pair of half-width brackets in Chinese is one fault, and so is one that is closed by its full-width sister. */
const INSIDE = "[^（）()]*";
const HALF_WIDTH = [
  `(?<=${HAN}|${FIGURE})\\(${INSIDE}\\)`,
  `\\((?=${HAN})${INSIDE}\\)`,
  `\\(${INSIDE}(?:${HAN}\\)|\\)(?=${HAN}))`,
  `（${INSIDE}\\)|\\(${INSIDE}）`,
  `(?<=${HAN}|${FIGURE})[()]|[()](?=${HAN})`,
].join("|");

/** Marks that are no Chinese punctuation, and marks that cannot stand together. */
const FAULTS: readonly (readonly [pattern: RegExp, message: (found: string) => string])[] = [
  [new RegExp(HALF_WIDTH, "gu"), () => "中文里用了半角括号"],
  [new RegExp(`(?<=${BEFORE})[,;:!?](?=${BEHIND})`, "gu"), (found) => `中文里用了半角标点“${found}”`],
  [
    new RegExp(`[<＜]{1,2}(?=[^<>＜＞]*[>＞])${HAN}[^<>＜＞]*[>＞]{1,2}`, "gu"),
    () => "书名号写成了小于号、大于号",
  ],
  [
    /[<>＜＞] ?[=＝]|[=＝] ?[<>＜＞]/g,
    (found) => `“${found}”是两个符号，应当写成“${/[<＜]/.test(found) ? "≤" : "≥"}”`,
  ],
  [/[，。；、：][，。；、：！？,;]+|[,;][，。；、：]+|[！？]{3,}/g, (found) => `标点“${found}”连在一起`],
];

/** What opens, and what marks stand for it and for what closes it; a bracket closed by its half-width sister is reported as that. */
const PAIRS: readonly { readonly open: string; readonly marks: RegExp }[] = [
  { open: "（", marks: /[（）)]/g },
  { open: "《", marks: /[《》]/g },
  { open: "“", marks: /[“”]/g },
  { open: "〔", marks: /[〔〕]/g },
];

export const PUNCTUATION: Rule<Proof> = {
  code: "校对/标点",
  severity: "错误",
  says: "中文用全角标点，标点不连用，括号、引号和书名号成对",
  certainty: "未核对",
  basis: "GB/T 15834 标点符号用法，条文未核对",
  examine: (proof) => {
    const given = new Set(givenCells(proof));
    return faultsIn(
      proof,
      proof.passages.filter((passage) => !given.has(passage)),
      "改成全角标点，成对地写",
    );
  },
};

export const PUNCTUATION_IN_CELLS: Rule = {
  code: "校对/表中标点",
  severity: "警告",
  says: "表里的名称和指标也用全角标点，括号成对；批复的名称本来如此的，可以照原样",
  certainty: "未核对",
  basis: "GB/T 15834 标点符号用法，条文未核对",
  examine: (proof) =>
    faultsIn(proof, givenCells(proof), "改成全角标点，成对地写；批复的名称本来如此的，可以留着"),
};

/** Names are printed as they were approved: in sentences nothing is said of them, in their own cells a reminder is. */
function faultsIn(proof: Proof, passages: readonly ReadPassage[], remedy: string): readonly Finding[] {
  const cover = covering(properNames(proof));
  const read = (passage: ReadPassage): string =>
    passage.kind === "cell" ? passage.text : cover(passage.text);
  return [
    ...FAULTS.flatMap(([pattern, message]) =>
      matches(passages, pattern, (found) => ({ message: message(found), remedy }), read),
    ),
    ...passages.flatMap((passage) =>
      unclosed(read(passage)).map((start) => ({
        passage,
        start,
        end: start + 1,
        message: `“${passage.original.text[start]}”没有配成对`,
        remedy,
      })),
    ),
  ];
}

/** Where brackets and quotes are opened that nothing closes. A closing one alone may number a paragraph: 1）. */
function unclosed(text: string): readonly number[] {
  return PAIRS.flatMap(({ open, marks }) => {
    const waiting: number[] = [];
    for (const { 0: mark, index } of text.matchAll(marks)) {
      if (mark === open) waiting.push(index);
      else waiting.pop();
    }
    return waiting;
  });
}

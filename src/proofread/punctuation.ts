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
const PAIRS: readonly { readonly open: RegExp; readonly marks: RegExp }[] = [
  { open: /[（(]/, marks: /[（()）]/g },
  { open: /《/, marks: /[《》]/g },
  { open: /“/, marks: /[“”]/g },
  { open: /〔/, marks: /[〔〕]/g },
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

/**
 * Names are printed as they were approved: in sentences nothing is said of them, in their own cells a reminder is. But a
 * bracket without its other half was approved nowhere, and names without cells stand in sentences only.
 */
function faultsIn(proof: Proof, passages: readonly ReadPassage[], remedy: string): readonly Finding[] {
  const cover = covering(properNames(proof));
  const coverOfCells = covering(givenCells(proof).map(({ text }) => text));
  const read = (passage: ReadPassage, covered = cover): string =>
    passage.kind === "cell" ? passage.text : covered(passage.text);
  const lone = new Map(
    passages.map((passage) => [passage, new Set(unpaired(read(passage, coverOfCells)))] as const),
  );
  const marks = FAULTS.flatMap(([pattern, message]) =>
    matches(
      passages,
      pattern,
      (found) => ({ message: message(found), remedy }),
      (passage) => read(passage),
    ),
  );
  return [
    // a bracket alone is told as that
    ...marks.filter(({ passage, start, end }) => end - start > 1 || !lone.get(passage)?.has(start)),
    ...[...lone].flatMap(([passage, starts]) =>
      [...starts].map((start) => ({
        passage,
        start,
        end: start + 1,
        message: `“${passage.original.text[start]}”没有配成对`,
        remedy,
      })),
    ),
  ];
}

const LONGEST_NUMBER = 4;
/** What stands before a closing bracket that numbers a paragraph: 1）, 一）. */
const NUMBERING = /(?:^|[。；;：:，,\s（(])[\da-zA-Z一二三四五六七八九十]{1,3}$/u;

/** Where brackets and quotes are opened that nothing closes, and brackets closed that nothing opens. */
function unpaired(text: string): readonly number[] {
  return PAIRS.flatMap(({ open, marks }) => {
    const waiting: number[] = [];
    const closing: number[] = [];
    for (const { 0: mark, index } of text.matchAll(marks)) {
      if (open.test(mark)) waiting.push(index);
      else if (waiting.length > 0) waiting.pop();
      else if (/[)）]/.test(mark) && !NUMBERING.test(text.slice(Math.max(0, index - LONGEST_NUMBER), index)))
        closing.push(index);
    }
    return [...closing, ...waiting];
  });
}

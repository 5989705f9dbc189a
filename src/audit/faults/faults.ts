import type { Pack } from "../../model/pack.js";
import type { Passage, Slip } from "../../model/passage.js";
import type { FoundPassage } from "../passages.js";
import { beginsLine, type Stretch, type Strip, whole } from "../words/strip.js";
import { type Fault, fault, type Script } from "./fault.js";
import { partsFaults } from "./parts.js";
import { ratesFaults } from "./rates.js";
import { sharesFaults } from "./shares.js";
import { slipsFaults } from "./slips.js";
import { verbsFaults } from "./verbs.js";
import { yuanFaults } from "./yuan.js";

/** All that reading alone finds in the words and numbers of a document. */
export function faultsOf(
  script: Script,
  slips: readonly Slip[],
  found: ReadonlyMap<Passage, FoundPassage>,
  { words }: Pack,
): readonly Fault[] {
  return [
    ...slipsFaults(slips, found),
    ...ratesFaults(script),
    ...sharesFaults(script),
    ...partsFaults(script),
    ...yuanFaults(script),
    ...verbsFaults(script, words),
    ...placeholderFaults(script),
  ];
}

/** What reading finds in how a page is set: numbers with their signs of which a part stands on the next line. */
export function pageFaults(strips: readonly Strip[]): readonly Fault[] {
  const [first, ...others] = strips.flatMap(breaksIn);
  if (!first) return [];
  return [
    {
      code: "审核/写法",
      severity: "警告",
      message: `有 ${others.length + 1} 处把一个数折在两行`,
      stretches: [first, ...others],
      notes: [],
      remedy:
        "一个数连同它的百分号不折在两行（GB/T 15835 的通行做法，条文未核对）；用程序重新生成，它不折断数",
    },
  ];
}

function breaksIn(strip: Strip): readonly Stretch[] {
  return [...strip.text.matchAll(/\d[\d.,]*%?/gu)].flatMap(({ 0: number, index }) => {
    for (let at = index + 1; at < index + number.length; at++) {
      if (beginsLine(strip, at)) return [{ strip, start: index, end: index + number.length }];
    }
    return [];
  });
}

/** Behind region, year and source, a code that the system gave has a number. */
const PLACEHOLDER = /(?<!\d)\d{9}0{12}(?!\d)|(?<!\d)\d{9}0{12}(?=20\d\d)/u;

/** Codes of projects that stand for codes not yet given. */
function placeholderFaults({ tables }: Script): readonly Fault[] {
  return tables
    .filter(({ passage }) => passage.kind === "cell")
    .flatMap(({ strip }) => {
      const match = PLACEHOLDER.exec(strip.text);
      if (!match) return [];
      const stretch = { ...whole(strip), start: match.index, end: match.index + match[0].length };
      const message = `项目编码 ${match[0]} 是用 0 占位的，不是系统给的编码`;
      return [
        fault("审核/文字", message, [stretch], "照系统里的编码写；系统还没有给编码的，数据里写 未赋码"),
      ];
    });
}

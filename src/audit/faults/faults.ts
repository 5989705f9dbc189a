import { PROJECT_CODE } from "../../model/budget.js";
import type { PackWords } from "../../model/pack/pack.js";
import { beginsLine, continuesCode, type ScriptText, type TextRange, whole } from "../words/placed-text.js";
import { type DocumentFault, fault, type Script } from "./fault.js";
import { isOf, paragraphsOf, type Sentence } from "./mentions.js";
import { partsFaults } from "./parts.js";
import { ratesFaults } from "./rates.js";
import { sharesFaults } from "./shares.js";
import { type FoundSlip, slipsFaults } from "./slips.js";
import { verbsFaults } from "./verbs.js";

/** All that reading alone finds in the words and numbers of a document. */
export function faultsOf(
  script: Script,
  slips: readonly FoundSlip[],
  words: PackWords,
): readonly DocumentFault[] {
  const paragraphs = paragraphsOf(script);
  const sentences = paragraphs.flat();
  return [
    ...slipsFaults(slips),
    ...ratesFaults(paragraphs),
    ...sharesFaults(paragraphs),
    ...partsFaults(sentences),
    ...yuanFaults(sentences),
    ...verbsFaults(sentences, words),
    ...placeholderFaults(script),
  ];
}

/** What reading finds in how a page is set: numbers with their signs of which a part stands on the next line. */
export function pageFaults(sources: readonly ScriptText[]): readonly DocumentFault[] {
  const [first, ...others] = sources.flatMap(breaksIn);
  if (!first) return [];
  const message = `有 ${others.length + 1} 处把一个数折在两行`;
  const remedy =
    "一个数连同它的百分号不折在两行（GB/T 15835 的通行做法，条文未核对）；用程序重新生成，它不折断数";
  return [{ ...fault("审核/写法", message, [first, ...others], remedy), severity: "警告" }];
}

function breaksIn(source: ScriptText): readonly TextRange[] {
  return [...source.text.matchAll(/\d[\d.,]*%?/gu)].flatMap(({ 0: number, index }) => {
    for (let at = index + 1; at < index + number.length; at++) {
      if (beginsLine(source, at) && !continuesCode(source, at))
        return [{ source, start: index, end: index + number.length }];
    }
    return [];
  });
}

/** Behind region, year and source, a code that the system gave has a number. */
const { length, numberFrom } = PROJECT_CODE;
const NUMBERLESS = `(?<!\\d)\\d{${numberFrom}}0{${length - numberFrom}}`;
const PLACEHOLDER = new RegExp(`${NUMBERLESS}(?!\\d)|${NUMBERLESS}(?=20\\d\\d)`, "u");

/** Codes of projects that stand for codes not yet given. */
function placeholderFaults({ tables }: Script): readonly DocumentFault[] {
  return tables.flatMap(({ passage, source }) => {
    const match = passage.kind === "cell" ? PLACEHOLDER.exec(source.text) : null;
    if (!match) return [];
    const range = { ...whole(source), start: match.index, end: match.index + match[0].length };
    const message = `项目编码 ${match[0]} 是用 0 占位的，不是系统给的编码`;
    return [fault("审核/文字", message, [range], "照系统里的编码写；系统还没有给编码的，数据里写 未赋码")];
  });
}

/** 每人 500 元 and 单价 50 元 are small on purpose. */
const SMALL = /每|人均|单价|标准|不足|限额/u;

/** Amounts in 元 with two decimals among amounts in 万元. */
function yuanFaults(sentences: readonly Sentence[]): readonly DocumentFault[] {
  const money = sentences.flatMap(({ mentions }) => mentions);
  const [yuan, wan] = [money.filter(isOf("元")).length, money.filter(isOf("万元")).length];
  if (yuan >= wan) return [];
  return sentences.flatMap(({ text, mentions, at }) =>
    mentions.filter(isOf("元")).flatMap(({ text: shown, amount, start, end }) => {
      if (amount.decimals !== 2 || SMALL.test(text.slice(Math.max(0, start - 10), start))) return [];
      const message = `“${shown}”以元计，文件里别处都以万元计`;
      return [fault("审核/单位", message, [at(start, end)], "把“元”改成“万元”；用程序重新生成，单位由它印")];
    }),
  );
}

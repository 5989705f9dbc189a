import { whole } from "../words/strip.js";
import { type Fault, fault, type Script } from "./fault.js";

/** Behind region, year and source, a code that the system gave has a number. */
const PLACEHOLDER = /(?<!\d)\d{9}0{12}(?!\d)|(?<!\d)\d{9}0{12}(?=20\d\d)/u;

/** Codes of projects that stand for codes not yet given. */
export function placeholderFaults({ tables }: Script): readonly Fault[] {
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

import { matches, type Proof, type Rule } from "../rule.js";

const LEVEL = "(?:(?:绝密|机密|秘密)级?|工作秘密)";
const ADMONITION = "(?:注意保密|注意保存|妥善保管|严禁外传|禁止外传|不得外传|请勿外传|不得公开)";
const INTERNAL = `(?:内部资料|内部文件|内部材料|${ADMONITION})`;

/**
 * Marks, not words: 秘密★1年, 密级：机密, a mark alone in its cell or line, in brackets, or 内部资料 with the admonition
 * behind it. 国家秘密载体销毁 and 内部资料印刷费 name a thing.
 */
const MARKS = new RegExp(
  [
    `${LEVEL}\\s*[★☆✩*＊]`,
    `密级\\s*[：:]\\s*${LEVEL}`,
    `^\\s*(?:${LEVEL}(?:\\s*(?:长期|[\\d一二三五十]+\\s*年))?|${INTERNAL})[。！!]?\\s*$`,
    `[（(【\\[〔](?:${LEVEL}|${INTERNAL})[）)】\\]〕]`,
    `内部(?:资料|文件|材料)[，,、：\\s]*${ADMONITION}`,
  ].join("|"),
  "g",
);

export const SECRECY: Rule<Proof> = {
  code: "校对/密级",
  severity: "错误",
  says: "公开的文件里没有密级和内部文件的标志；涉及国家秘密的内容不公开",
  basis: "预算法第十四条第四款",
  examine: ({ passages }) =>
    matches(passages, MARKS, (found) => ({
      message: `这里有密级或内部文件的标志“${found.trim()}”`,
      remedy: "先向本单位保密工作机构核实：不涉密的删去标志，涉密的内容不写进公开的数据",
    })),
};

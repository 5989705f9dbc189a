import { matches, type Proof, type Rule } from "../rule.js";

const LEVEL = "(?:(?:绝 ?密|机 ?密|秘 ?密)级?|工作秘密)";
const TERM = "(?:[、· ]?(?:长期|[\\d一二三五十]+ ?年))";
const STAR = "[★☆✩*＊]";
const ADMONITION =
  "(?:注意保密|注意保存|妥善保管|严格保密|(?:严禁|禁止|不得|请勿|不要)(?:外传|扩散|复制|翻印|转发|公开)|不予公开|不宜公开)";
const BETWEEN = "[，,、：:；;·—\\- ]{0,3}";
const INTERNAL = `(?:内部资料|内部文件|内部材料|仅供内部(?:使用|参考|参阅|传阅)|${ADMONITION})`;
const MARK = `(?:${LEVEL}${TERM}?|${INTERNAL})`;

/**
 * Marks, not words: 秘密★1年, 密级：机密, a mark alone in its cell or line, in brackets, or 内部资料 with the admonition
 * behind it. 国家秘密载体销毁 and 内部资料印刷费 name a thing.
 */
const MARKS = new RegExp(
  [
    `${LEVEL} ?${STAR}`,
    `${STAR} ?${LEVEL}`,
    `密 ?级[是为：:]? ?(?:${LEVEL}(?!以)|内部(?!控))`,
    `^ *${MARK}[。！!]? *$`,
    `[（(【\\[〔［「『<〈]${MARK}(?:${BETWEEN}(?:${LEVEL}${TERM}?|内部(?:资料|文件|材料)))*(?:，仅供参考)?[）)】\\]〕］」』>〉]`,
    `内部(?:资料|文件|材料|使用|参考)${BETWEEN}${ADMONITION}`,
    `工作秘密${BETWEEN}(?:注意保密|注意保存|妥善保管)`,
    "此件(?:不公开|不予公开|依申请公开)",
  ].join("|"),
  "g",
);

export const SECRECY: Rule<Proof> = {
  code: "校对/密级",
  severity: "错误",
  says: "公开的文件里没有密级和内部文件的标志；涉及国家秘密的内容不公开",
  certainty: "法规原文",
  basis: "预算法第十四条第四款",
  examine: ({ passages }) =>
    matches(passages, MARKS, (found) => ({
      message: `这里有密级或内部文件的标志“${found.trim()}”`,
      remedy: "先向本单位保密工作机构核实：不涉密的删去标志，涉密的内容不写进公开的数据",
    })),
};

import { bareLine } from "./syntax-fault.js";
import { type SyntaxFault, syntax, type Words } from "./syntax-words.js";

/** Faults that a colon without its blank shows as. */
const NO_KEY_SHOWS_AS: ReadonlySet<SyntaxFault["code"]> = new Set([
  "MULTILINE_IMPLICIT_KEY",
  "MISSING_CHAR",
  "BAD_INDENT",
]);

/** 政府采购：[] */
const NO_KEY_BEFORE_BRACKET = /^[\s-]*[^\s:：{[]+\s*：/;

/** What a line shows to be the cause of a fault that could mean many things: mostly a Chinese keyboard. */
export function slipOf(code: SyntaxFault["code"], line: string): Words | undefined {
  if (/_INDENT$/.test(code) && code !== "BAD_INDENT") return undefined;
  if (/[｛｝［］]/.test(line)) return FULL_WIDTH_BRACKET;
  const bare = bareLine(line).trimEnd();
  if (/^(?:BAD_SCALAR_START|UNEXPECTED_TOKEN)$/.test(code)) {
    const [compared] = /(?<=[:-] +)>=?(?=\s*[\d０-９])/.exec(bare) ?? [];
    if (compared) return comparison(compared);
  }
  if (/[{[]/.test(bare) && !NO_KEY_BEFORE_BRACKET.test(bare)) return slipInBrackets(bare);
  if (code === "UNEXPECTED_TOKEN" && /[:-] +[>|]\S/.test(bare)) return BLOCK_SIGN;
  if (!NO_KEY_SHOWS_AS.has(code)) return undefined;
  const [, key, colon, value] = /^[\s-]*([^\s:：]+)\s*(：|:(?=\S))\s*(.*)$/.exec(bare) ?? [];
  if (key === undefined) return undefined;
  const remedy = `改成英文冒号加一个空格：${key}: ${value}`.trimEnd();
  return colon === "：" ? syntax(FULL_WIDTH_COLON, remedy) : syntax(NO_BLANK, remedy);
}

function slipInBrackets(line: string): Words | undefined {
  if (/，\s*[^，,:：{}]+:\s/.test(line)) return FULL_WIDTH_COMMA;
  return /:\s*-+\s*[,}]/.test(line) ? DASH : undefined;
}

export const FULL_WIDTH_COLON = "冒号用了中文全角的“：”，程序认不出这里的键";
export const NO_BLANK = "英文冒号后面少了一个空格，程序认不出这里的键";

const FULL_WIDTH_BRACKET = syntax("括号用了中文全角的“｛｝”或“［］”，程序认不出来", "改用英文的 { } 或 [ ]");
const FULL_WIDTH_COMMA = syntax(
  "大括号或方括号里用了中文全角的逗号“，”，程序分不开各项",
  "各项之间改用英文逗号加一个空格，如 { 资金来源: 一般公共预算, 财政拨款: 是 }",
);
const BLOCK_SIGN = syntax(
  "文字不能以 > 或 | 开头，它们在 YAML 里另有用处",
  "大于写全角的“＞”，大于等于写“≥”；确要以它们开头的，给这段文字加上英文引号",
);

/** In quotation marks it would be read, and printed as two half-width signs. */
function comparison(sign: string): Words {
  const [name, right] = sign === ">" ? ["大于", "＞"] : ["大于等于", "≥"];
  return syntax(
    `文字不能以 ${sign} 开头，它在 YAML 里另有用处`,
    `${name}写“${right}”，如 指标值: ${right}90%`,
  );
}
const DASH = syntax(
  "单独的横线 - 不是金额，也不是文字",
  "没有金额的，删去这一整行；“国有资产”和“上年”里没有的，写 0",
);

import type { Line } from "./lines.js";
import { bareLine } from "./syntax-fault.js";
import { FAULT_WORDS, type SyntaxFault, syntax, type Words } from "./syntax-words.js";

/** Faults that a colon without its blank shows as. */
const NO_KEY_SHOWS_AS: ReadonlySet<SyntaxFault["code"]> = new Set([
  "MULTILINE_IMPLICIT_KEY",
  "MISSING_CHAR",
  "BAD_INDENT",
]);

/** 政府采购：[] and 内设机构:[办公室] */
const NO_KEY_BEFORE_BRACKET = /^[\s-]*[^\s:：{[]+(?:\s*：|:(?=[{[]))/;

/** A colon behind the first of a line. */
const COLON_IN_TEXT = /(?<=^[^:#]*: [^:#]*):\s+/g;

/** A key and what stands for its colon and blank. */
const KEY = /^([\s-]*[^\s:："'-][^\s:："']*)(?:\s*：\s*|:(?=\S))/;

const BRACKETS: Readonly<Record<string, string>> = { "｛": "{", "｝": "}", "［": "[", "］": "]" };

/** What a line shows to be the cause of a fault that could mean many things: mostly a Chinese keyboard. */
export function slipOf(code: SyntaxFault["code"], line: Line): Words | undefined {
  if (/_INDENT$/.test(code) && code !== "BAD_INDENT") return undefined;
  const bare = bareLine(line.text).trimEnd();
  const brackets = fullWidthBrackets(line);
  if (brackets) return brackets;
  if (/^(?:BAD_SCALAR_START|UNEXPECTED_TOKEN)$/.test(code)) {
    const [compared] = bare.match(COMPARED) ?? [];
    if (compared) return { ...comparison(compared), ...rewritten(line, COMPARED, () => signFor(compared)) };
  }
  if (/[{[]/.test(bare) && !NO_KEY_BEFORE_BRACKET.test(bare)) return slipInBrackets(bare, line);
  if (code === "UNEXPECTED_TOKEN" && /[:-] +[>|]\S/.test(bare)) return BLOCK_SIGN;
  if (code === "UNEXPECTED_TOKEN" && bare.search(DASH_ALONE) >= 0)
    return { ...DASH, ...rewritten(line, DASH_ALONE, () => "0") };
  if (code === "BLOCK_AS_IMPLICIT_KEY" && FAULT_WORDS[code])
    return { ...FAULT_WORDS[code], ...rewritten(line, COLON_IN_TEXT, () => "：") };
  if (!NO_KEY_SHOWS_AS.has(code)) return undefined;
  const [, key, colon, value] = /^[\s-]*([^\s:：]+)\s*(：|:(?=\S))\s*(.*)$/.exec(bare) ?? [];
  if (key === undefined) return undefined;
  const remedy = `改成英文冒号加一个空格：${key}: ${value}`.trimEnd();
  const [whole, before = ""] = KEY.exec(line.text) ?? [];
  const from = line.from + before.length;
  const mends = whole === undefined ? undefined : [{ from, to: line.from + whole.length, meant: ": " }];
  return syntax(colon === "：" ? FULL_WIDTH_COLON : NO_BLANK, remedy, mends);
}

export const FULL_WIDTH_BRACKETS = /[｛｝［］]/;

/** The brackets of a line that are full-width ones. */
export function fullWidthBrackets(line: Line): Words | undefined {
  if (!FULL_WIDTH_BRACKETS.test(line.text)) return undefined;
  return { ...FULL_WIDTH_BRACKET, ...rewritten(line, /[｛｝［］]/g, (mark) => BRACKETS[mark] ?? mark) };
}

function slipInBrackets(bare: string, line: Line): Words | undefined {
  if (/，\s*[^，,:：{}]+:\s/.test(bare))
    return { ...FULL_WIDTH_COMMA, ...rewritten(line, /，\s*(?=[^，,:：{}]+[:：])/g, () => ", ") };
  if (/:\s*-+\s*[,}]/.test(bare))
    return { ...DASH, ...rewritten(line, /(?<=:\s*)-+(?=\s*[,}])/g, () => "0") };
  if (bare.search(NO_COMMA) < 0) return undefined;
  return { ...MISSING_COMMA, ...rewritten(line, NO_COMMA, () => ", ") };
}

const DASH_ALONE = /(?<=: {1,20})-+(?= *$)/g;

/** A blank behind a value, with the next key behind it. */
const NO_COMMA = /(?<=[^\s,，:：{])[ \t]+(?=[^\s,，:：{}[\]]+:\s)/g;
const MISSING_COMMA = syntax(
  "大括号里的两项之间少了英文逗号，程序分不开",
  "各项之间写英文逗号加一个空格，如 { 资金来源: 一般公共预算, 财政拨款: 是 }",
);

/** The mends of a line that has `pattern` rewritten, comments left alone; none where it may stand in quotation marks. */
function rewritten(
  { from, text }: Line,
  pattern: RegExp,
  meant: (found: string) => string,
): Pick<Words, "mends"> {
  if (/["']/.test(text)) return {};
  return {
    mends: [...bareLine(text).matchAll(pattern)].map(({ 0: found, index }) => ({
      from: from + index,
      to: from + index + found.length,
      meant: meant(found),
    })),
  };
}

const COMPARED = /(?<=[:-] +)>=?(?=\s*[\d０-９])/g;

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
  const right = signFor(sign);
  return syntax(
    `文字不能以 ${sign} 开头，它在 YAML 里另有用处`,
    `${sign === ">" ? "大于" : "大于等于"}写“${right}”，如 指标值: ${right}90%`,
  );
}

function signFor(compared: string): string {
  return compared === ">" ? "＞" : "≥";
}

const DASH = syntax(
  "单独的横线 - 不是金额，也不是文字",
  "漏了数的，补上；没有金额的，删去这一整行；“国有资产”和“上年”里没有的，写 0",
);

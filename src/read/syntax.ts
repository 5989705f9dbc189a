import type { ErrorCode } from "yaml";
import { type Code, type Diagnostic, problem } from "../diagnostic.js";
import type { TextSource } from "../model/source.js";
import { type Unclosed, unclosedBefore } from "./unclosed.js";

/** What the parser reports: the kind of error and where, in UTF-16 units. */
export interface SyntaxFault {
  readonly code: ErrorCode;
  readonly pos: readonly [number, number];
}

interface Words {
  readonly code: Code;
  readonly message: string;
  readonly remedy: string;
}

/** A fault in the officer's words; the usual slips of a Chinese keyboard are recognised by what stands there. */
export function syntaxProblem(source: TextSource, fault: SyntaxFault): Diagnostic {
  const [from, to] = fault.pos;
  const unclosed = UNCLOSED_SHOWS_AS.has(fault.code) ? unclosedBefore(source, from) : undefined;
  if (unclosed) return unclosedMark(source, unclosed);
  const words =
    KNOWN[fault.code] ?? slip(fault.code, lineAt(source.text, from)) ?? BY_CODE[fault.code] ?? OTHER;
  return problem(words.code, words.message, source.at(from, to - from), `怎么改：${words.remedy}`);
}

/** How the parser reports, on a later line, that a bracket or quotation mark has no end. */
const UNCLOSED_SHOWS_AS: ReadonlySet<ErrorCode> = new Set(["BAD_INDENT", "MISSING_CHAR"]);

function unclosedMark(source: TextSource, { mark, offset }: Unclosed): Diagnostic {
  const isQuote = mark === '"' || mark === "'";
  return problem(
    "语法/YAML",
    isQuote ? `引号 ${mark} 没有收尾` : `括号 ${mark} 没有收尾`,
    source.at(offset, 1),
    isQuote
      ? `怎么改：在文字末尾补上 ${mark}，用英文引号；不需要引号的，删去这一个`
      : `怎么改：在这一项的末尾补上 ${mark === "{" ? "}" : "]"}，用英文括号`,
  );
}

/** The first fault of each line: what follows on the same line is nearly always its echo. */
export function firstOfEachLine(source: TextSource, faults: readonly SyntaxFault[]): readonly SyntaxFault[] {
  const sorted = faults.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const lines = new Set<number>();
  return sorted.filter((fault) => {
    const { line } = source.at(fault.pos[0], 0);
    return !lines.has(line) && lines.add(line);
  });
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end < 0 ? text.length : end);
}

const yaml = (message: string, remedy: string): Words => ({ code: "语法/YAML", message, remedy });

/** Faults that mean one thing only. */
const KNOWN: Partial<Record<ErrorCode, Words>> = {
  TAB_AS_INDENT: {
    code: "语法/制表符",
    message: "行首的缩进用了制表符（Tab 键），只能用空格",
    remedy: "删去行首的空白，按空格键重新缩进，与上下同级的行对齐",
  },
  MULTIPLE_DOCS: yaml(
    "文件里出现了 --- 或 ...，后面的内容成了另一份文件",
    "一个文件只写一份数据：删去这一行",
  ),
  BAD_ALIAS: {
    code: "语法/别名",
    message: "星号 * 开头的文字有特殊含义（别名），不能直接写",
    remedy: '文字确实以 * 开头时，给它加上英文引号，如 "*重点"',
  },
  MULTIPLE_ANCHORS: {
    code: "语法/别名",
    message: "& 开头的文字有特殊含义（锚点），不能直接写",
    remedy: '文字确实以 & 开头时，给它加上英文引号，如 "&某某"',
  },
  BAD_DQ_ESCAPE: yaml(
    "双引号里的反斜杠 \\ 有特殊含义，这里的写法不认识",
    "把双引号换成单引号，或者把 \\ 写成 \\\\",
  ),
  RESOURCE_EXHAUSTION: yaml("嵌套的层数太多，不像一份预算数据", "核对括号是不是多写了"),
};

const FULL_WIDTH_COLON = yaml(
  "冒号用了中文全角的“：”，程序认不出这里的键",
  "改成英文冒号加一个空格，如 年度: 2023",
);
const NO_BLANK = yaml("英文冒号后面少了一个空格，程序认不出这里的键", "在冒号后面加一个空格，如 年度: 2023");
const FULL_WIDTH_COMMA = yaml(
  "大括号或方括号里用了中文全角的逗号“，”，程序分不开各项",
  "各项之间改用英文逗号加一个空格，如 { 资金来源: 一般公共预算, 财政拨款: 是 }",
);
const FULL_WIDTH_BRACKET = yaml("括号用了中文全角的“｛｝”或“［］”，程序认不出来", "改用英文的 { } 或 [ ]");

/** What a line shows to be the cause of a fault that could mean many things. */
function slip(code: ErrorCode, line: string): Words | undefined {
  if (/[｛｝［］]/u.test(line)) return FULL_WIDTH_BRACKET;
  const bare = line.replace(/(^|\s)#.*$/, "").replace(/"[^"]*"|'[^']*'/g, "");
  if (/[{[]/.test(bare)) return /，\s*[^，,:：{}]+:\s/.test(bare) ? FULL_WIDTH_COMMA : undefined;
  if (code !== "MULTILINE_IMPLICIT_KEY" && code !== "MISSING_CHAR" && code !== "BAD_INDENT") return undefined;
  if (/^[\s-]*[^\s:：]+：/.test(bare)) return FULL_WIDTH_COLON;
  return /^[\s-]*[^\s:]+:\S/.test(bare) ? NO_BLANK : undefined;
}

const INDENT = yaml(
  "缩进没有对齐，看不出这一行属于哪一项",
  "同级的行从同一列开始，下级比上级多缩进两个空格；全用空格",
);
const QUOTE_TEXT = '给这段文字加上英文引号，如 指标值: ">90%"';

const BY_CODE: Partial<Record<ErrorCode, Words>> = {
  BAD_INDENT: yaml(
    "缩进没有对齐，或者上面的括号没有收尾",
    "同级的行从同一列开始，下级比上级多缩进两个空格；{ 与 }、[ 与 ] 要成对",
  ),
  MULTILINE_IMPLICIT_KEY: yaml(
    "这里接连两行成了一个键：前一行少了冒号，或者后一行的缩进不对",
    "每个键后面写英文冒号加一个空格；同级的行从同一列开始",
  ),
  BLOCK_AS_IMPLICIT_KEY: yaml(
    "一行里有两个“键: 值”，程序分不清",
    "文字里有英文冒号时改用中文冒号“：”，或者给整段文字加上英文引号；下级的内容另起一行并多缩进两个空格",
  ),
  BLOCK_IN_FLOW: yaml(
    "大括号或方括号里的写法不对，程序分不开各项",
    "各项之间用英文逗号，括号要成对，写在一行里",
  ),
  BAD_SCALAR_START: yaml("文字不能以这个符号开头，它在 YAML 里另有用处", QUOTE_TEXT),
  UNEXPECTED_TOKEN: yaml(
    "这里出现了不该有的符号",
    '括号和引号要成对；文字以 > | % @ 等符号开头时，给它加上英文引号，如 ">90%"',
  ),
  MISSING_CHAR: yaml("这里缺了符号：冒号、逗号或收尾的引号", "键后面写英文冒号加一个空格；引号、括号要成对"),
  BAD_DIRECTIVE: yaml("行首的 % 有特殊含义，这里不能用", "删去这一行；文字以 % 开头时给它加上英文引号"),
  BAD_COLLECTION_TYPE: INDENT,
  KEY_OVER_1024_CHARS: yaml(
    "冒号前面的文字太长，不像一个键",
    "文字里有英文冒号时改用中文冒号“：”，或者加上英文引号",
  ),
};

const OTHER = yaml("这里的写法不合 YAML 的语法，读不出来", "对照样例中同样的一行改正");

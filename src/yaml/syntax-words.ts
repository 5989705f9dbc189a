import type { ErrorCode } from "yaml";
import type { Code } from "../diagnostic/diagnostic-codes.js";
import type { Mend } from "./fault.js";

/** A fault of syntax: its kind and where, in UTF-16 units. Full-width blanks are text to the parser, not indentation. */
export interface SyntaxFault {
  readonly code: ErrorCode | "FULL_WIDTH_INDENT";
  readonly pos: readonly [number, number];
}

export interface Words {
  readonly code: Code;
  readonly message: string;
  readonly remedy: string;
  /** where what was meant is beyond doubt */
  readonly mends?: readonly Mend[];
}

export function syntax(message: string, remedy: string, mends?: readonly Mend[]): Words {
  return { code: "语法/YAML", message, remedy, ...(mends && { mends }) };
}

export const ALIGN = "同级的行从同一列开始，下级比上级多缩进两个空格";
const QUOTE = '给这段文字加上英文引号，如 指标值: "%90"';

/** {{ before a text is the beginning of two mappings to the parser. */
export const BRACES_FIRST = syntax(
  "文字以 {{ 开头，没有加英文引号",
  '给整段文字加上英文引号，如 收入总计: "{{项目支出}}由财政安排"',
);

const SPECIAL: Words = {
  code: "语法/别名",
  message: "* & ! 开头的文字在 YAML 里有特殊含义，不能直接写",
  remedy: '给这段文字加上英文引号，如 "*重点"',
};

export const INDENT_TOO_DEEP = syntax(
  "这一行比上一行缩进得深，上一行却不是它的上级",
  `${ALIGN}；它的上级（如“项目:”）这一行删掉了的，补上`,
);

export const OTHER_FAULT = syntax(
  "这里的写法不合 YAML 的语法，读不出来",
  "写法对照样例中同样的一行，内容照批复",
);

export const FAULT_WORDS: Partial<Record<SyntaxFault["code"], Words>> = {
  TAB_AS_INDENT: {
    code: "语法/制表符",
    message: "行首的缩进用了制表符（Tab 键），只能用空格",
    remedy: "删去行首的空白，按空格键重新缩进，与上下同级的行对齐",
  },
  FULL_WIDTH_INDENT: syntax(
    "行首的缩进用了中文全角空格，只能用英文（半角）空格",
    "删去行首的空白，切换到英文输入法，按空格键重新缩进，与上下同级的行对齐",
  ),
  BAD_INDENT: syntax("缩进没有对齐，看不出这一行属于哪一项", ALIGN),
  BAD_COLLECTION_TYPE: syntax("缩进没有对齐，看不出这一行属于哪一项", ALIGN),
  MULTIPLE_DOCS: syntax(
    "文件里出现了 --- 或 ...，后面的内容成了另一份文件",
    "一个文件只写一份数据：删去这一行",
  ),
  BAD_ALIAS: SPECIAL,
  ALIAS_PROPS: SPECIAL,
  MULTIPLE_ANCHORS: SPECIAL,
  MULTIPLE_TAGS: SPECIAL,
  TAG_RESOLVE_FAILED: SPECIAL,
  BAD_PROP_ORDER: SPECIAL,
  BAD_DQ_ESCAPE: syntax(
    "双引号里的反斜杠 \\ 有特殊含义，这里的写法不认识",
    "把双引号换成单引号，或者把 \\ 写成 \\\\",
  ),
  RESOURCE_EXHAUSTION: syntax("嵌套的层数太多，不像一份预算数据", "核对括号是不是多写了"),
  MULTILINE_IMPLICIT_KEY: syntax(
    "这里接连两行成了一个键：前一行少了冒号，或者后一行的缩进不对",
    "每个键后面写英文冒号加一个空格；同级的行从同一列开始",
  ),
  BLOCK_AS_IMPLICIT_KEY: syntax(
    "一行里有两个英文冒号，程序分不清哪个是键",
    "文字里的英文冒号改成中文冒号“：”，或者给整段文字加上英文引号",
  ),
  BLOCK_IN_FLOW: syntax(
    "大括号或方括号里的写法不对，程序分不开各项",
    "各项之间用英文逗号，括号要成对，写在一行里",
  ),
  BAD_SCALAR_START: syntax("文字不能以这个符号开头，它在 YAML 里另有用处", QUOTE),
  UNEXPECTED_TOKEN: syntax(
    "这里出现了不该有的符号",
    `括号和引号要成对；文字以 > | % @ 等符号开头时，${QUOTE}`,
  ),
  MISSING_CHAR: syntax("这里缺了冒号或逗号", "键后面写英文冒号加一个空格；大括号里各项之间写英文逗号"),
  BAD_DIRECTIVE: syntax("行首的 % 有特殊含义，这里不能用", "删去这一行；文字以 % 开头时给它加上英文引号"),
  KEY_OVER_1024_CHARS: syntax(
    "冒号前面的文字太长，不像一个键",
    "文字里的英文冒号改成中文冒号“：”，或者给整段文字加上英文引号",
  ),
};

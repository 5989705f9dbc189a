import type { TextSource } from "../model/source.js";
import { indentOf, isContent, type Line, lineAt, nextContent } from "./lines.js";
import { ALIGN, BRACES_FIRST, type SyntaxFault, syntax, type Words } from "./syntax-words.js";

export interface LineSlip {
  readonly words: Words;
  readonly from: number;
  readonly to: number;
}

/** So many lines without content are passed over. */
const FARTHEST = 10;

/** Slips that a line shows by itself, wherever near it the parser is lost, and how the stretch was meant. */
const SLIPS: readonly (readonly [pattern: RegExp, words: Words, meant?: (found: string) => string])[] = [
  [
    /^(?:<{7}|={7}|>{7})/,
    syntax(
      "这是合并两个版本时留下的记号，不是数据",
      "两个版本只留一个，把 <<<<<<<、=======、>>>>>>> 三行删去",
    ),
  ],
  [
    /^\s*[–—－−‐‑·•●](?=\s*[{["'\p{Script=Han}\d])/u,
    syntax("清单的 - 写成了别的符号", "改成英文的短横线加一个空格“- ”，与上下各行对齐"),
    (found) => `${found.slice(0, -1)}- `,
  ],
  [
    /^\s*-(?=[{["'\p{Script=Han}])/u,
    syntax("清单的 - 后面少了一个空格", "在 - 后面加一个空格"),
    (found) => `${found} `,
  ],
  [/^\s*(?:- +)?[^\s:：{["'#]+: +\{\{/, BRACES_FIRST],
  [
    /^\s+(?=\{.*\}\s*(?:#.*)?$)/,
    syntax("这一行前面少了清单的 -", "在 { 前面写上“- ”（一个短横线、一个空格），与上下各行对齐"),
  ],
];

const TWO_KEYS = /^\s*(?:- +)?[^\s:：{["'#]+: +(?=[^\s:：{["'#]+:(?:\s|$))/;
const KEY_LINE = /^\s+(?:- +)?[^\s:：{["'#]+:(?:\s|$)/;

const INDENTATION: ReadonlySet<string> = new Set(["BAD_INDENT", "MISSING_CHAR"]);

/** The slip of the line of a fault, or of the next line with content before it or behind it. */
export function lineSlip({ text }: TextSource, { code, pos }: SyntaxFault): LineSlip | undefined {
  const own = lineAt(text, pos[0]);
  const coded = codeInBrackets(own);
  if (coded) return coded;
  const [before, behind] = ([-1, 1] as const).map((step) => nextContent(text, own, step, FARTHEST));
  for (const line of [own, before, behind]) {
    const found = SLIPS.find(([pattern]) => pattern.test(line?.text ?? ""));
    if (line && found) return slipIn(line, ...found);
  }
  if (TWO_KEYS.test(own.text) && behind && indentOf(behind) > indentOf(own))
    return twoKeys(own, indentOf(behind));
  const shifted = INDENTATION.has(code) ? (isContent(own) ? own : behind) : undefined;
  return shifted && KEY_LINE.test(shifted.text) ? slipIn(shifted, /^\s+/, NOT_ALIGNED) : undefined;
}

/** A code with its name as a bureau's system shows them, [30101]基本工资: to YAML the bracket begins a list. */
const CODE_IN_BRACKETS = /(?<=^[^#]*(?<key>[^\s{,:]{1,8}科目): +)\[ *(?<code>\d+) *\] *[^\s,，{}[\]#"']+/;

function codeInBrackets(line: Line): LineSlip | undefined {
  const { key = "", code = "" } = CODE_IN_BRACKETS.exec(line.text)?.groups ?? {};
  if (code === "") return undefined;
  const words = syntax(`${key}只写代码，不写方括号和名称`, `写成 ${key}: ${code}`);
  return slipIn(line, CODE_IN_BRACKETS, words, () => code);
}

/** Whether a line shows why the parser is out of step from it on. */
export function putsOutOfStep(line: string, { code }: SyntaxFault): boolean {
  return TWO_KEYS.test(line) || (code === "MISSING_CHAR" && KEY_LINE.test(line));
}

const NOT_ALIGNED = syntax("缩进没有对齐，看不出这一行属于哪一项", ALIGN);

function twoKeys(line: Line, indent: number): LineSlip {
  const [key = ""] = line.text.trim().replace(/^- +/, "").split(":");
  const words = syntax(
    `“${key}”的内容要从下一行写起，不能写在它后面`,
    `“${key}:”后面换行，内容写在下面，每行比它多缩进两个空格`,
  );
  return slipIn(line, TWO_KEYS, words, (found) => `${found.trimEnd()}\n${" ".repeat(indent)}`);
}

function slipIn(line: Line, pattern: RegExp, words: Words, meant?: (found: string) => string): LineSlip {
  const { 0: found = "", index = 0 } = pattern.exec(line.text) ?? {};
  const from = line.from + index;
  const to = from + found.length;
  const mends = meant && { mends: [{ from, to, meant: meant(found) }] };
  return { words: { ...words, ...mends }, from, to: Math.max(from + 1, to) };
}

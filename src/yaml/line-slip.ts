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
const SLIPS: readonly (readonly [
  pattern: RegExp,
  words: Words,
  meant?: (found: string, beside: string) => string,
])[] = [
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
    (_, beside) => `${beside}- `,
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
    if (!line || !found) continue;
    const [pattern, words, meant] = found;
    return slipIn(line, pattern, words, meant && ((stretch) => meant(stretch, whiteBeside(text, line))));
  }
  const colonless = NO_COLON_SHOWS_AS.has(code) ? noColon(own, behind) : undefined;
  if (colonless) return colonless;
  if (TWO_KEYS.test(own.text) && behind && indentOf(behind) > indentOf(own))
    return twoKeys(own, indentOf(behind));
  const shifted = INDENTATION.has(code) ? (isContent(own) ? own : behind) : undefined;
  return shifted && KEY_LINE.test(shifted.text) ? slipIn(shifted, /^\s+/, NOT_ALIGNED) : undefined;
}

/** How far an item above or below a line is indented; else how far the line is. */
function whiteBeside(text: string, line: Line): string {
  const beside = ([-1, 1] as const).map((step) => nextContent(text, line, step, FARTHEST));
  const item = beside.find((each) => each && /^ *- /.test(each.text)) ?? line;
  return item.text.slice(0, indentOf(item));
}

/** A code with its name as a bureau's system shows them, [30101]基本工资: to YAML the bracket begins a list. */
const CODE_IN_BRACKETS = /(?<=^[^#]*(?<key>[^\s{,:]{1,8}科目): +)\[ *(?<code>\d+) *\] *[^\s,，{}[\]#"']+/;

function codeInBrackets(line: Line): LineSlip | undefined {
  const { key = "", code = "" } = CODE_IN_BRACKETS.exec(line.text)?.groups ?? {};
  if (code === "") return undefined;
  const words = syntax(`${key}只写代码，不写方括号和名称`, `写成 ${key}: ${code}`);
  return slipIn(line, CODE_IN_BRACKETS, words, () => code);
}

/** 收入 with its items below it, 政府采购 [], 名称 某某中心 */
const NO_COLON =
  /^(?<before>\s*(?:- +)?)(?<key>[\p{L}\d（）]{2,20})(?:(?<blank>[ \t]+)[^\s#:：][^:：]*|\s*(?:#.*)?)$/u;

const NO_COLON_SHOWS_AS: ReadonlySet<SyntaxFault["code"]> = new Set([
  "MULTILINE_IMPLICIT_KEY",
  "MISSING_CHAR",
  "BAD_INDENT",
]);

function noColon(line: Line, behind: Line | undefined): LineSlip | undefined {
  const { before = "", key = "", blank = "" } = NO_COLON.exec(line.text)?.groups ?? {};
  if (key === "" || (blank === "" && !hasBelow(line, behind))) return undefined;
  const from = line.from + before.length;
  const to = from + key.length;
  const mends = [{ from: to, to: to + blank.length, meant: blank === "" ? ":" : ": " }];
  const remedy = `在“${key}”后面写英文冒号${blank === "" ? "" : "加一个空格"}`;
  return { words: syntax(`“${key}”后面少了英文冒号`, remedy, mends), from, to };
}

function hasBelow(line: Line, behind: Line | undefined): boolean {
  return behind !== undefined && (indentOf(behind) > indentOf(line) || /^\s*- /.test(behind.text));
}

/** Whether a line shows why the parser is out of step from it on. */
export function putsOutOfStep(line: string, { code }: SyntaxFault): boolean {
  if (code === "MULTILINE_IMPLICIT_KEY" && NO_COLON.test(line)) return true;
  return TWO_KEYS.test(line) || (code === "MISSING_CHAR" && KEY_LINE.test(line));
}

export const NOT_ALIGNED = syntax("缩进没有对齐，看不出这一行属于哪一项", ALIGN);

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

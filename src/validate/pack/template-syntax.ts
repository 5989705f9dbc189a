import { type Diagnostic, type Place, problem } from "../../diagnostic/diagnostic.js";
import { LIKE_OTHERS, type Locate } from "./template-calls.js";

/** Handlebars names the line in its message, and only there; where a block is not closed, that line says nothing. */
export function syntaxError(error: unknown, text: string, locate: Locate): Diagnostic {
  const open = unclosedTag(text);
  if (open) {
    const place = locate(stretchAt(text, open.offset, open.tag.length));
    return problem(
      "模板/语法",
      "这里的 {{ 没有用 }} 收尾",
      place,
      "怎么改：在名字后面补上 }}，两个英文花括号",
    );
  }
  const lone = loneTag(text);
  if (lone) return unpaired(lone, locate(stretchAt(text, lone.offset, lone.tag.length)));
  const message = error instanceof Error ? error.message : "";
  const line = Number(/(?:on line |- )(\d+)/.exec(message)?.[1] ?? 1);
  const length = text.split("\n")[line - 1]?.length ?? 0;
  const place = locate({ source: "", start: { line, column: 0 }, end: { line, column: length } });
  const cause = "括号没有写成对：{{名称}}、{{万元 口径}}、{{#if …}} … {{/if}}";
  return problem("模板/语法", "模板读不出来", place, cause, LIKE_OTHERS);
}

function unpaired({ tag, name, opens }: LoneTag, place: Place): Diagnostic {
  const message = opens ? `${tag} 没有结束` : `${tag} 前面没有 {{#${name} …}}`;
  const remedy = opens ? `在它管的话后面补上 {{/${name}}}，或者删去它` : "删去它，或者补上它的开头";
  return problem("模板/语法", message, place, `怎么改：${remedy}；块不能交叉，里面的先结束`);
}

function stretchAt(text: string, offset: number, length: number): hbs.AST.SourceLocation {
  return { source: "", start: positionAt(text, offset), end: positionAt(text, offset + length) };
}

/** Blocks or calls in each other, over more levels than any sentence has. */
export function tooDeep(text: string, offset: number, locate: Locate): Diagnostic {
  return problem(
    "模板/语法",
    `一层套一层，超过 ${DEEPEST} 层`,
    locate(stretchAt(text, offset, 0)),
    "怎么改：核对 {{#…}}、{{else if …}} 和括号是不是多写了",
  );
}

/** Line and column of an offset, as Handlebars counts them. */
export function positionAt(text: string, offset: number): hbs.AST.Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: before.at(-1)?.length ?? 0 };
}

/** A block's beginning or end that has no counterpart: `{{#if` without `{{/if}}`, or the other way round. */
interface LoneTag {
  readonly tag: string;
  readonly name: string;
  readonly offset: number;
  /** whether it begins a block, and what stands for its end is missing */
  readonly opens: boolean;
}

const TAG = /\{\{~?\s*([#/])\s*([^\s{}~]+)[^{}]*\}\}/g;

function loneTag(text: string): LoneTag | undefined {
  const open: LoneTag[] = [];
  for (const { 0: tag, 1: mark, 2: name = "", index } of text.matchAll(TAG)) {
    const found = { tag, name, offset: index, opens: mark === "#" };
    if (found.opens) open.push(found);
    else if (open.at(-1)?.name === name) open.pop();
    else return open.length > 0 && !open.some((each) => each.name === name) ? found : (open.at(-1) ?? found);
  }
  return open.at(-1);
}

/** `{{` with one bracket too few behind it, or with none before the next one or the end of its line. */
const UNCLOSED = /\{\{[^{}\n]*(?:\}(?!\})|(?=\{|\n|$))/;

function unclosedTag(text: string): { readonly tag: string; readonly offset: number } | undefined {
  const match = UNCLOSED.exec(text);
  return match ? { tag: match[0], offset: match.index } : undefined;
}

/** Sentences nest two or three levels. Over more of them the parser of templates takes the square of time. */
const DEEPEST = 20;

/** What opens, continues or ends a block, and what opens or ends a call within `{{ }}`. */
const MARKS = /\{\{+~?(?<block>[#^](?!~?\})|\/|else\s+[^\s~}])?|(?<call>[()])|\}\}/g;

/** Where a template nests blocks or calls deeper than any sentence does, told without parsing it. */
export function nestsTooDeep(text: string): number | undefined {
  /** the depth of each open block; an “else if” lies one deeper than the case before it */
  const open: number[] = [];
  let calls = 0;
  for (const { index, groups } of text.matchAll(MARKS)) {
    const { block, call } = groups ?? {};
    calls = call === undefined ? 0 : calls + (call === "(" ? 1 : -1);
    if (block === "/") open.pop();
    else if (block?.startsWith("else")) open.push((open.pop() ?? 0) + 1);
    else if (block) open.push((open.at(-1) ?? 0) + 1);
    if (calls > DEEPEST || (open.at(-1) ?? 0) > DEEPEST) return index;
  }
  return undefined;
}

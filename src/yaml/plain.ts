import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { type Diagnostic, problem } from "../diagnostic/diagnostic.js";
import { forbiddenByEscape } from "../files/characters.js";
import { firstOfEach } from "../model/groups.js";
import type { Plain, TextSource } from "../model/source.js";
import type { Fault } from "./fault.js";
import { isLoneKey, loneKeys } from "./lone-key.js";
import { keyOf } from "./node.js";
import { BRACES_FIRST, syntax } from "./syntax-words.js";

/** The data has five levels; more mean a mistake, and unlimited ones would exhaust the stack. */
const DEEPEST = 20;

/** Keys with a meaning of their own in the program's language. */
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/** The plain value of a document, and everything in it that the program's files do not use. */
export function toPlain(
  source: TextSource,
  root: Node | null,
): { readonly value: Plain; readonly problems: readonly Fault[] } {
  const problems: Fault[] = [];
  const value = plain(source, root, 0, problems);
  return { value, problems };
}

function plain(source: TextSource, node: unknown, depth: number, problems: Fault[]): Plain {
  if (isAlias(node)) {
    problems.push(special(source, node, "别名（* 开头）"));
    return "";
  }
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return "";
  if (node.anchor) problems.push(special(source, node, "锚点（& 开头）", "&"));
  if (node.tag) problems.push(special(source, node, "标签（! 开头）", "!"));
  if (isScalar(node)) return scalar(source, node, problems);
  if (depth >= DEEPEST) {
    problems.push(fault(source, node, `嵌套超过 ${DEEPEST} 层，不像一份预算数据`, "核对括号是不是多写了"));
    return "";
  }
  if (isSeq(node)) return node.items.map((item) => plain(source, item, depth + 1, problems));
  return mapping(source, node, depth, problems);
}

function scalar(source: TextSource, node: Scalar, problems: Fault[]): string {
  const { value, type } = node;
  if (typeof value !== "string") return "";
  const escaped = type === "QUOTE_DOUBLE" ? forbiddenByEscape(value, place(source, node)) : undefined;
  if (escaped) problems.push(escaped);
  return value;
}

function mapping(source: TextSource, map: YAMLMap, depth: number, problems: Fault[]): Plain {
  const values = new Map<string, Plain>();
  const firsts = new Map<string, Pair>();
  // what is repeated in one go has one cause
  const repeats: Pair[][] = [[]];
  problems.push(...loneKeys(source, map.items));
  for (const pair of map.items) {
    if (isLoneKey(pair)) continue;
    const key = keyOf(pair);
    const wrong = keyProblem(source, pair);
    if (wrong) problems.push(wrong);
    if (!wrong && firsts.has(key)) repeats.at(-1)?.push(pair);
    if (wrong || firsts.has(key)) continue;
    repeats.push([]);
    firsts.set(key, pair);
    values.set(key, plain(source, pair.value, depth + 1, problems));
  }
  problems.push(...repeats.flatMap((run) => repeated(source, run, firsts)));
  return Object.fromEntries(values);
}

const NO_NAME = syntax("冒号前面应当是一个名字", "写法对照样例中同样的一行，内容照批复");

function keyProblem(source: TextSource, pair: Pair): Diagnostic | undefined {
  const key = pair.key as ParsedNode | null;
  if (isAlias(key)) return special(source, key, "别名（* 开头）");
  if (key?.anchor) return special(source, key, "锚点（& 开头）", "&");
  if (!isScalar(key)) {
    const { message, remedy } = isMap(key) && key.flow ? BRACES_FIRST : NO_NAME;
    return fault(source, key, message, remedy);
  }
  const text = String(key.value);
  if (!RESERVED.has(text)) return undefined;
  return fault(source, key, `“${text}”是程序语言的保留字，不能用作键`, "换一个名字，或者删去这一项");
}

function fault(source: TextSource, node: Node | null, message: string, remedy: string): Diagnostic {
  return problem("语法/YAML", message, place(source, node), `怎么改：${remedy}`);
}

function repeated(
  source: TextSource,
  run: readonly Pair[],
  firsts: ReadonlyMap<string, Pair>,
): readonly Fault[] {
  const [first, ...more] = run.map((pair) => place(source, pair.key));
  if (!first) return [];
  const unlike = firstOfEach(run, keyOf);
  const keys = unlike.map((pair) => `“${keyOf(pair)}”`).join("");
  const lines = unlike.map((pair) => place(source, firsts.get(keyOf(pair))?.key).line).join("、");
  const lost = "；接连几个都重复的，多半是它们上面少了一行“键:”，补上它";
  const found = problem(
    "语法/重复",
    `${keys}在同一处已经写过一次，见第 ${lines} 行`,
    first,
    `怎么改：一处只能写一次：把两处内容合在一起，或者删去多余的一处${unlike.length > 1 ? lost : ""}`,
  );
  return [more.length > 0 ? { ...found, others: more } : { ...found, mends: [] }];
}

/** A mark in front of a node is shown itself. */
function special(source: TextSource, node: Node, what: string, mark?: string): Diagnostic {
  const [from] = node.range ?? [0];
  const start = mark === undefined ? from : source.text.lastIndexOf(mark, from);
  const length = /^[^\s,}\]]+/.exec(source.text.slice(start, start + 100))?.[0].length ?? 1;
  return problem(
    "语法/别名",
    `这里用了 YAML 的${what}，本程序的文件不用这种写法`,
    source.at(start, length),
    '怎么改：把内容直接写在这里；文字本身以 * & ! 开头时，给它加上英文引号，如 "*重点"',
  );
}

function place(source: TextSource, node: unknown) {
  const range = (node as Node | null)?.range;
  return range ? source.at(range[0], range[1] - range[0]) : source.at(0, 0);
}

import Handlebars from "handlebars";
import { type Diagnostic, type Place, problem } from "../diagnostic.js";
import type { Path, Source, TextSource } from "../model/source.js";
import { BLOCKS, FACTS, HELPERS, type HelperName, ITEM_NAMES } from "../model/template.js";
import { type LoneTag, loneTag, unclosedTag } from "./blocks.js";
import { unknownName } from "./names.js";
import { DEEPEST, nestsTooDeep } from "./nesting.js";
import {
  checkCall,
  isHelper,
  LIKE_OTHERS,
  type Locate,
  nameOf,
  type Scope,
  unused,
} from "./template-calls.js";

/** More faults say nothing new: a file that has them is no template. */
const MOST = 100;

/** The helpers that give `{{#each}}` its items. */
const LIST_HELPERS: readonly string[] = ["非零", "按"] satisfies readonly HelperName[];

/** Everything in a narrative file that could not be printed: syntax, unknown names, helpers called wrongly. */
export function checkNarrative(source: TextSource, measures: Iterable<string>): readonly Diagnostic[] {
  const starts = lineStarts(source.text);
  const offset = ({ line, column }: hbs.AST.Position): number => (starts[line - 1] ?? 0) + column;
  const locate: Locate = ({ start, end }) =>
    source.at(offset(start), Math.max(1, offset(end) - offset(start)));
  return checkTemplate(source.text, outermost(FACTS, [...measures]), locate);
}

function lineStarts(text: string): readonly number[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const here = start;
    start += line.length + 1;
    return here;
  });
}

function outermost(facts: readonly string[], measures: readonly string[]): Scope {
  return { facts, measures, ofItems: [], flat: false };
}

/** The same for a line in a YAML file, in which only facts and the names given may stand. */
export function checkLine(source: Source, path: Path, names: readonly string[] = []): readonly Diagnostic[] {
  const text = path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown>)?.[key],
    source.value,
  );
  if (typeof text !== "string") return [];
  return checkTemplate(text, outermost([...FACTS, ...names], []), () => source.placeOf(path));
}

function checkTemplate(text: string, scope: Scope, locate: Locate): readonly Diagnostic[] {
  const deep = nestsTooDeep(text);
  if (deep !== undefined) return [tooDeep(locate(stretchAt(text, deep, 0)))];
  try {
    return checkStatements(Handlebars.parseWithoutProcessing(text).body, scope, locate);
  } catch (error) {
    return [syntaxError(error, text, locate)];
  }
}

function positionAt(text: string, offset: number): hbs.AST.Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: before.at(-1)?.length ?? 0 };
}

/** Handlebars names the line in its message, and only there; where a block is not closed, that line says nothing. */
function syntaxError(error: unknown, text: string, locate: Locate): Diagnostic {
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

function checkStatements(
  statements: readonly hbs.AST.Statement[],
  scope: Scope,
  locate: Locate,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const statement of statements) {
    if (found.length >= MOST) break;
    found.push(...checkStatement(statement, scope, locate));
  }
  return found;
}

function checkStatement(statement: hbs.AST.Statement, scope: Scope, locate: Locate): readonly Diagnostic[] {
  switch (statement.type) {
    case "ContentStatement":
      return scope.flat ? [] : typedFlat(statement as hbs.AST.ContentStatement, locate);
    case "CommentStatement":
      return [];
    case "MustacheStatement":
      return checkMustache(statement as hbs.AST.MustacheStatement, scope, locate);
    case "BlockStatement":
      return checkBlock(statement as hbs.AST.BlockStatement, scope, locate);
    default:
      return [unused(locate(statement.loc))];
  }
}

function checkMustache(
  mustache: hbs.AST.MustacheStatement,
  scope: Scope,
  locate: Locate,
): readonly Diagnostic[] {
  const { path, params } = mustache;
  // {{{ and {{& print what {{ prints: nothing is escaped.
  if (!mustache.escaped) return [unused(locate(mustache.loc))];
  const name = nameOf(path);
  if (isHelper(name)) return checkCall(name, mustache, scope, locate);
  if (params.length > 0)
    return [unknownName("模板/未知", locate(path.loc), "助手", name, Object.keys(HELPERS))];
  if (mustache.hash) return [unused(locate(mustache.hash.loc))];
  if (scope.facts.includes(name)) return [];
  if (scope.measures.includes(name)) return [bareMeasure(locate(mustache.loc), name)];
  return [unknownName("模板/未知", locate(path.loc), "名称", name, scope.facts)];
}

function checkBlock(block: hbs.AST.BlockStatement, scope: Scope, locate: Locate): readonly Diagnostic[] {
  const name = nameOf(block.path);
  const known: readonly string[] = BLOCKS;
  if (!known.includes(name)) return [unknownName("模板/未知", locate(block.path.loc), "块", name, known)];
  const inner = name === "each" ? withItem(scope) : scope;
  const flat = asksWhetherFlat(block.params[0]);
  return [
    ...checkOpening(name, block, scope, locate),
    ...(flat ? otherMeasure(block, locate) : []),
    ...checkStatements(block.program?.body ?? [], within(inner, flat && name === "if"), locate),
    ...checkStatements(block.inverse?.body ?? [], within(scope, flat && name === "unless"), locate),
  ];
}

/** Helpers after which it is certain that a figure stayed as it was. */
const FLAT_HELPERS: readonly string[] = ["持平", "为零两年"] satisfies readonly HelperName[];

function asksWhetherFlat(param: hbs.AST.Expression | undefined): boolean {
  if (param?.type !== "SubExpression") return false;
  return FLAT_HELPERS.includes(nameOf((param as hbs.AST.SubExpression).path));
}

/** A block that asks whether one measure stayed as it was, and prints how another changed. */
function otherMeasure(
  { params, program, inverse }: hbs.AST.BlockStatement,
  locate: Locate,
): readonly Diagnostic[] {
  const [asked] = (params[0] as hbs.AST.SubExpression).params;
  const printed = [...(program?.body ?? []), ...(inverse?.body ?? [])]
    .filter((each) => each.type === "MustacheStatement")
    .map((each) => each as hbs.AST.MustacheStatement)
    .filter(({ path }) => nameOf(path) === "增减");
  if (!asked) return [];
  return printed.flatMap(({ params: [measure] }) => {
    if (!measure || nameOf(measure) === nameOf(asked)) return [];
    const message = `前面问的是“${nameOf(asked)}”有没有变化，这里印的是“${nameOf(measure)}”的变化`;
    return [problem("模板/语法", message, locate(measure.loc), "怎么改：两处写同一个口径")];
  });
}

function within(scope: Scope, flat: boolean): Scope {
  return flat ? { ...scope, flat } : scope;
}

/** 持平 that is printed whether it is true or not. */
function typedFlat({ value, loc }: hbs.AST.ContentStatement, locate: Locate): readonly Diagnostic[] {
  return [...value.matchAll(/持平/g)].map(({ 0: word, index }) => {
    const [start, end] = [index, index + word.length].map((at) => shifted(loc.start, value.slice(0, at)));
    return problem(
      "模板/语法",
      "“持平”不论是不是真的持平都会印出来",
      locate({ source: "", start: start ?? loc.start, end: end ?? loc.end }),
      "怎么改：写在 {{#if (持平 口径)}} … {{/if}} 里，或者用 {{增减 口径}}，由程序看是增、是减还是持平",
    );
  });
}

function shifted({ line, column }: hbs.AST.Position, text: string): hbs.AST.Position {
  const { line: lines, column: rest } = positionAt(text, text.length);
  return lines === 1 ? { line, column: column + rest } : { line: line + lines - 1, column: rest };
}

/** What stands behind the block's name: one condition, or one list of items with their measures. */
function checkOpening(
  name: string,
  { params, hash, program, loc }: hbs.AST.BlockStatement,
  scope: Scope,
  locate: Locate,
): readonly Diagnostic[] {
  const [param] = params;
  if (hash) return [unused(locate(hash.loc))];
  if (program?.blockParams?.length) return [unused(locate(loc))];
  if (!param || params.length > 1) {
    const message = `“${name}”后面要写 1 项，这里写了 ${params.length} 项`;
    return [problem("模板/语法", message, locate(loc), LIKE_OTHERS)];
  }
  return name === "each" && !listsItems(param)
    ? [problem("模板/语法", "“each”后面要写一个助手列出的各项", locate(param.loc), EACH_REMEDY)]
    : checkCondition(param, scope, locate);
}

const EACH_REMEDY =
  '怎么改：写 {{#each (按 口径 "功能科目")}} 或 {{#each (非零 口径 口径)}}；机构的名单用 {{顿号 内设机构}}';

function listsItems(param: hbs.AST.Expression): boolean {
  return (
    param.type === "SubExpression" && LIST_HELPERS.includes(nameOf((param as hbs.AST.SubExpression).path))
  );
}

function withItem(scope: Scope): Scope {
  const [name, measure] = ITEM_NAMES;
  return {
    ...scope,
    facts: [...new Set([...scope.facts, name])],
    measures: [...new Set([...scope.measures, measure])],
    ofItems: ["@first", "@last"],
  };
}

function checkCondition(param: hbs.AST.Expression, scope: Scope, locate: Locate): readonly Diagnostic[] {
  if (param.type === "SubExpression") {
    const call = param as hbs.AST.SubExpression;
    const name = nameOf(call.path);
    if (isHelper(name)) return checkCall(name, call, scope, locate);
    return [unknownName("模板/未知", locate(call.path.loc), "助手", name, Object.keys(HELPERS))];
  }
  const name = nameOf(param);
  const known = [...scope.facts, ...scope.ofItems];
  return known.includes(name) ? [] : [unknownName("模板/未知", locate(param.loc), "名称", name, known)];
}

function bareMeasure(place: Place, name: string): Diagnostic {
  const remedy = `怎么改：金额写 {{万元 ${name}}}，个数写 {{数量 ${name}}}`;
  return problem("模板/语法", `“${name}”是口径，要说明怎样印`, place, remedy);
}

function tooDeep(place: Place): Diagnostic {
  return problem(
    "模板/语法",
    `一层套一层，超过 ${DEEPEST} 层`,
    place,
    "怎么改：核对 {{#…}}、{{else if …}} 和括号是不是多写了",
  );
}

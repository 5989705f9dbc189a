import { type Diagnostic, type Place, problem } from "../../diagnostic/diagnostic.js";
import { DIMENSIONS } from "../../model/ledger.js";
import type { AskedFact } from "../../model/pack/asked-fact.js";
import { type Path, type Source, type TextSource, valueAt } from "../../model/source.js";
import {
  BLOCKS,
  FACTS,
  HELPERS,
  type HelperName,
  ITEM_NAMES,
  NAMES_ABOVE,
  offsetsIn,
  SAYING,
  syntaxOf,
} from "../../model/template.js";
import { expectName } from "../schema/names.js";
import { namesInWords } from "./asked-facts.js";
import { asksWhetherFlat, otherMeasure, typedFlat, typedVerb } from "./flat-words.js";
import {
  checkCall,
  isHelper,
  LIKE_OTHERS,
  type Locate,
  nameOf,
  type TemplateScope,
  unused,
} from "./template-calls.js";
import { nestsTooDeep, syntaxError, tooDeep } from "./template-syntax.js";

/** More faults say nothing new: a file that has them is no template. */
const MOST = 100;

const LIST_HELPERS: readonly string[] = ["非零", "按", "逐条"] satisfies readonly HelperName[];

/** Everything in a narrative file that could not be printed: syntax, unknown names, helpers called wrongly. */
export function checkNarrative(
  source: TextSource,
  measures: Iterable<string>,
  published = false,
  asked: readonly AskedFact[] = [],
): readonly Diagnostic[] {
  const offset = offsetsIn(source.text);
  const locate: Locate = ({ start, end }) =>
    source.at(offset(start), Math.max(1, offset(end) - offset(start)));
  // 持平 that is printed whatever happens was so in the document
  const own = namesInWords(asked, "单位");
  const scope = { ...outermost([...FACTS, ...own], [...measures], locate), asked, flat: published };
  return checkTemplate(source.text, scope);
}

function outermost(facts: readonly string[], measures: readonly string[], locate: Locate): TemplateScope {
  return { facts, measures, asked: [], locate, ofItems: [], lists: 0, flat: false };
}

/** The same for a line in a YAML file, in which only facts and the names given may stand. */
export function checkLine(source: Source, path: Path, names: readonly string[] = []): readonly Diagnostic[] {
  const text = valueAt(source.value, path);
  if (typeof text !== "string") return [];
  return checkTemplate(
    text,
    outermost([...FACTS, ...names], [], () => source.placeOf(path)),
  );
}

function checkTemplate(text: string, scope: TemplateScope): readonly Diagnostic[] {
  const deep = nestsTooDeep(text);
  if (deep !== undefined) return [tooDeep(text, deep, scope.locate)];
  try {
    return checkStatements(syntaxOf(text).body, scope);
  } catch (error) {
    return [syntaxError(error, text, scope.locate)];
  }
}

function checkStatements(
  statements: readonly hbs.AST.Statement[],
  scope: TemplateScope,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [index, statement] of statements.entries()) {
    if (found.length >= MOST) break;
    found.push(
      ...typedVerb(statements[index - 1], statement, scope.locate),
      ...checkStatement(statement, scope),
    );
  }
  return found;
}

function checkStatement(statement: hbs.AST.Statement, scope: TemplateScope): readonly Diagnostic[] {
  switch (statement.type) {
    case "ContentStatement":
      return scope.flat ? [] : typedFlat(statement as hbs.AST.ContentStatement, scope.locate);
    case "CommentStatement":
      return [];
    case "MustacheStatement":
      return checkMustache(statement as hbs.AST.MustacheStatement, scope);
    case "BlockStatement":
      return checkBlock(statement as hbs.AST.BlockStatement, scope);
    default:
      return [unused(scope.locate(statement.loc))];
  }
}

function checkMustache(mustache: hbs.AST.MustacheStatement, scope: TemplateScope): readonly Diagnostic[] {
  const { path, params, hash } = mustache;
  const { locate, facts, measures } = scope;
  // {{{ and {{& print what {{ prints: nothing is escaped.
  if (!mustache.escaped) return [unused(locate(mustache.loc))];
  const name = nameOf(path);
  if (isHelper(name)) return checkCall(name, mustache, scope);
  if (params.length > 0) return expectName("助手", name, Object.keys(HELPERS), () => locate(path.loc));
  if (hash) return [unused(locate(hash.loc))];
  if (!facts.includes(name) && measures.includes(name)) return [bareMeasure(locate(mustache.loc), name)];
  return expectName("名称", name, facts, () => locate(path.loc));
}

function checkBlock(block: hbs.AST.BlockStatement, scope: TemplateScope): readonly Diagnostic[] {
  const name = nameOf(block.path);
  const unknown = expectName("块", name, BLOCKS, () => scope.locate(block.path.loc));
  if (unknown.length > 0) return unknown;
  if (name === "each" && scope.lists >= MOST_LISTS) return [tooManyLists(scope.locate(block.path.loc))];
  const inner = name === "each" ? withItem(scope, block.params[0]) : scope;
  const flat = asksWhetherFlat(block.params[0]);
  return [
    ...checkOpening(name, block, scope),
    ...(flat && !scope.flat ? otherMeasure(block, scope.locate) : []),
    ...checkStatements(block.program?.body ?? [], within(inner, flat && name === "if")),
    ...checkStatements(block.inverse?.body ?? [], within(scope, flat && name === "unless")),
  ];
}

/** Each list within another multiplies what is printed by its length. */
const MOST_LISTS = 2;

function tooManyLists(place: Place): Diagnostic {
  const remedy = "怎么改：核对 {{#each}} 是不是多写了；没有一句话要列举三重";
  return problem("模板/语法", `{{#each}} 一层套一层，最多 ${MOST_LISTS} 层`, place, remedy);
}

function within(scope: TemplateScope, flat: boolean): TemplateScope {
  return flat ? { ...scope, flat } : scope;
}

/** What stands behind the block's name: one condition, or one list of items with their measures. */
function checkOpening(
  name: string,
  { params, hash, program, loc }: hbs.AST.BlockStatement,
  scope: TemplateScope,
): readonly Diagnostic[] {
  const [param] = params;
  const { locate } = scope;
  if (hash) return [unused(locate(hash.loc))];
  if (program?.blockParams?.length) return [unused(locate(loc))];
  if (!param || params.length > 1) {
    const message = `“${name}”后面要写 1 项，这里写了 ${params.length} 项`;
    return [problem("模板/语法", message, locate(loc), LIKE_OTHERS)];
  }
  return name === "each" && !listsItems(param)
    ? [problem("模板/语法", "“each”后面要写一个助手列出的各项", locate(param.loc), EACH_REMEDY)]
    : checkCondition(param, scope);
}

const EACH_REMEDY =
  '怎么改：写 {{#each (按 口径 "功能科目")}} 或 {{#each (非零 口径 口径)}}，名单写 {{#each (逐条 内设机构)}}';

function listsItems(param: hbs.AST.Expression): boolean {
  return (
    param.type === "SubExpression" && LIST_HELPERS.includes(nameOf((param as hbs.AST.SubExpression).path))
  );
}

function namesAbove(list: hbs.AST.Expression | undefined): readonly string[] {
  const above = DIMENSIONS.find((each) => each === dimensionOf(list));
  return Object.keys((above && NAMES_ABOVE[above]) ?? {});
}

function withItem(scope: TemplateScope, list: hbs.AST.Expression | undefined): TemplateScope {
  const [name, measure, ordinal] = ITEM_NAMES;
  const own = namesInWords(scope.asked, dimensionOf(list));
  return {
    ...scope,
    facts: [...new Set([...scope.facts, name, ordinal, ...namesAbove(list), ...own])],
    measures: isOfWords(list) ? scope.measures : [...new Set([...scope.measures, measure])],
    ofItems: ["@first", "@last"],
    lists: scope.lists + 1,
  };
}

/** Whether a list's items are words and no measures. */
function isOfWords(list: hbs.AST.Expression | undefined): boolean {
  const { path } = (list ?? {}) as Partial<hbs.AST.SubExpression>;
  return path !== undefined && nameOf(path) === ("逐条" satisfies HelperName);
}

/** The dimension whose values a list's items are. */
function dimensionOf(list: hbs.AST.Expression | undefined): string {
  const [, dimension] = (list as hbs.AST.SubExpression | undefined)?.params ?? [];
  return dimension?.type === "StringLiteral" ? (dimension as hbs.AST.StringLiteral).value : "";
}

function checkCondition(param: hbs.AST.Expression, scope: TemplateScope): readonly Diagnostic[] {
  if (param.type === "SubExpression") {
    const call = param as hbs.AST.SubExpression;
    const name = nameOf(call.path);
    if (isHelper(name)) return checkCall(name, call, scope);
    return expectName("助手", name, Object.keys(HELPERS), () => scope.locate(call.path.loc));
  }
  const known = [...scope.facts, ...scope.ofItems];
  return expectName("名称", nameOf(param), known, () => scope.locate(param.loc));
}

function bareMeasure(place: Place, name: string): Diagnostic {
  const remedy = `怎么改：金额写 {{万元 ${name}}}，个数写 {{数量 ${name}}}`;
  return problem("模板/语法", `“${name}”是口径，要说明怎样印`, place, remedy);
}

/** A line that should begin a heading or a numbered paragraph, and does not: its mark lacks the blank or the words, or is no mark. */
const MISWRITTEN =
  /^[ \t\u3000]*(?:#{1,2}(?![#\s])|#{1,2}[ \t]*$|#{3,}|[＃＋]+|\+{1,2}(?![+\s\d])|\+{3,})/gmu;

/** Headings of a narrative file that would be printed as paragraphs, their marks with them, or that say figures. */
export function checkHeadings(source: TextSource): readonly Diagnostic[] {
  return [...miswritten(source), ...figuresInHeadings(source)];
}

const FIGURE_TAG = new RegExp(
  `\\{\\{(?:${[...SAYING.amount, ...SAYING.change, "占比"].join("|")}) [^}]*\\}\\}`,
);

function figuresInHeadings(source: TextSource): readonly Diagnostic[] {
  return [...source.text.matchAll(/^#{1,2} .*$/gm)].flatMap(({ 0: line, index }) => {
    const found = FIGURE_TAG.exec(line);
    if (!found) return [];
    const place = source.at(index + found.index, found[0].length);
    return [problem("模板/语法", "标题里不能印数", place, "怎么改：写在标题下面的一段里")];
  });
}

function miswritten(source: TextSource): readonly Diagnostic[] {
  return [...source.text.matchAll(MISWRITTEN)]
    .slice(0, MOST)
    .map(({ 0: mark, index }) =>
      problem(
        "模板/语法",
        `行首的“${mark.trim()}”不是标题的写法，会照样印出来`,
        source.at(index, mark.length),
        "怎么改：一级标题写“# 标题”，二级标题写“## 标题”，编号的段写“+ 段落”，再下一级写“++ 段落”：用英文符号，后面空一格",
      ),
    );
}

import Handlebars from "handlebars";
import { type Diagnostic, type Place, problem } from "../diagnostic.js";
import { DIMENSIONS } from "../model/ledger.js";
import type { Path, Source, TextSource } from "../model/source.js";
import { BLOCKS, FACTS, HELPERS, type HelperName, ITEM_NAMES, type Parameter } from "../model/template.js";
import { unknownName } from "./names.js";

type Locate = (loc: hbs.AST.SourceLocation) => Place;

/** The names that a template may use where it stands. */
interface Scope {
  readonly facts: readonly string[];
  readonly measures: readonly string[];
}

/** Everything in a narrative file that could not be printed: syntax, unknown names, helpers called wrongly. */
export function checkNarrative(source: TextSource, measures: Iterable<string>): readonly Diagnostic[] {
  const lines = source.text.split("\n");
  const offset = ({ line, column }: hbs.AST.Position): number =>
    lines.slice(0, line - 1).reduce((length, each) => length + each.length + 1, column);
  const locate: Locate = ({ start, end }) =>
    source.at(offset(start), Math.max(1, offset(end) - offset(start)));
  return checkTemplate(source.text, { facts: FACTS, measures: [...measures] }, locate);
}

/** The same for a line in a YAML file, in which only facts and the names given may stand. */
export function checkLine(source: Source, path: Path, names: readonly string[] = []): readonly Diagnostic[] {
  const text = path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown>)?.[key],
    source.value,
  );
  if (typeof text !== "string") return [];
  return checkTemplate(text, { facts: [...FACTS, ...names], measures: [] }, () => source.placeOf(path));
}

function checkTemplate(text: string, scope: Scope, locate: Locate): readonly Diagnostic[] {
  try {
    return checkStatements(Handlebars.parseWithoutProcessing(text).body, scope, locate);
  } catch (error) {
    return [syntaxError(error, text, locate)];
  }
}

/** Handlebars names the line in its message, and only there. */
function syntaxError(error: unknown, text: string, locate: Locate): Diagnostic {
  const message = error instanceof Error ? error.message : "";
  const line = Number(/(?:on line |- )(\d+)/.exec(message)?.[1] ?? 1);
  const length = text.split("\n")[line - 1]?.length ?? 0;
  const place = locate({ source: "", start: { line, column: 0 }, end: { line, column: length } });
  const cause = /doesn't match/.test(message)
    ? "块的开头和结尾不是同一个名字，例如 {{#if …}} 要以 {{/if}} 结束"
    : "括号没有写成对，或者块没有结束：{{名称}}、{{万元 口径}}、{{#if …}} … {{/if}}";
  return problem("模板/语法", "模板读不出来", place, cause, "怎么改：对照同一文件夹里别的文件的写法");
}

function checkStatements(
  statements: readonly hbs.AST.Statement[],
  scope: Scope,
  locate: Locate,
): readonly Diagnostic[] {
  return statements.flatMap((statement): readonly Diagnostic[] => {
    switch (statement.type) {
      case "ContentStatement":
      case "CommentStatement":
        return [];
      case "MustacheStatement":
        return checkMustache(statement as hbs.AST.MustacheStatement, scope, locate);
      case "BlockStatement":
        return checkBlock(statement as hbs.AST.BlockStatement, scope, locate);
      default:
        return [problem("模板/语法", "本程序的模板不用这种写法", locate(statement.loc), "怎么改：删去它")];
    }
  });
}

function checkMustache(
  mustache: hbs.AST.MustacheStatement,
  scope: Scope,
  locate: Locate,
): readonly Diagnostic[] {
  const { path, params } = mustache;
  const name = nameOf(path);
  if (isHelper(name)) return checkCall(name, params, scope, locate, mustache.loc);
  if (params.length > 0)
    return [unknownName("模板/未知", locate(path.loc), "助手", name, Object.keys(HELPERS))];
  if (scope.facts.includes(name)) return [];
  if (scope.measures.includes(name)) return [bareMeasure(locate(mustache.loc), name)];
  return [unknownName("模板/未知", locate(path.loc), "名称", name, scope.facts)];
}

function checkBlock(block: hbs.AST.BlockStatement, scope: Scope, locate: Locate): readonly Diagnostic[] {
  const name = nameOf(block.path);
  const known: readonly string[] = BLOCKS;
  if (!known.includes(name)) return [unknownName("模板/未知", locate(block.path.loc), "块", name, known)];
  const inner: Scope = name === "each" ? withItem(scope) : scope;
  return [
    ...block.params.flatMap((param) => checkCondition(param, scope, locate)),
    ...checkStatements(block.program?.body ?? [], inner, locate),
    ...checkStatements(block.inverse?.body ?? [], scope, locate),
  ];
}

function withItem({ facts, measures }: Scope): Scope {
  const [name, measure] = ITEM_NAMES;
  return { facts: [...facts, name], measures: [...measures, measure] };
}

function checkCondition(param: hbs.AST.Expression, scope: Scope, locate: Locate): readonly Diagnostic[] {
  if (param.type === "SubExpression") {
    const { path, params } = param as hbs.AST.SubExpression;
    const name = nameOf(path);
    if (isHelper(name)) return checkCall(name, params, scope, locate, param.loc);
    return [unknownName("模板/未知", locate(path.loc), "助手", name, Object.keys(HELPERS))];
  }
  const name = nameOf(param);
  if (name.startsWith("@") || scope.facts.includes(name)) return [];
  return [unknownName("模板/未知", locate(param.loc), "名称", name, scope.facts)];
}

function checkCall(
  helper: HelperName,
  params: readonly hbs.AST.Expression[],
  scope: Scope,
  locate: Locate,
  loc: hbs.AST.SourceLocation,
): readonly Diagnostic[] {
  const wanted: readonly Parameter[] = HELPERS[helper];
  const [first = "measure"] = wanted;
  const many = first === "measures";
  if (many ? params.length === 0 : params.length !== wanted.length) {
    const message = `“${helper}”后面要写 ${many ? "一个或几个" : wanted.length} 个名字，这里写了 ${params.length} 个`;
    return [problem("模板/语法", message, locate(loc), "怎么改：对照同一文件夹里别的文件的写法")];
  }
  return params.flatMap((param, index) =>
    checkArgument(param, many ? "measure" : (wanted[index] ?? first), scope, locate),
  );
}

function checkArgument(
  param: hbs.AST.Expression,
  wanted: Parameter,
  scope: Scope,
  locate: Locate,
): readonly Diagnostic[] {
  const expect = (what: string, name: string, known: readonly string[]): readonly Diagnostic[] =>
    known.includes(name) ? [] : [unknownName("模板/未知", locate(param.loc), what, name, known)];
  switch (wanted) {
    case "measure":
    case "measures":
      return expect("口径", nameOf(param), scope.measures);
    case "dimension":
      return expect("维度", textOf(param), DIMENSIONS);
    case "list":
    case "fact":
      return expect("名称", nameOf(param), scope.facts);
    case "text":
      return [];
  }
}

function bareMeasure(place: Place, name: string): Diagnostic {
  const remedy = `怎么改：金额写 {{万元 ${name}}}，个数写 {{数量 ${name}}}`;
  return problem("模板/语法", `“${name}”是口径，要说明怎样印`, place, remedy);
}

function isHelper(name: string): name is HelperName {
  return Object.hasOwn(HELPERS, name);
}

function nameOf(expression: hbs.AST.Expression): string {
  return expression.type === "PathExpression"
    ? (expression as hbs.AST.PathExpression).original
    : textOf(expression);
}

function textOf(expression: hbs.AST.Expression): string {
  return expression.type === "StringLiteral" ? (expression as hbs.AST.StringLiteral).value : "";
}

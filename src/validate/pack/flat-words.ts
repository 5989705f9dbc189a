import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import { type HelperName, SAYING } from "../../model/template.js";
import { type Locate, nameOf } from "./template-calls.js";
import { positionAt } from "./template-syntax.js";

/** Helpers after which it is certain that a figure stayed as it was. */
const FLAT_HELPERS: readonly string[] = ["持平", "为零两年", "相等"] satisfies readonly HelperName[];

/** Helpers that say how a figure changed, or why. */
const SAY_CHANGE: readonly string[] = [
  ...SAYING.change,
  ...SAYING.reason,
  "增减词",
  "升降词",
] satisfies readonly HelperName[];

export function asksWhetherFlat(param: hbs.AST.Expression | undefined): boolean {
  if (param?.type !== "SubExpression") return false;
  return FLAT_HELPERS.includes(nameOf((param as hbs.AST.SubExpression).path));
}

/** A block that asks whether one measure stayed as it was, and prints how another changed. */
export function otherMeasure(
  { params, program, inverse }: hbs.AST.BlockStatement,
  locate: Locate,
): readonly Diagnostic[] {
  const [asked] = (params[0] as hbs.AST.SubExpression).params;
  const printed = [...(program?.body ?? []), ...(inverse?.body ?? [])]
    .filter((each) => each.type === "MustacheStatement")
    .map((each) => each as hbs.AST.MustacheStatement)
    .filter(({ path }) => SAY_CHANGE.includes(nameOf(path)));
  if (!asked) return [];
  return printed.flatMap(({ params }) => {
    const [measure] = params;
    if (!measure || params.some((each) => nameOf(each) === nameOf(asked))) return [];
    const message = `前面问的是“${nameOf(asked)}”有没有变化，这里印的是“${nameOf(measure)}”的变化`;
    return [problem("模板/语法", message, locate(measure.loc), "怎么改：两处写同一个口径")];
  });
}

/** 持平 that is printed whether it is true or not. */
export function typedFlat({ value, loc }: hbs.AST.ContentStatement, locate: Locate): readonly Diagnostic[] {
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

const TYPED_VERB = /(?:增加|增长|上升|提高|减少|下降|降低)[了约]?$/;
const BARE_CHANGE: readonly string[] = ["增减额", "增减率"] satisfies readonly HelperName[];

/** A word for rising or falling that is printed before a change, whichever way it went. */
export function typedVerb(
  before: hbs.AST.Statement | undefined,
  statement: hbs.AST.Statement,
  locate: Locate,
): readonly Diagnostic[] {
  if (before?.type !== "ContentStatement" || statement.type !== "MustacheStatement") return [];
  const { path, params } = statement as hbs.AST.MustacheStatement;
  const { value, loc } = before as hbs.AST.ContentStatement;
  const verb = TYPED_VERB.exec(value);
  if (!verb || !BARE_CHANGE.includes(nameOf(path))) return [];
  const helper = nameOf(path) === "增减额" ? "增减词" : "升降词";
  return [
    problem(
      "模板/语法",
      `“${verb[0]}”不论是增是减都会印出来`,
      locate({ source: "", start: shifted(loc.start, value.slice(0, verb.index)), end: loc.end }),
      `怎么改：换成 {{${helper} ${params.map(nameOf).join(" ")}}}，由程序看是增、是减还是持平`,
    ),
  ];
}

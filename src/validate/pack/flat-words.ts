import { type Diagnostic, problem } from "../../diagnostic.js";
import type { HelperName } from "../../model/template.js";
import { type Locate, nameOf } from "./template-calls.js";
import { positionAt } from "./template-syntax.js";

/** Helpers after which it is certain that a figure stayed as it was. */
const FLAT_HELPERS: readonly string[] = ["持平", "为零两年"] satisfies readonly HelperName[];

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
    .filter(({ path }) => nameOf(path) === "增减");
  if (!asked) return [];
  return printed.flatMap(({ params: [measure] }) => {
    if (!measure || nameOf(measure) === nameOf(asked)) return [];
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

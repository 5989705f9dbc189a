import { type Diagnostic, type Place, problem } from "../../diagnostic.js";
import { type LoneTag, loneTag, unclosedTag } from "./blocks.js";
import { DEEPEST } from "./nesting.js";
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

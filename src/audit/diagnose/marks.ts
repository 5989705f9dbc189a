import type { Diagnostic } from "../../diagnostic.js";
import type { Mark } from "../judge/marks.js";
import { type Stretch, textOf } from "../words/strip.js";
import { type Names, placed, quoted, report } from "./saying.js";

/** Half-width marks, once for brackets and once for all others, with every place. */
export function diagnoseMarks(marks: readonly Mark[], names: Names): readonly Diagnostic[] {
  const isBracket = ({ stretch }: Mark): boolean => /[()（）]/u.test(textOf(stretch));
  return [
    together(marks.filter(isBracket), "括号半角、全角混用", "括号都改成全角的（），成对地写", names),
    together(
      marks.filter((mark) => !isBracket(mark)),
      "标点半角、全角混用",
      "中文用全角的标点",
      names,
    ),
  ].flat();
}

function together(
  marks: readonly Mark[],
  title: string,
  remedy: string,
  names: Names,
): readonly Diagnostic[] {
  const [first] = marks;
  if (!first) return [];
  const places = marks.map(({ stretch }) => placed(stretch, quoted(around(stretch))));
  const message = `${title}，有 ${marks.length} 处不合`;
  return [report("警告", "审核/写法", message, first.stretch, names, ...places, `怎么改：${remedy}`)];
}

/** So many characters are quoted on either side. */
const BESIDE = 6;

function around({ strip, start, end }: Stretch): string {
  const line = strip.lines[start];
  let [from, to] = [start, end];
  while (from > 0 && start - from < BESIDE && strip.lines[from - 1] === line) from--;
  while (to < strip.text.length && to - end < BESIDE && strip.lines[to] === line) to++;
  return strip.text.slice(from, to);
}

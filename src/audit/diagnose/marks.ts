import { groupedBy } from "../../model/groups.js";
import type { Writing } from "../collate/differences.js";
import { type TextRange, textOf } from "../words/placed-text.js";
import { placed, quoted, type Remark, report } from "./saying.js";

/** Half-width marks, once for brackets and once for all others, with every place. */
export function diagnoseMarks(marks: readonly TextRange[]): readonly Remark[] {
  const brackets = marks.filter((mark) => /[()（）]/u.test(textOf(mark)));
  const others = marks.filter((mark) => !brackets.includes(mark));
  return [
    ...together(brackets, "括号半角、全角混用", "括号都改成全角的（），成对地写"),
    ...together(others, "标点半角、全角混用", "中文用全角的标点"),
  ];
}

function together(marks: readonly TextRange[], title: string, remedy: string): readonly Remark[] {
  const [first] = marks;
  if (!first) return [];
  const places = marks.map((mark) => placed(mark, quoted(around(mark))));
  const message = `${title}，有 ${marks.length} 处不合`;
  return [report("警告", "审核/写法", message, first, ...places, `怎么改：${remedy}`)];
}

/** So many characters are quoted on either side. */
const BESIDE = 6;

function around({ source, start, end }: TextRange): string {
  const line = source.lines[start];
  let [from, to] = [start, end];
  while (from > 0 && start - from < BESIDE && source.lines[from - 1] === line) from--;
  while (to < source.text.length && to - end < BESIDE && source.lines[to] === line) to++;
  return source.text.slice(from, to);
}

/** Numbers with other decimals, once for each table or section. */
export function diagnoseWritings(writings: readonly Writing[]): readonly Remark[] {
  const decimals = writings.filter(({ what }) => what === "decimals");
  return [...groupedBy(decimals, ({ where }) => where)].map(([where, own]) => {
    const [first] = own;
    const shown = [...new Set(own.map(({ found }) => found))].join("、");
    const message = `${where}里的数小数位数与别处不一：${shown}`;
    const example = `共 ${own.length} 处，例如 ${first.found} 应印成 ${first.expected}`;
    const remedy = "怎么改：金额一律印两位小数；程序会自己印";
    return report("警告", "审核/写法", message, first.range, example, remedy);
  });
}

import { type Diagnostic, problem } from "../../diagnostic.js";
import type { TextSource } from "../../model/source.js";

/** More say nothing new: a file that has them is no narrative. */
const MOST = 20;

/** A line that should begin a heading or a numbered paragraph, and does not: its mark lacks the blank or the words, or is no mark. */
const MISWRITTEN = /^[ \t\u3000]*(?:#{1,2}(?![#\s])|#{1,2}[ \t]*$|#{3,}|[＃＋]+|\+(?![\s\d]))/gmu;

/** Headings of a narrative file that would be printed as paragraphs, their marks with them. */
export function checkHeadings(source: TextSource): readonly Diagnostic[] {
  return [...source.text.matchAll(MISWRITTEN)]
    .slice(0, MOST)
    .map(({ 0: mark, index }) =>
      problem(
        "模板/语法",
        `行首的“${mark.trim()}”不是标题的写法，会照样印出来`,
        source.at(index, mark.length),
        "怎么改：一级标题写“# 标题”，二级标题写“## 标题”，编号的段写“+ 段落”：用英文符号，后面空一格",
      ),
    );
}

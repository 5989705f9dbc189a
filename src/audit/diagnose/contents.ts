import type { Diagnostic } from "../../diagnostic.js";
import type { WrongEntry } from "../layout/contents-pages.js";
import { stripOf, whole } from "../words/strip.js";
import { type Names, quoted, report } from "./saying.js";

/** One page more or less makes many entries wrong: they are reported together. */
export function diagnoseContents(wrong: readonly WrongEntry[], names: Names): readonly Diagnostic[] {
  const [first] = wrong;
  if (!first) return [];
  const entries = wrong.map(({ entry: { words, page }, page: right }) =>
    right === undefined
      ? `${quoted(words)}：正文里没有这个标题`
      : `${quoted(words)}：目录写第 ${page} 页，印在第 ${right} 页`,
  );
  const message = `目录有 ${wrong.length} 处与正文不符`;
  const remedy = "怎么改：更新目录；程序会自己排出目录";
  return [report("错误", "审核/矛盾", message, whole(stripOf(first.entry.line)), names, ...entries, remedy)];
}

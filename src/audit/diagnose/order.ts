import type { Reordering, Rewording } from "../collate/differences.js";
import type { WrongEntry } from "../layout/contents.js";
import type { PageJump } from "../layout/page-order.js";
import { placedText, textOf, whole } from "../words/placed-text.js";
import { EITHER_WORDS, placed, quoted, type Remark, report } from "./saying.js";

/** One heading more or less changes the numbers of all that follow. */
export function diagnoseNumbers(numbers: readonly Rewording[]): readonly Remark[] {
  const [first, ...others] = numbers;
  if (!first) return [];
  const more = others.length > 0 ? `，后面还有 ${others.length} 处编号随之不同` : "";
  const message = `编号${quoted(first.found)}，程序印的是${quoted(first.expected)}${more}`;
  return [report("警告", "审核/次序", message, first.range, `在：${first.where}`, EITHER_WORDS)];
}

/** So many lines are enough to show that the order is another. */
const ENOUGH = 5;

/** Sentences together: what was moved, and what it was moved over, cannot be told apart. */
export function diagnoseReorderings(reorderings: readonly Reordering[]): readonly Remark[] {
  const sentences = reorderings.filter(({ what }) => what === "sentence");
  const rows = reorderings.filter(({ what }) => what === "row");
  return [...movedSentences(sentences), ...rows.map((each) => movedRows(each))];
}

function movedSentences(sentences: readonly Reordering[]): readonly Remark[] {
  const [first] = sentences;
  if (!first) return [];
  const places = sentences.map(({ range }) => placed(range, quoted(textOf(range))));
  const message = `有 ${sentences.length} 句话的位置与程序印的不同`;
  return [report("警告", "审核/次序", message, first.range, ...places, EITHER_WORDS)];
}

function movedRows({ where, moved, range }: Reordering): Remark {
  const places = moved.slice(0, ENOUGH).map(({ name, behind }) => {
    return `${quoted(name)}应在${behind === "" ? "最前面" : `${quoted(behind)}后面`}`;
  });
  if (moved.length > ENOUGH) places.push(`等 ${moved.length} 行`);
  const message = `${where}各行的次序与程序印的不同`;
  const remedy = "怎么改：各行按科目或项目的编码排列；程序会自己排";
  return report("警告", "审核/次序", message, range, ...places, remedy);
}

/** Pages that are missing or change places make several jumps: they are reported together. */
export function diagnosePageJumps(jumps: readonly PageJump[]): readonly Remark[] {
  const [first] = jumps;
  if (!first) return [];
  const places = jumps.map(({ expected, printed, line }) =>
    placed(whole(placedText(line)), `页码印的是 ${printed}，接着前一页应是 ${expected}`),
  );
  const remedy = "怎么改：看看是不是少了页、多了页，或者页的次序颠倒了；程序会自己排页码";
  const range = whole(placedText(first.line));
  return [report("错误", "审核/次序", "页码接不上", range, ...places, remedy)];
}

/** One page more or less makes many entries wrong: they are reported together. */
export function diagnoseContents(wrong: readonly WrongEntry[]): readonly Remark[] {
  const [first] = wrong;
  if (!first) return [];
  const entries = wrong.map(({ entry: { words, page }, page: right }) =>
    right === undefined
      ? `${quoted(words)}：正文里没有这个标题`
      : `${quoted(words)}：目录写第 ${page} 页，印在第 ${right} 页`,
  );
  const message = `目录有 ${wrong.length} 处与正文不符`;
  const remedy = "怎么改：更新目录；程序会自己排出目录";
  return [report("错误", "审核/矛盾", message, whole(placedText(first.entry.line)), ...entries, remedy)];
}

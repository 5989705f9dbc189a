import { type Diagnostic, unplaced } from "../diagnostic/diagnostic.js";
import { Refusal } from "../diagnostic/refusal.js";
import type { Budget } from "../model/budget.js";
import { linesOf, type Manuscript, type ScriptLine } from "../model/manuscript.js";
import { folded } from "../text/fold.js";
import { SHARE } from "../text/thresholds.js";
import type { Collated } from "./collate/collate.js";
import { report, type SourceNames } from "./diagnose/saying.js";
import { placedText, whole } from "./words/placed-text.js";

/** Where documents say whose they are: no name has such a mark as the line of a sentence that ends in 比2025年预算. */
const NAMED = [
  /^单位名称[：:](.{2,60}?)(?:单位[：:]|金额单位|$)/u,
  /^([^，。；]{2,60}?)单位概况$/u,
  /^([^，。；]{2,60}?)(?:19|20)\d\d年度?(?:单位|部门)?预算(?:情况说明|公开)?$/u,
];
/** Where they say of what year. */
const DATED = [
  /^((?:19|20)\d\d)年度?[^，。；]{2,40}表$/u,
  /((?:19|20)\d\d)年度?(?:单位|部门)?预算(?:情况说明|公开|表)?$/u,
];

const OTHER_UNIT = "怎么改：选对文件；或者用 --unit 单位代码 指明是哪个单位";

/** Throws a Refusal when a document says that it is another unit's or year's: every word of it would differ. */
export function identify(manuscript: Manuscript, { unit, year }: Budget, names: SourceNames): void {
  const lines = linesOf(manuscript.pages.flatMap((page) => page.pieces));
  const refused = ofAnotherUnit(lines, unit.name.text, names) ?? ofAnotherYear(lines, year, names);
  if (refused) throw new Refusal([refused]);
}

function said(lines: readonly ScriptLine[], patterns: readonly RegExp[]) {
  return lines.flatMap((line) => {
    const text = folded(line.text);
    const [value] = patterns.flatMap((pattern) => pattern.exec(text)?.[1] ?? []);
    return value === undefined ? [] : [{ value, line }];
  });
}

function ofAnotherUnit(lines: readonly ScriptLine[], name: string, names: SourceNames) {
  const wanted = folded(name);
  const found = said(lines, NAMED);
  if (found.some(({ value }) => value === wanted)) return undefined;
  const [first] = found;
  if (first) {
    const message = `${names.file} 写的单位是“${first.value}”，数据是“${name}”的`;
    return refusal(message, first.line, names, OTHER_UNIT);
  }
  if (lines.some(({ text }) => folded(text).includes(wanted))) return undefined;
  const message = `${names.file} 里没有出现单位名称“${name}”，不像本单位的预算公开`;
  return unplaced("审核/不是这一份", message, OTHER_UNIT);
}

function ofAnotherYear(lines: readonly ScriptLine[], year: number, names: SourceNames) {
  const found = said(lines, DATED);
  const [first] = found;
  if (!first || found.some(({ value }) => value === String(year))) return undefined;
  const message = `${names.file} 写的是 ${first.value} 年，数据是 ${year} 年的`;
  const remedy = `怎么改：用 --year ${first.value} 与那一年的数据核对；或者选对文件`;
  return refusal(message, first.line, names, remedy);
}

function refusal(message: string, line: ScriptLine, names: SourceNames, remedy: string): Diagnostic {
  const range = whole(placedText(line));
  return report("错误", "审核/不是这一份", message, range, `数据：${names.data}`, remedy)(names);
}

/** Throws a Refusal when hardly anything of the report is in a document: all that it has would be a difference. */
export function recognize({ counts, expected }: Collated, names: SourceNames): void {
  if (counts.sentences >= expected.sentences * SHARE.known || counts.cells >= expected.cells * SHARE.known)
    return;
  const message = `${names.file} 与数据几乎没有一句、一格对得上，不像是这一份预算公开`;
  const found = `应有 ${expected.sentences} 句、${expected.cells} 格，对得上的只有 ${counts.sentences} 句、${counts.cells} 格`;
  const remedy = "怎么改：选对文件；版式完全不同的文件，不能用这个办法核对";
  throw new Refusal([unplaced("审核/不是这一份", message, found, remedy)]);
}

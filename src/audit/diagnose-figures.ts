import type { Diagnostic } from "../diagnostic.js";
import { agrees } from "./amounts.js";
import type { Cause } from "./causes.js";
import type { Misplaced, Reading } from "./differences.js";
import type { Fault } from "./faults/fault.js";
import {
  eitherWay,
  expectedText,
  type Names,
  nameOfReading,
  placed,
  quoted,
  report,
  seenText,
} from "./saying.js";
import type { BrokenSum } from "./sums.js";

/** What is known of a cause besides what the data say. */
export interface Evidence {
  readonly sums: readonly BrokenSum[];
  /** faults that were found at the same place by reading alone */
  readonly faults: readonly Fault[];
}

export function diagnoseCause(cause: Cause, evidence: Evidence, names: Names): readonly Diagnostic[] {
  const [first, ...others] = cause.readings;
  if (!first) return [];
  const contradicts = cause.elsewhere.length + evidence.sums.length + evidence.faults.length > 0;
  const code = cause.kind === "unit" ? "审核/单位" : contradicts ? "审核/矛盾" : "审核/数";
  return [
    report(
      "错误",
      code,
      messageOf(cause, first),
      first.stretch,
      names,
      ...(first.column === undefined ? [`在：${first.where}`] : []),
      ...evidence.faults.map(({ message }) => message),
      ...unique(telling(evidence.sums, cause).map(({ sum, says }) => `${quoted(sum.where)}${says}`)),
      ...elsewhere(cause),
      ...(cause.kind === "swap"
        ? []
        : others.map((each) => placed(each.stretch, `${nameOfReading(each)}也是 ${seenText(each)}`))),
      ...consequences(cause),
      eitherWay(names),
    ),
  ];
}

function messageOf({ kind, readings }: Cause, first: Reading): string {
  const [seen, expected] = [seenText(first), expectedText(first)];
  const second = readings[1];
  if (kind === "swap" && second) {
    return `${nameOfReading(first)}和${nameOfReading(second)}写反了：印的是 ${seen} 和 ${seenText(second)}，按数据应为 ${expected} 和 ${expectedText(second)}`;
  }
  if (kind === "unit") return `${nameOfReading(first)}的单位不对：印的是 ${seen}，应为 ${expected}`;
  return `${nameOfReading(first)}印的是 ${seen}，按数据应为 ${expected}`;
}

/** The sums that the figure is the total of, or else those that it is a part of. */
function telling(sums: readonly BrokenSum[], { readings }: Cause): readonly BrokenSum[] {
  const totals = sums.filter(({ sum }) => readings.some(({ cell }) => cell === sum.total));
  return totals.length > 0 ? totals : sums;
}

/** So many places are enough to show that the document itself says otherwise. */
const ENOUGH = 2;

function elsewhere({ elsewhere: all, kind }: Cause): readonly string[] {
  if (kind !== "value") return [];
  const right = [...all.filter(agrees), ...all.filter((each) => !agrees(each))];
  const shown = right
    .slice(0, ENOUGH)
    .map(
      (each) => `${nameOfReading(each)}是 ${seenText(each)}（${placed(each.stretch, "").replace("：", "")}）`,
    );
  const more = all.length > ENOUGH ? `等 ${all.length} 处` : "";
  return shown.length > 0 ? [`同一个数在文件里又不同：${shown.join("；")}${more}`] : [];
}

function consequences({ consequences: all }: Cause): readonly string[] {
  if (all.length === 0) return [];
  return [
    `随之不同的 ${all.length} 处：`,
    ...all.map(
      (each) =>
        `  ${placed(each.stretch, `${nameOfReading(each)}印的是 ${seenText(each)}，应为 ${expectedText(each)}`)}`,
    ),
  ];
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

export function diagnoseMisplaced(
  { figure: _, where, expected, found, stretch }: Misplaced,
  names: Names,
): Diagnostic {
  const shown = stretch.strip.text.slice(stretch.start, stretch.end);
  const message = `${where}的 ${shown} 印在了“${found}”栏，应在“${expected}”栏`;
  return report("错误", "审核/数", message, stretch, names, eitherWay(names));
}

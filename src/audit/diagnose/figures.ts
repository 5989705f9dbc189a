import { groupedBy } from "../../model/groups.js";
import { agrees } from "../collate/amounts.js";
import type { Misplaced, Reading, Rewording } from "../collate/differences.js";
import type { DocumentFault } from "../faults/fault.js";
import type { FigureCause } from "../judge/causes.js";
import type { BrokenSum } from "../judge/sums.js";
import { textOf, whereOf } from "../words/placed-text.js";
import {
  consequences,
  eitherWay,
  expectedText,
  nameOfReading,
  placed,
  quoted,
  type Remark,
  report,
} from "./saying.js";

/** `faults` are those that were found at the same place by reading alone. */
export function diagnoseCause(
  cause: FigureCause,
  sums: readonly BrokenSum[],
  faults: readonly DocumentFault[],
): readonly Remark[] {
  const [first] = cause.readings;
  if (!first) return [];
  const contradicts = cause.elsewhere.length + sums.length + faults.length > 0;
  const code = cause.kind === "unit" ? "审核/单位" : contradicts ? "审核/矛盾" : "审核/数";
  return [
    report(
      "错误",
      code,
      messageOf(cause, first),
      first.range,
      ...(first.column === undefined ? [`在：${first.where}`] : []),
      ...faults.map(({ message }) => message),
      ...sumNotes(sums, cause),
      ...elsewhereNotes(cause, first),
      ...alikeNotes(cause),
      ...consequences(cause.consequences),
      eitherWay,
    ),
  ];
}

function messageOf({ kind, readings }: FigureCause, first: Reading): string {
  const [seen, expected] = [textOf(first.range), expectedText(first)];
  const second = readings[1];
  if (kind === "swap" && second) {
    const both = second.column === undefined ? nameOfReading(second) : `“${second.column}”栏`;
    const right = `${expected} 和 ${expectedText(second)}`;
    return `${nameOfReading(first)}和${both}写反了：印的是 ${seen} 和 ${textOf(second.range)}，应为 ${right}`;
  }
  if (kind === "unit") return `${nameOfReading(first)}的单位不对：印的是 ${seen}，应为 ${expected}`;
  return `${nameOfReading(first)}印的是 ${seen}，按数据应为 ${expected}`;
}

/** So many places are enough to show that the document itself says otherwise. */
const ENOUGH = 2;

/** The sums that the figure is the total of, or else those that it is a part of. */
function sumNotes(sums: readonly BrokenSum[], { readings }: FigureCause): readonly string[] {
  const totals = sums.filter(({ sum }) => readings.some(({ cell }) => cell === sum.total));
  const reported = (totals.length > 0 ? totals : sums).map(({ sum, says }) => `${quoted(sum.where)}${says}`);
  return [...new Set(reported)].slice(0, ENOUGH);
}

/** The right values first, and of those the ones that are called the same. */
function elsewhereNotes({ elsewhere, kind }: FigureCause, first: Reading): readonly string[] {
  if (kind !== "value" || elsewhere.length === 0) return [];
  const rank = (reading: Reading): number =>
    (agrees(reading) ? 0 : 2) + (reading.figure.measure.includes(first.figure.measure) ? 0 : 1);
  const shown = elsewhere
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, ENOUGH)
    .map((each) => `${nameOfReading(each)}是 ${textOf(each.range)}（${whereOf(each.range)}）`);
  const more = elsewhere.length > ENOUGH ? `等 ${elsewhere.length} 处` : "";
  return [`同一个数在文件里又不同：${shown.join("；")}${more}`];
}

/** The other places with the same wrong value, the cells of a row together. */
function alikeNotes({ readings, kind }: FigureCause): readonly string[] {
  if (kind === "swap") return [];
  const rows = groupedBy(readings.slice(1), (each) =>
    each.column === undefined ? each : `${whereOf(each.range)}${each.where}`,
  );
  return [...rows.values()].map(([first, ...others]) => {
    const name = others.length > 0 ? `${first.where} ${others.length + 1} 栏` : nameOfReading(first);
    return placed(first.range, `${name}也是 ${textOf(first.range)}`);
  });
}

export function diagnoseMisplaced({ where, expected, found, range }: Misplaced): Remark {
  const message = `${where}的 ${textOf(range)} 印在了“${found}”栏，应在“${expected}”栏`;
  return report("错误", "审核/数", message, range, eitherWay);
}

/** A fault, with what the program prints instead of the words it is in. */
export function diagnoseFault(fault: DocumentFault, instead?: Rewording): Remark {
  const { severity, code, message, ranges, notes, remedy } = fault;
  const [first, ...others] = ranges;
  const places = others.map((range) => placed(range, quoted(textOf(range))));
  const printed = instead ? [`程序印的是：${quoted(instead.context || instead.expected)}`] : [];
  return report(severity, code, message, first, ...notes, ...places, ...printed, `怎么改：${remedy}`);
}

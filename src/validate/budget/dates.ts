import { type Diagnostic, problem } from "../../diagnostic.js";
import type { Source } from "../../model/source.js";
import { partOf, textOf } from "./written.js";

/** Dates that no calendar has, and a correction before there was anything to correct. */
export function checkDates(source: Source): readonly Diagnostic[] {
  const correction = partOf(source.value, "更正");
  const [published, corrected] = [textOf(correction, "公开日期"), textOf(correction, "更正日期")];
  const year = textOf(source.value, "年度");
  const unreal = (["公开日期", "更正日期"] as const).flatMap((key) => {
    const date = textOf(correction, key);
    if (!isDate(date) || isReal(date)) return [];
    return [wrong(source, key, `没有 ${date} 这一天`, "核对这个月有几天")];
  });
  if (unreal.length > 0 || !isDate(published)) return unreal;
  if (isBefore(published, year)) {
    const message = `公开日期 ${published} 早于 ${year} 年的预算`;
    return [wrong(source, "公开日期", message, "核对公开日期的年份；单位预算在批复以后公开")];
  }
  if (!isDate(corrected) || corrected >= published) return [];
  return [
    wrong(source, "更正日期", `更正日期 ${corrected} 早于公开日期 ${published}`, "核对两个日期，改正一个"),
  ];
}

function wrong(source: Source, key: string, message: string, remedy: string): Diagnostic {
  return problem("数据/取值", message, source.placeOf(["更正", key]), `怎么改：${remedy}`);
}

/** Some people's congresses approve the budget of a year in the last month of the year before. */
function isBefore(published: string, year: string | undefined): boolean {
  return year !== undefined && /^\d{4}$/.test(year) && published < `${Number(year) - 1}-12-01`;
}

/** Whether it has the form of one; the schema says so where it has not. */
function isDate(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function isReal(date: string): boolean {
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}

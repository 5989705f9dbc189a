import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import { type Path, type Source, valueAt } from "../../model/source.js";
import { textOf } from "./written.js";

const PUBLISHED: Path = ["公开日期"];
/** Where older data has it. */
const FORMER: Path = ["更正", "公开日期"];
const CORRECTED: Path = ["更正", "更正日期"];

/** Dates that no calendar has, one fact with two dates, and a correction before there was anything to correct. */
export function checkDates(source: Source): readonly Diagnostic[] {
  const dates = [PUBLISHED, FORMER, CORRECTED].map((path) => ({ path, date: dateAt(source, path) }));
  const unreal = dates.flatMap(({ path, date }) =>
    date === undefined || isReal(date)
      ? []
      : [wrong(source, path, `没有 ${date} 这一天`, "核对这个月有几天")],
  );
  if (unreal.length > 0) return unreal;
  const [own, former, corrected] = dates.map(({ date }) => date);
  if (own !== undefined && former !== undefined && own !== former) {
    const message = `公开日期写了两处，一处是 ${own}，“更正”里是 ${former}`;
    return [wrong(source, FORMER, message, "核对原文件公开的日期，“更正”里的删去")];
  }
  const published = own ?? former;
  return published === undefined ? [] : disordered(source, own ? PUBLISHED : FORMER, published, corrected);
}

function disordered(
  source: Source,
  path: Path,
  published: string,
  corrected: string | undefined,
): readonly Diagnostic[] {
  const year = textOf(source.value, "年度");
  if (isBefore(published, year)) {
    const message = `公开日期 ${published} 早于 ${year} 年的预算`;
    return [wrong(source, path, message, "核对公开日期的年份；单位预算在批复以后公开")];
  }
  if (corrected === undefined || corrected >= published) return [];
  const message = `更正日期 ${corrected} 早于公开日期 ${published}`;
  return [wrong(source, CORRECTED, message, "核对两个日期，改正一个")];
}

function wrong(source: Source, path: Path, message: string, remedy: string): Diagnostic {
  return problem("数据/取值", message, source.placeOf(path), `怎么改：${remedy}`);
}

/** Some people's congresses approve the budget of a year in the last month of the year before. */
function isBefore(published: string, year: string | undefined): boolean {
  return year !== undefined && /^\d{4}$/.test(year) && published < `${Number(year) - 1}-12-01`;
}

/** What has the form of a date; the schema says so where it has not. */
function dateAt(source: Source, path: Path): string | undefined {
  const value = valueAt(source.value, path);
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

function isReal(date: string): boolean {
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}

import { type Diagnostic, problem, warning } from "../diagnostic/diagnostic.js";
import { orElse } from "../diagnostic/refusal.js";
import { readBytes, type Shelf } from "../files/bytes.js";
import { type Path, type Source, textAt } from "../model/source.js";
import { mayHold } from "../yaml/glance.js";
import { readDataYaml } from "../yaml/yaml.js";
import { type DataFile, dataFile, hasDataFile, unitsIn } from "./data-files.js";
import { nearestUnit } from "./unit-choice.js";

const FORMER_CODE: Path = ["单位", "原代码"];
const CODE = /^[0-9A-Za-z][0-9A-Za-z-]*$/;

/** The code that a unit had the year before, as its data says it; undefined where it says none. */
export function formerCode(own: Source): string | undefined {
  const code = textAt(own.value, FORMER_CODE).trim();
  return CODE.test(code) ? code : undefined;
}

/** The same of a file that is not read yet; most name no such code, and are not worth the time of reading them as YAML. */
export function formerCodeIn(project: Shelf, file: string): string | undefined {
  return orElse(() =>
    mayHold(readBytes(project, file), "原代码") ? formerCode(readDataYaml(project, file)) : undefined,
  );
}

/** The data file of the year before, be it under the code that the unit had then; undefined where there is none. */
export function fileOfLastYear(
  project: Shelf,
  { unit, year }: DataFile,
  former: string | undefined,
): DataFile | undefined {
  const codes = former === undefined ? [unit] : [unit, former];
  return codes.map((code) => dataFile(code, year - 1)).find((each) => hasDataFile(project, each));
}

/** What is wrong with the code that a unit says it had the year before. */
export function formerCodeProblems(project: Shelf, data: DataFile, own: Source): readonly Diagnostic[] {
  const former = formerCode(own);
  if (former === undefined) return [];
  const { unit, year } = data;
  const place = own.placeOf(FORMER_CODE);
  const told = (message: string, ...notes: string[]) => [problem("数据/引用", message, place, ...notes)];
  if (former === unit)
    return told(
      `“原代码”写的 ${former} 就是现在的代码`,
      "怎么改：代码没有变的，删去“原代码”；变了的，写上年用的",
    );
  if (hasDataFile(project, dataFile(unit, year - 1)))
    return told(
      `上年已经用 ${unit} 这个代码，有 ${dataFile(unit, year - 1).file}，不用“原代码”`,
      "怎么改：删去“原代码”；上年的数从那个文件取",
    );
  const units = unitsIn(project);
  const years = units.find((each) => each.unit === former)?.years ?? [];
  if (!years.includes(year - 1)) {
    const nearest = nearestUnit(former, units, [unit]);
    return told(
      `文件夹 data 里没有单位 ${former} ${year - 1} 年的数据`,
      ...(years.length > 0 ? [`单位 ${former} 现有的年度：${years.join("、")}`] : []),
      ...(years.length === 0 && nearest !== undefined ? [`是不是想写 ${nearest}？`] : []),
      "怎么改：核对“原代码”；没有上年的数据文件的，删去它，上年的数写在“上年”里",
    );
  }
  if (!years.includes(year)) return [];
  return [
    warning(
      "数据/引用",
      `“原代码” ${former} 今年还有单位在用，有 ${dataFile(former, year).file}`,
      place,
      "说明：一个代码今年还在用，多半不是本单位原来的",
      "怎么改：核对“原代码”；那个代码今年给了别的单位的，不必改",
    ),
  ];
}

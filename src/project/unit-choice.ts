import { distance } from "fastest-levenshtein";
import { type Diagnostic, problem } from "../diagnostic/diagnostic.js";
import { few } from "../model/groups.js";
import type { Source } from "../model/source.js";
import type { UnitYears } from "./data-files.js";

/** A code as it is written in a department's file. */
export interface NamedUnit {
  readonly code: string;
  readonly source: Source;
  readonly index: number;
  /** all that the list holds */
  readonly others: readonly unknown[];
}

/** More codes than this tell nothing at a glance. */
const MOST_LISTED = 20;
/** A code with more letters changed is another code. */
const FARTHEST = 2;

const NOT_ITSELF = "部门本级自己的收支写在本文件里，不用写进“汇总单位”";

export function isDepartmentItself(named: NamedUnit): Diagnostic {
  return problem(
    "汇总/循环",
    `“汇总单位”里写了本部门自己的代码 ${named.code}`,
    placeOf(named),
    `怎么改：删去它；${NOT_ITSELF}`,
  );
}

/** `way` leads from the department that is printed to the one that names one of them again. */
export function leadsBack(named: NamedUnit, way: readonly string[]): Diagnostic {
  const circle = [...way.slice(way.indexOf(named.code)), named.code];
  return problem(
    "汇总/循环",
    `“汇总单位”转了一圈又回到 ${named.code}：${circle.join(" → ")}`,
    placeOf(named),
    "说明：一个单位不能既汇总另一个单位，又由它汇总",
    "怎么改：核对这几个文件的“汇总单位”，只留上级汇总下级的",
  );
}

export function countedAgain(named: NamedUnit, before: NamedUnit): Diagnostic {
  const { file, line } = placeOf(before);
  const where = before.source.file === named.source.file ? `第 ${line} 行` : `${file} 第 ${line} 行`;
  return problem(
    "汇总/重复",
    `单位 ${named.code} 算了两次：${where}已经汇总了它`,
    placeOf(named),
    "说明：写了一个部门，它汇总的单位就都算在内",
    "怎么改：两处只留一处",
  );
}

export function onlyOtherYears(named: NamedUnit, year: number, years: readonly number[]): Diagnostic {
  return problem(
    "汇总/年度",
    `单位 ${named.code} 没有 ${year} 年的数据文件`,
    placeOf(named),
    `这个单位现有的年度：${years.join("、")}`,
    `怎么改：核对代码；单位不错的，先做它 ${year} 年的数据，放在 data/${named.code}/${year}.yaml`,
  );
}

export function noSuchUnit(named: NamedUnit, year: number, units: readonly UnitYears[]): Diagnostic {
  const nearest = nearestUnit(named.code, units, named.others);
  const known = units.map(({ unit, years }) => `${unit}（${years.join("、")}）`);
  return problem(
    "汇总/找不到",
    `文件夹 data 里没有单位 ${named.code} 的数据`,
    placeOf(named),
    ...(nearest === undefined ? [] : [`是不是想写 ${nearest}？`]),
    `现有的单位和年度：${few(known, MOST_LISTED)}`,
    `怎么改：核对代码；单位不错的，先做它的数据，放在 data/${named.code}/${year}.yaml`,
  );
}

/** The unit that a code which is none was meant to be, which is none of some others. */
export function nearestUnit(
  code: string,
  units: readonly UnitYears[],
  others: readonly unknown[],
): string | undefined {
  const [first] = units
    .map(({ unit }) => ({ unit, far: distance(code, unit) }))
    .filter(({ unit, far }) => far <= FARTHEST && !others.includes(unit))
    .sort((a, b) => a.far - b.far);
  return first?.unit;
}

function placeOf({ source, index }: NamedUnit) {
  return source.placeOf(["汇总单位", index]);
}

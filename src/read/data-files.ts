import { problem, Refusal } from "../diagnostic.js";
import { namesIn, type Shelf } from "./bytes.js";

const DATA = "data";
const YEAR_FILE = /^(\d{4})\.yaml$/;

/** One unit's budget data of one year. */
export interface DataFile {
  readonly unit: string;
  readonly year: number;
  /** relative to the project */
  readonly file: string;
}

/** Which data to take: every unit or one, its newest year or one. */
export interface Choice {
  readonly unit?: string | undefined;
  readonly year?: number | undefined;
}

export function dataFile(unit: string, year: number): DataFile {
  return { unit, year, file: `${DATA}/${unit}/${year}.yaml` };
}

/** The data files chosen, one a unit, in order of unit; throws a Refusal that says what there is when there is none. */
export function chooseDataFiles(project: Shelf, { unit, year }: Choice): readonly DataFile[] {
  const units = namesIn(project, DATA).filter((name) => yearsOf(project, name).length > 0);
  if (unit !== undefined && !units.includes(unit)) throw new Refusal([noUnit(unit, units)]);
  const chosen = (unit === undefined ? units : [unit]).flatMap((each) => {
    const years = yearsOf(project, each);
    const wanted = year ?? Math.max(...years);
    return years.includes(wanted) ? [dataFile(each, wanted)] : [];
  });
  if (chosen.length === 0) throw new Refusal([noYear(project, units, unit, year)]);
  return chosen;
}

/** All years of the data chosen, not only the newest, those first; throws a Refusal as `chooseDataFiles` does. */
export function chosenYears(project: Shelf, choice: Choice): readonly DataFile[] {
  const { year } = choice;
  return chooseDataFiles(project, choice).flatMap(({ unit }) =>
    yearsOf(project, unit)
      .filter((each) => year === undefined || each === year)
      .sort((a, b) => b - a)
      .map((each) => dataFile(unit, each)),
  );
}

/** A unit with the years that there is data of, newest last. */
export interface UnitYears {
  readonly unit: string;
  readonly years: readonly number[];
}

/** Every unit that the project has data of. */
export function unitsIn(project: Shelf): readonly UnitYears[] {
  return namesIn(project, DATA)
    .map((unit) => ({ unit, years: yearsOf(project, unit) }))
    .filter(({ years }) => years.length > 0);
}

/** Whether the project has a unit's data of a year. */
export function hasDataFile(project: Shelf, { unit, year }: DataFile): boolean {
  return yearsOf(project, unit).includes(year);
}

function yearsOf(project: Shelf, unit: string): readonly number[] {
  return namesIn(project, `${DATA}/${unit}`).flatMap((name) => {
    const year = YEAR_FILE.exec(name)?.[1];
    return year === undefined ? [] : [Number(year)];
  });
}

function noUnit(unit: string, units: readonly string[]) {
  return problem(
    "文件/找不到",
    `文件夹 ${DATA} 里没有单位 ${unit} 的数据`,
    undefined,
    units.length > 0 ? `现有的单位：${units.join("、")}` : `文件夹 ${DATA} 里还没有任何单位的数据`,
    `怎么改：核对单位代码；数据文件应放在 ${DATA}/单位代码/年度.yaml`,
  );
}

function noYear(
  project: Shelf,
  units: readonly string[],
  unit: string | undefined,
  year: number | undefined,
) {
  const known = (unit === undefined ? units : [unit]).map(
    (each) => `${each}：${yearsOf(project, each).join("、")}`,
  );
  return problem(
    "文件/找不到",
    year === undefined ? `文件夹 ${DATA} 里没有数据文件` : `没有 ${year} 年的数据文件`,
    undefined,
    known.length > 0 ? `现有的年度：${known.join("；")}` : `数据文件应放在 ${DATA}/单位代码/年度.yaml`,
    "怎么改：核对年度；或者不写年度，程序取最近的一年",
  );
}

import { dirname } from "node:path";
import { type Diagnostic, unplaced } from "../diagnostic/diagnostic.js";
import { Refusal } from "../diagnostic/refusal.js";
import { namesIn, type Shelf } from "../files/bytes.js";
import { few } from "../model/groups.js";

const DATA = "data";
/** The folder beside those of the units that holds the bureau's code lists. */
export const CODES_OF_BUREAU = "科目";
const YEAR_FILE = /^(\d{4})\.yaml$/;
/** 2024.yml, 2024.yaml.txt and 2024年.yaml are meant to be it. */
const MISNAMED = /^(\d{4})\s*(?:年|年度)?\.(?:ya?ml|txt)(?:\.txt|\.ya?ml)?$/i;

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

/**
 * The data files chosen, one a unit, in order of unit; throws a Refusal that says what there is when there is none. A year
 * whose file is misnamed is among them: if it was passed over, an older one would be published in its place.
 */
export function chooseDataFiles(project: Shelf, { unit, year }: Choice): readonly DataFile[] {
  const units = unitsWith(project, (each) => [
    ...yearsOf(project, each),
    ...misnamedIn(project, each).map(({ meant }) => meant),
  ]);
  const wanted = units.filter((each) => unit === undefined || each.unit === unit);
  if (unit !== undefined && wanted.length === 0) throw new Refusal([noUnit(unit, units)]);
  const chosen = wanted.flatMap((each) => {
    const chosenYear = year ?? Math.max(...each.years);
    return each.years.includes(chosenYear) ? [dataFile(each.unit, chosenYear)] : [];
  });
  if (chosen.length === 0) throw new Refusal([noYear(wanted, year)]);
  return chosen;
}

/** The units that the project has data of, but not of the year. */
export function unitsWithout(project: Shelf, year: number): readonly string[] {
  return unitsIn(project).flatMap(({ unit, years }) => (years.includes(year) ? [] : [unit]));
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

/** The nearest folder with data, from `folder` upwards; `folder` itself where there is none. */
export function projectAround(folder: string): string {
  let around = folder;
  while (unitsIn(around).length === 0) {
    if (around === dirname(around)) return folder;
    around = dirname(around);
  }
  return around;
}

/** A unit with the years that there is data of, newest last. */
export interface UnitYears {
  readonly unit: string;
  readonly years: readonly number[];
}

/** Every unit that the project has data of. */
export function unitsIn(project: Shelf): readonly UnitYears[] {
  return unitsWith(project, (unit) => yearsOf(project, unit));
}

function unitsWith(project: Shelf, yearsIn: (unit: string) => readonly number[]): readonly UnitYears[] {
  return namesIn(project, DATA)
    .filter((name) => name !== CODES_OF_BUREAU)
    .map((unit) => ({ unit, years: yearsIn(unit) }))
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

/** Throws a Refusal when the file of the year is there under another name. */
export function refuseMisnamed(project: Shelf, { unit, year }: DataFile): void {
  const found = misnamedIn(project, unit).filter(({ meant }) => meant === year);
  if (found.length > 0) throw new Refusal(found.map(({ name, meant }) => misnamed(unit, name, meant)));
}

interface Misnamed {
  readonly name: string;
  /** the year that it is meant to be of, which has no other file */
  readonly meant: number;
}

function misnamedIn(project: Shelf, unit: string): readonly Misnamed[] {
  const years = yearsOf(project, unit);
  return namesIn(project, `${DATA}/${unit}`).flatMap((name) => {
    const meant = Number(MISNAMED.exec(name)?.[1]);
    return Number.isNaN(meant) || years.includes(meant) ? [] : [{ name, meant }];
  });
}

function misnamed(unit: string, name: string, meant: number): Diagnostic {
  const remedy = `怎么改：改名为 ${meant}.yaml；Windows 可能把扩展名藏起来，先让资源管理器显示扩展名`;
  return unplaced("文件/找不到", `${DATA}/${unit}/${name} 的名字不对，程序不会读它`, remedy);
}

/** More units than this tell nothing at a glance. */
const MOST_LISTED = 20;

function noUnit(unit: string, units: readonly UnitYears[]) {
  const codes = units.map((each) => each.unit);
  const known = few(codes, MOST_LISTED, "、");
  return unplaced(
    "文件/找不到",
    `文件夹 ${DATA} 里没有单位 ${unit} 的数据`,
    units.length > 0 ? `现有的单位：${known}` : `文件夹 ${DATA} 里还没有任何单位的数据`,
    `怎么改：核对单位代码；数据文件应放在 ${DATA}/单位代码/年度.yaml`,
  );
}

function noYear(units: readonly UnitYears[], year: number | undefined) {
  const found = units.map((each) => `${each.unit}：${each.years.join("、")}`);
  const known = few(found, MOST_LISTED, "；", "个", "；");
  return unplaced(
    "文件/找不到",
    year === undefined ? `文件夹 ${DATA} 里没有数据文件` : `没有 ${year} 年的数据文件`,
    units.length > 0 ? `现有的年度：${known}` : `数据文件应放在 ${DATA}/单位代码/年度.yaml`,
    "怎么改：核对年度；或者不写年度，程序取最近的一年",
  );
}

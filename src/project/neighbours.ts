import { type Diagnostic, problem, warning } from "../diagnostic/diagnostic.js";
import type { Shelf } from "../files/bytes.js";
import { groupedBy } from "../model/groups.js";
import { isList, type Path, type Source, textAt, valueAt } from "../model/source.js";
import { type DataFile, dataFile, type UnitYears, unitsIn } from "./data-files.js";
import { type Imprint, readImprint } from "./imprint.js";
import type { FileChanges } from "./watch.js";

/** What a unit's data has in common with those of other units, of its year or, where they have none yet, of the last before. */
export interface Resemblance {
  /** the codes of projects that another unit has as well, by its data */
  readonly codes: readonly (readonly [data: DataFile, codes: readonly string[]])[];
  /** the data with the same duties to the letter */
  readonly duties: readonly DataFile[];
  /** the data of the same year that says it had the same code the year before */
  readonly heirs: readonly DataFile[];
  /** those of the units whose names its duties begin sentences with */
  readonly names: readonly DataFile[];
  /** the data that has most of the words of its projects, where neither codes nor duties say so already */
  readonly projects: readonly DataFile[];
}

/** What the folder says of all its units, for whom asks again and again: a file is looked into once, until it changes. */
export interface Neighbourhood {
  units(): readonly UnitYears[];
  /** as its data has it; empty where only the reader of YAML understands it */
  nameOf(data: DataFile): string;
  likeness(data: DataFile): Resemblance;
  /** that files have been written, or have come or gone */
  forget(changes: FileChanges): void;
}

/** Looks into the files of all units as far as it is asked for. */
export function neighbourhood(project: Shelf): Neighbourhood {
  const imprints = new Map<string, Imprint | undefined>();
  const years = new Map<number, (unit: string) => Resemblance>();
  let listed: readonly UnitYears[] | undefined;
  const units = (): readonly UnitYears[] => {
    listed ??= unitsIn(project);
    return listed;
  };
  const imprintOf = (data: DataFile): Imprint | undefined => {
    if (!imprints.has(data.file)) imprints.set(data.file, readImprint(project, data));
    return imprints.get(data.file);
  };
  return {
    units,
    nameOf: (data) => imprintOf(data)?.name ?? "",
    likeness({ unit, year }) {
      const likeness =
        years.get(year) ?? likenesses(newestUntil(year, units()).flatMap((data) => imprintOf(data) ?? []));
      years.set(year, likeness);
      return likeness(unit);
    },
    forget({ files, areListed }) {
      for (const file of files) imprints.delete(file);
      years.clear();
      if (!areListed) listed = undefined;
    },
  };
}

/** Finds what a unit's data has in common with others, whose files are looked into once for all units of a year. */
export function neighbours(project: Shelf): (data: DataFile) => Resemblance {
  return neighbourhood(project).likeness;
}

/** The data of each unit for a year or, where it has none yet, of the last before. */
function newestUntil(year: number, units: readonly UnitYears[]): readonly DataFile[] {
  return units.flatMap(({ unit, years }) => {
    const last = years.filter((each) => each <= year).at(-1);
    return last === undefined ? [] : [dataFile(unit, last)];
  });
}

/** So short a text says nothing of whose it is. */
const SHORTEST = 8;

function likenesses(imprints: readonly Imprint[]): (unit: string) => Resemblance {
  const byUnit = new Map(imprints.map((each) => [each.data.unit, each]));
  const byName = new Map(imprints.map((each) => [each.name, each]));
  const byDuties = groupedBy(imprints, ({ duties }) => duties);
  const byCode = groupedBy(
    imprints.flatMap((imprint) => [...new Set(imprint.codes)].map((code) => ({ imprint, code }))),
    ({ code }) => code,
  );
  const byLine = byProjectLine(imprints);
  const byFormer = groupedBy(
    imprints.filter(({ former }) => former !== undefined),
    ({ former, data }) => `${former} ${data.year}`,
  );
  const departments = imprints.filter(({ units }) => units.length > 0).map((each) => membersOf(each, byUnit));
  return (unit) => {
    const own = byUnit.get(unit);
    if (!own) return { codes: [], duties: [], heirs: [], names: [], projects: [] };
    const related = new Set(departments.filter((members) => members.has(unit)).flatMap((each) => [...each]));
    const isOther = ({ data, name }: Imprint): boolean =>
      data.unit !== unit &&
      !related.has(data.unit) &&
      !(data.year < own.data.year && (name === own.name || data.unit === own.former));
    const shared = own.codes.flatMap((code) =>
      (byCode.get(code) ?? []).filter(({ imprint }) => isOther(imprint)),
    );
    const same = own.duties.length < SHORTEST ? [] : (byDuties.get(own.duties) ?? []).filter(isOther);
    const known = new Set([...shared.map(({ imprint }) => imprint), ...same]);
    return {
      codes: [...groupedBy(shared, ({ imprint }) => imprint)].map(([{ data }, some]) => [
        data,
        some.map(({ code }) => code),
      ]),
      duties: same.map(({ data }) => data),
      heirs: (byFormer.get(`${own.former} ${own.data.year}`) ?? [])
        .map(({ data }) => data)
        .filter((data) => data.unit !== unit),
      names: namedIn(own, byName)
        .filter(isOther)
        .map(({ data }) => data),
      projects: sharingProjects(own, byLine)
        .filter((each) => isOther(each) && !known.has(each))
        .map(({ data }) => data),
    };
  };
}

/** A line that more units have is the bureau's, for all projects of a kind, and no sign of a copy. */
const MOST_OF_A_LINE = 4;
const FEWEST_LINES = 8;

function byProjectLine(imprints: readonly Imprint[]): ReadonlyMap<string, readonly Imprint[]> {
  const found = new Map<string, Imprint[]>();
  for (const imprint of imprints)
    for (const line of imprint.projectLines) {
      const having = found.get(line) ?? [];
      if (having.length <= MOST_OF_A_LINE) having.push(imprint);
      found.set(line, having);
    }
  return found;
}

/** Those that have more than half of the lines of its projects. */
function sharingProjects(
  { projectLines }: Imprint,
  byLine: ReadonlyMap<string, readonly Imprint[]>,
): readonly Imprint[] {
  if (projectLines.size < FEWEST_LINES) return [];
  const having = [...projectLines].flatMap((line) => {
    const units = byLine.get(line) ?? [];
    return units.length > MOST_OF_A_LINE ? [] : units;
  });
  return [...groupedBy(having, (each) => each).values()]
    .filter(({ length }) => length * 2 > projectLines.size)
    .map(([each]) => each);
}

/** A department and all the units below it. */
function membersOf({ data: { unit } }: Imprint, byUnit: ReadonlyMap<string, Imprint>): ReadonlySet<string> {
  const members = new Set([unit]);
  // a set that grows while it is gone through
  for (const each of members) for (const below of byUnit.get(each)?.units ?? []) members.add(below);
  return members;
}

/** What follows the name of a superior or of a part, not of oneself. */
const OF_OTHERS = /^(?:(?:所属|下属|直属|管理|主管|领导|委托|交办|安排|批准)|的)/;
const LONGEST_NAME = 40;

/** Those of the units whose names stand where a sentence of the duties says who does something. */
function namedIn({ name, duties }: Imprint, byName: ReadonlyMap<string, Imprint>): readonly Imprint[] {
  const found = duties.split(/[。；！？：]/).flatMap((sentence) => {
    const prefixes = Array.from({ length: LONGEST_NAME }, (_, at) => sentence.slice(0, LONGEST_NAME - at));
    const named = prefixes.find((each) => each.length > 3 && byName.has(each));
    if (named === undefined || name.startsWith(named) || OF_OTHERS.test(sentence.slice(named.length)))
      return [];
    return byName.get(named) ?? [];
  });
  return [...new Set(found)];
}

const MOST_NAMED = 6;
const DUTIES_PATH: Path = ["单位", "主要职责"];
const PROJECTS_PATH: Path = ["项目"];
const FORMER_PATH: Path = ["单位", "原代码"];

/** What is wrong or doubtful about data that has so much in common with others. */
export function likenessProblems(file: Source, own: DataFile, likeness: Resemblance): readonly Diagnostic[] {
  const { codes, duties, heirs, names, projects } = likeness;
  const named = (others: readonly DataFile[]): string => {
    const files = others.slice(0, MOST_NAMED).map((each) => each.file);
    return files.join("、") + (others.length > MOST_NAMED ? ` 等 ${others.length} 个文件` : "");
  };
  const doubt = (message: string, remedy: string, place = file.placeOf(DUTIES_PATH)): Diagnostic =>
    warning("数据/别的单位", message, place, `怎么改：${remedy}`);
  return [
    ...codes.flatMap(([other, shared]) => sameCodes(file, own, other, shared)),
    ...(duties.length > 0
      ? [
          doubt(
            `“主要职责”与 ${named(duties)} 里的一字不差`,
            "照本单位的“三定”规定写；几个单位职责本来相同的，不必改",
          ),
        ]
      : []),
    ...(heirs.length > 0
      ? [
          doubt(
            `“原代码”与 ${named(heirs)} 里的相同，上年的数各算了一次`,
            "一个单位的上年只能由一个单位接着：核对“原代码”；拆分成几个单位的，各自删去它，在“上年”里写按现在的口径调整过的数，并写 上年口径: 同口径",
            file.placeOf(FORMER_PATH),
          ),
        ]
      : []),
    ...(projects.length > 0
      ? [
          doubt(
            `项目的名称、绩效目标大半与 ${named(projects)} 里的一字不差`,
            "照本单位批复的项目写；同类项目的绩效目标本来统一的，不必改",
            file.placeOfKey(PROJECTS_PATH),
          ),
        ]
      : []),
    ...names.map((other) =>
      doubt(
        `“主要职责”里的一句话说的是另一个单位，它的数据在 ${named([other])}`,
        "写本单位做什么；确是说那个单位的，不必改",
      ),
    ),
  ];
}

/** Sure within a year; from one year to the next a project may go to another unit. */
function sameCodes(
  file: Source,
  own: DataFile,
  other: DataFile,
  shared: readonly string[],
): readonly Diagnostic[] {
  const projects = valueAt(file.value, ["项目"]);
  const at = isList(projects)
    ? projects.findIndex((each) => shared.includes(textAt(each, ["编码"]).trim()))
    : -1;
  const listed = shared.slice(0, MOST_NAMED).join("、") + (shared.length > MOST_NAMED ? " 等" : "");
  const place = file.placeOf(at < 0 ? ["项目"] : ["项目", at, "编码"]);
  const copied = `说明：多半是照另一个单位的文件改的，项目还没有换成单位 ${own.unit} 自己的`;
  const found = `${shared.length} 个项目的编码在 ${other.file} 里也有`;
  const remedy = "怎么改：照系统里本单位的项目和编码写";
  if (other.year < own.year)
    return [
      warning("数据/别的单位", `${found}：${listed}`, place, copied, `${remedy}；从那个单位转来的，不必改`),
    ];
  return [
    problem(
      "数据/别的单位",
      `${found}，一个编码只能是一个单位的：${listed}`,
      place,
      copied,
      `${remedy}；本单位没有错的，改正另一个文件`,
    ),
  ];
}

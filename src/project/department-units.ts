import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { orElse } from "../diagnostic/refusal.js";
import { readBytes, type Shelf } from "../files/bytes.js";
import type { Source } from "../model/source.js";
import { mayHold } from "../yaml/glance.js";
import type { Mended } from "../yaml/mend.js";
import { readDataYaml } from "../yaml/yaml.js";
import { type DataFile, dataFile, hasDataFile, unitsIn } from "./data-files.js";
import {
  countedAgain,
  isDepartmentItself,
  leadsBack,
  type NamedUnit,
  noSuchUnit,
  onlyOtherYears,
} from "./unit-choice.js";

const UNITS = "汇总单位";

/** A unit's code as the schema wants it: nothing that leads elsewhere. */
const CODE = /^[0-9A-Za-z][0-9A-Za-z-]*$/;

/** How a data file is read: with its slips mended, or refused for them. */
export type ReadData = (file: string) => Mended;

/** The files of a department's units, each once, in order of code, and what is wrong with the choice of them. */
export interface ChosenUnits {
  readonly units: readonly Source[];
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads the files of the units that `file` names for its year, and of those that they name, being departments
 * themselves. A unit that is missing, of another year only, named by several, be it by a department that is not among
 * them, or naming one that it belongs to is a problem, as is a file that cannot be read.
 */
export function readUnits(project: Shelf, data: DataFile, file: Source, read: ReadData): ChosenUnits {
  const problems: Diagnostic[] = [];
  const sources = new Map<string, Source>();
  const counted = new Map<string, NamedUnit>();
  const visit = (department: Source, way: readonly string[]): void => {
    for (const named of namedUnits(department)) {
      const fault = faultOf(project, data, named, way, counted.get(named.code));
      if (fault) {
        problems.push(fault);
        continue;
      }
      counted.set(named.code, named);
      const unit = orElse(
        () => read(dataFile(named.code, data.year).file),
        (found) => void problems.push(...found),
      );
      if (!unit) continue;
      const { source } = unit;
      problems.push(...unit.problems);
      sources.set(named.code, source);
      visit(source, [...way, named.code]);
    }
  };
  visit(file, [data.unit]);
  problems.push(...countedElsewhere(project, data, counted));
  const inOrder = [...sources].sort(([a], [b]) => (a < b ? -1 : 1));
  return { units: inOrder.map(([, source]) => source), problems };
}

/** The units that a department names which is not among them: its disclosure would count them, too. */
function countedElsewhere(
  project: Shelf,
  data: DataFile,
  counted: ReadonlyMap<string, NamedUnit>,
): readonly Diagnostic[] {
  if (counted.size === 0) return [];
  const others = unitsIn(project).filter(
    ({ unit, years }) => unit !== data.unit && !counted.has(unit) && years.includes(data.year),
  );
  return others.flatMap(({ unit }) =>
    unitsNamedIn(project, dataFile(unit, data.year)).flatMap((there) => {
      const here = counted.get(there.code);
      return here ? [countedAgain(here, there)] : [];
    }),
  );
}

/** None where the file cannot be read, which is told when it is built itself. */
function unitsNamedIn(project: Shelf, { file }: DataFile): readonly NamedUnit[] {
  return orElse(() => (namesUnits(project, file) ? namedUnits(readDataYaml(project, file)) : [])) ?? [];
}

/** The data files that a department's disclosure is made of besides its own, by the names of those that are there. */
export function unitFiles(project: Shelf, data: DataFile): readonly string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    for (const code of unitsNamed(project, file)) {
      const unit = dataFile(code, data.year);
      if (unit.file === data.file || found.has(unit.file) || !hasDataFile(project, unit)) continue;
      found.add(unit.file);
      visit(unit.file);
    }
  };
  visit(data.file);
  return [...found];
}

/** The codes of the units that a data file names; throws a Refusal when it cannot be read. */
export function unitsNamed(project: Shelf, file: string): readonly string[] {
  return namesUnits(project, file) ? namedUnits(readDataYaml(project, file)).map(({ code }) => code) : [];
}

/** Most files name no units, and are not worth the time of reading them as YAML. */
function namesUnits(project: Shelf, file: string): boolean {
  return mayHold(readBytes(project, file), UNITS);
}

/** What is no code, or is written twice, is a fault of the file's shape and found there. */
function namedUnits(source: Source): readonly NamedUnit[] {
  const { [UNITS]: written } = source.value as { readonly [UNITS]?: unknown };
  const codes: readonly unknown[] = Array.isArray(written) ? written : [];
  return codes.flatMap((code, index) =>
    typeof code === "string" && CODE.test(code) && codes.indexOf(code) === index
      ? [{ code, source, index, others: codes }]
      : [],
  );
}

function faultOf(
  project: Shelf,
  data: DataFile,
  named: NamedUnit,
  way: readonly string[],
  before: NamedUnit | undefined,
): Diagnostic | undefined {
  if (named.code === way.at(-1)) return isDepartmentItself(named);
  if (way.includes(named.code)) return leadsBack(named, way);
  if (before) return countedAgain(named, before);
  if (hasDataFile(project, dataFile(named.code, data.year))) return undefined;
  const units = unitsIn(project);
  const known = units.find(({ unit }) => unit === named.code);
  return known ? onlyOtherYears(named, data.year, known.years) : noSuchUnit(named, data.year, units);
}

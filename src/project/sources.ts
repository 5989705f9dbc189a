import { type Diagnostic, problem, unplaced } from "../diagnostic/diagnostic.js";
import { Refusal } from "../diagnostic/refusal.js";
import { namesIn, readBytes, type Shelf } from "../files/bytes.js";
import { withoutMark } from "../files/decode.js";
import { readJson } from "../files/text.js";
import type { RecordedText } from "../model/record.js";
import type { Source, TextSource } from "../model/source.js";
import type { Schemas, Sources } from "../model/sources.js";
import { type Mended, readMended } from "../yaml/mend.js";
import { readDataYaml } from "../yaml/yaml.js";
import { codeListFiles, readCodeLists, usedRows } from "./codes.js";
import { type DataFile, refuseMisnamed } from "./data-files.js";
import { type ReadData, readUnits, unitFiles } from "./department-units.js";
import { fileOfLastYear, formerCode, formerCodeIn, formerCodeProblems } from "./former-code.js";
import { misnamedPackFiles, packFiles, readPack, TEMPLATES } from "./pack.js";

const SCHEMAS = "schemas";

/**
 * Reads the data file with its pack (`packName`, or the one that the data names), the files of the units that are
 * consolidated in it, last year's data where there is any, and code lists. Where `mending`, slips of the keyboard are
 * problems, and read as they were meant. `program` is the folder of this program, `project` the officer's. Throws a
 * Refusal.
 */
export function readSources(
  program: Shelf,
  project: Shelf,
  data: DataFile,
  packName?: string,
  mending = false,
): Sources {
  refuseMisnamed(project, data);
  const schema = (): object => readSchema(program, "budget");
  const read: ReadData = mending
    ? (file) => readMended(project, file, schema)
    : (file) => ({ source: readDataYaml(project, file), problems: [] });
  const own = read(data.file);
  const before = fileOfLastYear(project, data, formerCode(own.source));
  const { pack, problems } = choosePack(project, own, packName);
  const year = readYear(program, project, data, own, read);
  const lastYear = before && readYear(program, project, before, read(before.file), read);
  return {
    data: year.sources,
    lastYear: lastYear?.sources,
    pack: readPack(project, pack),
    problems: [
      ...problems,
      ...formerCodeProblems(project, data, own.source),
      ...misnamedPackFiles(project, pack),
      ...year.problems,
      ...(lastYear?.problems ?? []),
    ],
  };
}

function readYear(program: Shelf, project: Shelf, data: DataFile, own: Mended, read: ReadData) {
  const { units, problems } = readUnits(project, data, own.source, read);
  return {
    sources: { own: own.source, units, codes: readCodeLists(program, project, data.year) },
    problems: [...own.problems, ...problems],
  };
}

/** All texts that a disclosure is made from, last year's too; of the code lists, the rows that it can need. */
export function inputsOf(sources: Sources): readonly RecordedText[] {
  const texts = writtenTexts(sources);
  const used = usedRows(
    codeListsOf(sources),
    texts.map(({ text }) => text),
  );
  const files = new Map([...texts, ...used].map((source) => [source.file, source]));
  return [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The officer's files, this year's and last year's, and the pack's. */
export function writtenTexts({ data, lastYear, pack }: Sources): readonly TextSource[] {
  return [
    ...[data, ...(lastYear ? [lastYear] : [])].flatMap(({ own, units }) => [own, ...units]),
    ...[pack.pack, pack.measures, pack.terms, ...pack.tables.values(), ...pack.narrative.values()],
  ];
}

/** The code lists of both years. */
export function codeListsOf({ data, lastYear }: Sources): readonly Source[] {
  const lists = [data, ...(lastYear ? [lastYear] : [])].flatMap(
    ({ codes }) => Object.values(codes) as readonly (Source | undefined)[],
  );
  return lists.flatMap((list) => list ?? []);
}

/** The bytes of all files that a disclosure would be made from with the pack, by their names, none of them looked into. */
export function rawInputs(
  program: Shelf,
  project: Shelf,
  data: DataFile,
  pack: string,
): ReadonlyMap<string, Uint8Array> {
  const before = fileOfLastYear(project, data, formerCodeIn(project, data.file));
  const years = before ? [before, data] : [data];
  const units = years.flatMap((each) => unitFiles(project, each));
  const own = [...years.map(({ file }) => file), ...units, ...packFiles(project, pack)];
  const lists = years.flatMap(({ year }) => codeListFiles(program, project, year));
  const bytesOf = (shelf: Shelf, file: string) => [file, withoutMark(readBytes(shelf, file))] as const;
  return new Map([
    ...own.map((file) => bytesOf(project, file)),
    ...lists.map(({ shelf, file }) => bytesOf(shelf, file)),
  ]);
}

/** The version of the program in `program`. */
export function readVersion(program: Shelf): string {
  const { version } = readJson(program, "package.json") as { readonly version?: unknown };
  return String(version);
}

/** The JSON Schemas of all files, from the program's own folder. */
export function readSchemas(program: Shelf): Schemas {
  const read = (name: string): object => readSchema(program, name);
  return {
    budget: read("budget"),
    codeList: read("code-list"),
    correspondence: read("correspondence"),
    bureauCodes: read("bureau-codes"),
    pack: read("pack"),
    measures: read("measures"),
    table: read("table"),
    terms: read("terms"),
    detailLists: read("detail-lists"),
    record: read("record"),
  };
}

/** The schema of what `--all` leaves for machines. */
export function readBuildReportSchema(program: Shelf): object {
  return readSchema(program, "build-report");
}

function readSchema(program: Shelf, name: string): object {
  return readJson(program, `${SCHEMAS}/${name}.schema.json`);
}

interface ChosenPack {
  readonly pack: string;
  readonly problems: readonly Diagnostic[];
}

/** Where the data names no pack that there is, another serves, so that what else is wrong is found in the same run. */
function choosePack(
  project: Shelf,
  { source: file, problems: told }: Mended,
  wanted: string | undefined,
): ChosenPack {
  const { 版式: written } = file.value as { readonly 版式?: unknown };
  const packs = namesIn(project, TEMPLATES);
  const name = wanted ?? (typeof written === "string" ? written : undefined);
  const [any] = packs;
  if (name !== undefined && packs.includes(name)) return { pack: name, problems: [] };
  const isNamed = name !== undefined;
  const problems = isNamed ? [noPack(name, packs, wanted === undefined ? file : undefined)] : [];
  if (any === undefined && !isNamed) throw new Refusal([...told, noPacks()]);
  if (any === undefined || wanted !== undefined) throw new Refusal([...told, ...problems]);
  return { pack: any, problems };
}

function noPacks(): Diagnostic {
  return unplaced(
    "文件/找不到",
    `文件夹 ${TEMPLATES} 里没有版式`,
    "怎么改：版式是程序自带的：从原来的程序包里恢复 templates 文件夹",
  );
}

function noPack(name: string, packs: readonly string[], file: Source | undefined): Diagnostic {
  return problem(
    "数据/引用",
    `没有叫“${name}”的版式`,
    file?.placeOf(["版式"]),
    packs.length > 0
      ? `文件夹 ${TEMPLATES} 里现有的版式：${packs.join("、")}`
      : `文件夹 ${TEMPLATES} 里没有版式`,
    "怎么改：在数据的“版式”里写一个现有的名字；版式是程序自带的，没有了就从原来的程序包里恢复",
  );
}

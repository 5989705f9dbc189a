import { type Diagnostic, unplaced } from "../../diagnostic/diagnostic.js";
import { collectRefusals, Refusal } from "../../diagnostic/refusal.js";
import { type Identity, identityOf } from "../../import/identity.js";
import { UNIT_KINDS, type UnitKind } from "../../model/budget.js";
import { few } from "../../model/groups.js";
import type { Recovered } from "../../model/recovered.js";
import { type Plain, type Source, textAt } from "../../model/source.js";
import { type DataFile, dataFile, hasDataFile, unitsIn } from "../../project/data-files.js";
import { folded } from "../../text/fold.js";
import { readDataYaml } from "../../yaml/yaml.js";

/** What is asked for of the unit and the year that files are of. */
interface Wanted {
  readonly unit: string | undefined;
  readonly year: number | undefined;
  readonly pack: string | undefined;
}

/** Which data the files are taken into, and what is known of its unit. */
export interface ImportTarget {
  readonly data: DataFile;
  readonly pack: string;
  readonly unit: { readonly code: string; readonly name: string | undefined };
  /** the data that is there */
  readonly source: Source | undefined;
  /** that of another year of the unit */
  readonly before: Source | undefined;
}

const USUAL_PACK = "henan";

/** The unit and the year that are asked for, or else the only ones that the files name. Throws a Refusal. */
export function targetOf(order: Wanted, recovered: readonly Recovered[], project: string): ImportTarget {
  const identities = recovered.map((each) => ({ file: each.file, ...identityOf(each) }));
  const [code, year] = collectRefusals(
    () => order.unit ?? onlyUnit(identities, project),
    () => order.year ?? onlyYear(identities),
  );
  const data = dataFile(code, year);
  const own = hasDataFile(project, data) ? readDataYaml(project, data.file) : undefined;
  const before = own ? undefined : latestOf(code, project);
  const source = own ?? before;
  const named = identities.map(({ codes }) => codes.get(code)).find((name) => name !== undefined);
  const [only, ...others] = new Set(identities.flatMap(({ names }) => names));
  const name = source
    ? textAt(source.value, ["单位", "名称"])
    : (named ?? (others.length === 0 ? only : undefined));
  const listed = [...new Set(identities.flatMap((each) => each.listed))];
  if (name === undefined && listed.length > 1) throw new Refusal([namelessAmong(listed, code)]);
  const foreign = identities.flatMap((each) =>
    foreignTo(each, { codes: codesIn(code, source), name: source && name, year }),
  );
  if (foreign.length > 0) throw new Refusal(foreign);
  const pack = order.pack ?? (source ? textAt(source.value, ["版式"]) : USUAL_PACK);
  return { data, pack, unit: { code, name }, source: own, before };
}

/** Lists tell units apart by names, and nobody says which of them is that of the code. */
function namelessAmong(listed: readonly string[], code: string): Diagnostic {
  return unplaced(
    "导入/不知哪个",
    `文件里有几个单位：${few(listed, 10)}，看不出哪一个的代码是 ${code}`,
    `怎么改：先运行 npm run new-unit -- --unit ${code} --name 单位的名称 …，建好数据，再导入`,
  );
}

/** What a new file says of its unit. */
export function unitFacts(
  { unit: { code, name } }: ImportTarget,
  kind: string | undefined,
): { readonly [key: string]: Plain } {
  return { 代码: code, ...(name !== undefined && { 名称: name }), ...(kind !== undefined && { 性质: kind }) };
}

export function kindIn(source: Source | undefined): UnitKind | undefined {
  const kind = source && textAt(source.value, ["单位", "性质"]);
  return UNIT_KINDS.find((each) => each === kind);
}

function latestOf(code: string, project: string): Source | undefined {
  const year = unitsIn(project)
    .find(({ unit }) => unit === code)
    ?.years.at(-1);
  return year === undefined ? undefined : readDataYaml(project, dataFile(code, year).file);
}

type FileIdentity = Identity & { readonly file: string };

function onlyUnit(identities: readonly FileIdentity[], project: string): string {
  const codes = [...new Set(identities.flatMap(({ codes }) => [...codes.keys()]))];
  const known = unitsIn(project);
  const [only, ...others] = codes;
  if (only !== undefined && others.length === 0) return only;
  const [single, ...more] = known;
  if (only === undefined && single && more.length === 0) return single.unit;
  throw new Refusal([
    unplaced(
      "导入/不知哪个",
      codes.length > 0 ? `文件里有几个单位：${few(codes, 10)}` : "文件里没有单位的代码，看不出是哪个单位的",
      "怎么改：写 --unit 单位代码，例如 --unit 403008",
    ),
  ]);
}

function onlyYear(identities: readonly FileIdentity[]): number {
  const years = new Set(identities.flatMap(({ years }) => years.slice(0, 1)));
  const latest = Math.max(...years);
  if (years.size > 0 && Math.min(...years) >= latest - 1) return latest;
  throw new Refusal([
    unplaced(
      "导入/不知哪个",
      years.size > 0
        ? `文件是几年的：${[...years].join("、")}`
        : "文件的名称和表题里没有年度，看不出是哪一年的",
      "怎么改：写 --year 年度，例如 --year 2024",
    ),
  ]);
}

/** A file that says that it is another unit's, or of a later year or one long past. */
function foreignTo(
  { file, codes, names, years: [year] }: FileIdentity,
  own: { readonly codes: readonly string[]; readonly name: string | undefined; readonly year: number },
): readonly Diagnostic[] {
  const remedy = "怎么改：核对是不是选错了文件；单位、年度写错了的，改 --unit、--year";
  const isOtherCode = codes.size > 0 && ![...codes.keys()].some((code) => isWithin(code, own.codes));
  const isOtherName =
    names.length > 0 && own.name !== undefined && !names.some((name) => isSameName(name, own.name));
  const says = [...codes].map(([code, name = ""]) => `${code} ${name}`.trim());
  const unit = isOtherCode ? few(says, 3) : isOtherName ? few(names, 3) : undefined;
  return [
    ...(unit === undefined
      ? []
      : [
          unplaced(
            "导入/不是这一份",
            `${file} 是“${unit}”的，不是“${`${own.codes[0]} ${own.name ?? ""}`.trim()}”的`,
            remedy,
          ),
        ]),
    ...(year === undefined || year === own.year || year === own.year - 1
      ? []
      : [unplaced("导入/不是这一份", `${file} 是 ${year} 年的，不是 ${own.year} 年的`, remedy)]),
  ];
}

/** The codes that a unit goes by: its own, and the one that it had before. */
function codesIn(code: string, source: Source | undefined): readonly string[] {
  const former = source && textAt(source.value, ["单位", "原代码"]);
  return [code, ...(former ? [former] : [])];
}

/** A department's lists name its units, whose codes begin with its own. */
function isWithin(code: string, own: readonly string[]): boolean {
  return own.some((each) => code.startsWith(each));
}

/** A name may be shortened, or have what is above the unit before it. */
function isSameName(one: string, other = ""): boolean {
  const [a, b] = [folded(one), folded(other)];
  return a.includes(b) || b.includes(a);
}

/** The files that say that they are of the year, or nothing else. */
export function documentsOf(
  recovered: readonly Recovered[],
  year: number,
  { data }: Pick<ImportTarget, "data">,
): readonly Recovered[] {
  return recovered.filter((each) => (identityOf(each).years[0] ?? data.year) === year);
}

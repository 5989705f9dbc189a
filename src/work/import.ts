import { type Diagnostic, unplaced, warning } from "../diagnostic/diagnostic.js";
import { collectRefusals, orElseLater, Refusal } from "../diagnostic/refusal.js";
import { recover } from "../extract/recover/recover.js";
import { readGivenDocument } from "../files/given.js";
import { type DetailResult, type GivenTable, readDetail } from "../import/detail/detail.js";
import { detailNotes, questionsOf } from "../import/detail/tell.js";
import { type DetailWords, detailWords } from "../import/detail/words.js";
import { type Identity, identityOf } from "../import/identity.js";
import { proseFacts } from "../import/prose.js";
import { type CodeLists, UNIT_KINDS } from "../model/budget.js";
import { few } from "../model/groups.js";
import type { Pack } from "../model/pack/pack.js";
import type { ColumnSpec, TableSpec } from "../model/pack/table-spec.js";
import type { Recovered, RecoveredTable } from "../model/recovered.js";
import { type Plain, type Source, textAt } from "../model/source.js";
import { readCodeLists } from "../project/codes.js";
import { type DataFile, dataFile, hasDataFile, unitsIn } from "../project/data-files.js";
import { readPack } from "../project/pack.js";
import { folded } from "../text/fold.js";
import { validateCodeLists } from "../validate/budget/code-lists.js";
import { validatePack } from "../validate/pack/pack.js";
import { readSharedYaml } from "../yaml/shared.js";
import { readDataYaml } from "../yaml/yaml.js";
import type { Setting } from "./build.js";
import { type Disagreed, type ImportedData, writeImported } from "./import-data.js";

/** Which files to take in, and into which data. */
export interface ImportOrder {
  readonly files: readonly string[];
  readonly unit: string | undefined;
  readonly year: number | undefined;
  readonly pack: string | undefined;
}

/** What was taken in, and what there is to be told of it. */
export interface Imported {
  readonly data: DataFile;
  readonly isNew: boolean;
  /** what was taken of the files, in words */
  readonly taken: readonly string[];
  readonly disagreements: readonly Disagreed[];
  /** what nobody but the officer knows */
  readonly questions: readonly string[];
  /** how many amounts were given, and how many of them were taken */
  readonly amounts: { readonly taken: number; readonly given: number };
  /** where it stands what each amount was read from */
  readonly origins: string | undefined;
  readonly warnings: readonly Diagnostic[];
}

const WORDS = "schemas/detail-lists.yaml";

/**
 * Takes what files of one unit say into its data: detail lists become the ledger, exactly. Throws a Refusal with all that is
 * wrong with them, and writes nothing.
 */
export async function importFiles(order: ImportOrder, setting: Setting): Promise<Imported> {
  const { program, project, step } = setting;
  const recovered = await step("读取", few(order.files, 3), () => recoverAll(order.files, setting));
  const words = detailWords(readSharedYaml(program.folder, WORDS).value);
  const target = targetOf(order, recovered, project);
  const { data, pack: packName, source } = target;
  const codes = validateCodeLists(readCodeLists(program.folder, project, data.year), program.schemas);
  const pack = validatePack(readPack(project, packName), program.schemas, codes);
  const reading = { words, codes, pack, data, unit: target.unit };
  const { kind, detail } = await step("认表", data.file, () =>
    readLists(recovered, reading, kindIn(source) ?? kindIn(target.before)),
  );
  const prose = proseOf(recovered, pack);
  const unit = { ...(source ? {} : unitFacts(target, kind)), ...(prose.given.单位 as object | undefined) };
  const given = { ...prose.given, ...(Object.keys(unit).length > 0 && { 单位: unit }), ...detail.given };
  const named = namesOf(detail, codes);
  const all = Object.keys(named).length > 0 ? { ...given, 科目名称: named } : given;
  if (detail.origins.length === 0 && prose.says.length === 0)
    throw new Refusal([nothing(order.files, detail)]);
  const written = await step("写出", data.file, () =>
    writeImported({ data, pack: packName, given: all, origins: detail.origins, source }, setting),
  );
  return told(written, detail, prose, recovered, target);
}

/** All files are read before anything is said: what is wrong with them is told together. */
async function recoverAll(files: readonly string[], setting: Setting): Promise<readonly Recovered[]> {
  const folder = setting.given ?? setting.project;
  const refused: Diagnostic[] = [];
  const keep = (found: readonly Diagnostic[]): undefined => {
    refused.push(...found);
    return undefined;
  };
  const read: Recovered[] = [];
  for (const file of new Set(files)) {
    const recovered = await orElseLater(async () => recover(readGivenDocument(folder, file)), keep);
    if (recovered) read.push(recovered);
  }
  if (refused.length > 0) throw new Refusal(refused);
  return read;
}

/** Which data the files are taken into, and what is known of its unit. */
interface Target {
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
function targetOf(order: ImportOrder, recovered: readonly Recovered[], project: string): Target {
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
  const foreign = identities.flatMap((each) => foreignTo(each, { code, name: source && name, year }));
  if (foreign.length > 0) throw new Refusal(foreign);
  const pack = order.pack ?? (source ? textAt(source.value, ["版式"]) : USUAL_PACK);
  return { data, pack, unit: { code, name }, source: own, before };
}

/** What a new file says of its unit. */
function unitFacts(
  { unit: { code, name } }: Target,
  kind: string | undefined,
): { readonly [key: string]: Plain } {
  return { 代码: code, ...(name !== undefined && { 名称: name }), ...(kind !== undefined && { 性质: kind }) };
}

function kindIn(source: Source | undefined): string | undefined {
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
  own: { readonly code: string; readonly name: string | undefined; readonly year: number },
): readonly Diagnostic[] {
  const remedy = "怎么改：核对是不是选错了文件；单位、年度写错了的，改 --unit、--year";
  const isOtherCode = codes.size > 0 && !codes.has(own.code);
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
            `${file} 是“${unit}”的，不是“${`${own.code} ${own.name ?? ""}`.trim()}”的`,
            remedy,
          ),
        ]),
    ...(year === undefined || year === own.year || year === own.year - 1
      ? []
      : [unplaced("导入/不是这一份", `${file} 是 ${year} 年的，不是 ${own.year} 年的`, remedy)]),
  ];
}

/** A name may be shortened, or have what is above the unit before it. */
function isSameName(one: string, other = ""): boolean {
  const [a, b] = [folded(one), folded(other)];
  return a.includes(b) || b.includes(a);
}

interface Reading {
  readonly words: DetailWords;
  readonly codes: CodeLists;
  readonly pack: Pack;
  readonly data: DataFile;
  readonly unit: Target["unit"];
}

interface ReadLists {
  readonly detail: DetailResult;
  /** what the unit is, as far as it is known or the codes of the lists say it */
  readonly kind: string | undefined;
}

/** What the lists of the year say; hidden sheets are left, and what the format prints itself is no list. */
function readLists(recovered: readonly Recovered[], reading: Reading, known: string | undefined): ReadLists {
  const { words, codes, pack, data, unit } = reading;
  const titles = [...pack.tables.values()].map(({ title }) => plainTitle(title.text));
  const tables = recovered.flatMap((each) => {
    const isOfYear = (identityOf(each).years[0] ?? data.year) === data.year;
    return isOfYear ? each.tables.map((table): GivenTable => ({ file: each.file, table })) : [];
  });
  const seen = tables.filter(({ table }) => !isHidden(table) && !isPrinted(table, titles));
  const context = {
    ...{ words, codes, unit },
    year: data.year,
    assetKinds: pack.assets ?? [],
    hasSecondLevel: [...pack.tables.values()].some(showsSecondLevel),
  };
  const readAs = (kind: string): ReadLists => ({
    kind,
    detail: readDetail(seen, { ...context, unitKind: kind }),
  });
  if (known !== undefined) return readAs(known);
  // the government codes of a list go with the departmental ones as they do in units of its kind
  const [institution, agency] = [readAs("事业单位"), readAs("行政单位")];
  const uneven = ({ detail }: ReadLists): number =>
    detail.lists.reduce(
      (sum, { lines }) => sum + lines.filter(({ 政府经济科目: code }) => code !== undefined).length,
      0,
    );
  if (uneven(institution) < uneven(agency)) return institution;
  return { ...agency, kind: undefined };
}

/** Whether a table shows indicators between those of the first and the third level. */
function showsSecondLevel(spec: TableSpec): boolean {
  if (spec.layout === "targets") return leavesOf(spec.columns).some(({ text }) => text === SECOND_LEVEL);
  if (spec.layout !== "form") return false;
  const lines = spec.rows.flatMap(({ cells = [], rows = [] }) => [
    ...cells,
    ...rows.flatMap((line) => line.cells),
  ]);
  return lines.some(({ text }) => text === SECOND_LEVEL);
}

const SECOND_LEVEL = "二级指标";

function leavesOf(columns: readonly ColumnSpec[]): readonly ColumnSpec[] {
  return columns.flatMap((column) => (column.children ? leavesOf(column.children) : [column]));
}

function isHidden({ rows }: RecoveredTable): boolean {
  return rows.every((row) => row.every(({ hidden, text }) => hidden === true || text === ""));
}

function isPrinted({ name, above }: RecoveredTable, titles: readonly string[]): boolean {
  return [name, ...above].some((words) => titles.includes(plainTitle(words)));
}

function plainTitle(text: string): string {
  return folded(text).replace(/^.*?\d{4}年度?|\{\{[^}]*\}\}/gu, "");
}

/** Prose of the year, in the shape of the data. */
function proseOf(recovered: readonly Recovered[], pack: Pack) {
  const paragraphs = recovered.flatMap(({ file, paragraphs }) =>
    paragraphs.map(({ text, where }) => ({ text, where: `${file} ${where}` })),
  );
  const { duties, offices, officesWhere, reasons } = proseFacts(paragraphs, [...pack.measures.keys()]);
  const texts = duties.map(({ text }) => text);
  const unit = {
    ...(texts.length > 0 && {
      主要职责: texts.length === 1 ? (texts[0] ?? "").replace(/。$/u, "") : `${texts.join("\n")}\n`,
    }),
    ...(offices.length > 0 && { 内设机构: offices }),
  };
  const why = [...reasons].map(([name, { text }]) => [name, text]);
  return {
    given: {
      ...(Object.keys(unit).length > 0 && { 单位: unit as Plain }),
      ...(why.length > 0 && { 原因: Object.fromEntries(why) as Plain }),
    },
    says: [
      ...(texts.length > 0 ? [`主要职责 ${texts.length} 段（${duties[0]?.where}），原样取的，请读一遍`] : []),
      ...(offices.length > 0 ? [`内设机构 ${offices.length} 个（${officesWhere}）`] : []),
      ...(why.length > 0 ? [`增减的原因 ${why.length} 条，原样取的，请读一遍`] : []),
    ],
  };
}

/** The names of codes that no list has and whose parents one has: the data may say them itself. */
function namesOf(
  { notes }: DetailResult,
  { functional, departmental, governmental }: CodeLists,
): Readonly<Record<string, string>> {
  const named = notes.flatMap(({ kind, words }) => (kind === "代码" ? [words.split(" ")] : []));
  const isKnown = (code: string): boolean =>
    [functional, departmental, governmental].some((list) => list.has(code));
  return Object.fromEntries(
    named.flatMap(([code = "", name]) =>
      name !== undefined && isKnown(code.slice(0, -2)) ? [[code, name]] : [],
    ),
  );
}

function nothing(files: readonly string[], { others }: DetailResult): Diagnostic {
  const heads = others.map(({ file, table }) => `${file} ${table.name}`.trim());
  return unplaced(
    "导入/没有",
    `${few(files, 3)} 里没有能取的：没有明细表，也没有单位职责`,
    ...(heads.length > 0 ? [`认不出的表：${few(heads, 5)}`] : []),
    "怎么改：导出带功能科目、经济科目、资金来源、金额的明细表，再导入；列的叫法见 schemas/detail-lists.yaml",
  );
}

/** No more than an officer answers at one sitting. */
const MOST_QUESTIONS = 5;

function told(
  written: ImportedData,
  detail: DetailResult,
  { says }: ReturnType<typeof proseOf>,
  recovered: readonly Recovered[],
  { data, source }: Target,
): Imported {
  const lists = detail.lists.filter(({ repeats }) => repeats === undefined);
  const taken = lists.map((list) => {
    const count = list.lines.length || list.taken.size;
    return `${list.file}${list.table.name === "" ? "" : ` “${list.table.name}”`}：${list.kind}明细 ${count} 行`;
  });
  const lost = lists.reduce((sum, { wrongSums, unfit }) => sum + wrongSums.length + unfit.length, 0);
  const unseen = recovered.flatMap(({ file, remarks }) =>
    remarks.map((each) => warning("导入/看不见", `${file} ${each}`)),
  );
  return {
    data,
    isNew: source === undefined,
    taken: [...taken, ...says],
    disagreements: written.disagreements,
    questions: questionsOf(detail).slice(0, MOST_QUESTIONS),
    amounts: { taken: detail.origins.length, given: detail.origins.length + lost },
    origins: written.origins,
    warnings: [...unseen, ...detailNotes(detail)],
  };
}

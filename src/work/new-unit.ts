import { type Diagnostic, unplaced } from "../diagnostic/diagnostic.js";
import { collectRefusals, orElse, Refusal } from "../diagnostic/refusal.js";
import { namesIn, readBytes } from "../files/bytes.js";
import { alreadyThere, writeNew } from "../files/write/new-file.js";
import { GAP } from "../model/gap.js";
import { type Path, type Plain, type Source, textAt } from "../model/source.js";
import { readCodeLists } from "../project/codes.js";
import { type DataFile, dataFile, hasDataFile, refuseMisnamed, unitsIn } from "../project/data-files.js";
import { unitsNamed } from "../project/department-units.js";
import { fileOfLastYear, formerCodeProblems } from "../project/former-code.js";
import { nameWritten } from "../project/imprint.js";
import { readPack, TEMPLATES } from "../project/pack.js";
import { budgetProblems } from "../validate/budget/budget.js";
import { validateCodeLists } from "../validate/budget/code-lists.js";
import { checkDocumentCodes } from "../validate/budget/document-codes.js";
import { dataForms, headProblems } from "../validate/data-form.js";
import { checkPackYear } from "../validate/disclosure.js";
import { validatePack } from "../validate/pack/pack.js";
import { wordBehind } from "../yaml/glance.js";
import { readYamlText } from "../yaml/yaml.js";
import type { Setting } from "./build.js";
import { newDataText } from "./new-data.js";

/** Which unit to begin with, as far as it could be read; what could not is told already. */
export interface NewUnitOrder {
  readonly unit: string | undefined;
  readonly name: string | undefined;
  readonly kind: string | undefined;
  readonly year: number | undefined;
  readonly pack: string | undefined;
  readonly department: boolean;
  /** the code that it had the year before, where that was another one */
  readonly oldCode: string | undefined;
  /** what is wrong with the command, to be told together with what is wrong with its unit */
  readonly wrong: readonly Diagnostic[];
}

/** The data that a unit has begun with. */
export interface BegunUnit {
  readonly data: DataFile;
  readonly pack: string;
  /** the file of the year before, if there is one, from which last year's figures are taken */
  readonly before: DataFile | undefined;
  /** what is to be filled in, each a problem as a check tells it */
  readonly gaps: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * Writes the first data file of a unit: all that its format asks, to be filled in, and nothing of any other unit. Throws
 * a Refusal with all that is wrong with the order, and writes nothing, where there is such a file already.
 */
export async function newUnit(order: NewUnitOrder, setting: Setting): Promise<BegunUnit> {
  const { project, program, step } = setting;
  const { data, pack, given } = known(order, setting);
  const remark = (path: Path) => nameOfUnit(project, data, given, path);
  const text = await step("新建", data.file, () => newDataText({ data, pack, given, remark }, setting));
  const file = readYamlText(data.file, text);
  const codes = validateCodeLists(readCodeLists(program.folder, project, data.year), program.schemas);
  const { schema } = dataForms({ pack: readPack(project, pack) }, program.schemas).year;
  const found = [...budgetProblems(file, schema, codes), ...checkDocumentCodes([file], codes)];
  await step("写出", data.file, () =>
    writeNew(project, data.file, new TextEncoder().encode(text), howToGoOn(data)),
  );
  return {
    ...{ data, pack },
    before: fileOfLastYear(project, data, order.oldCode),
    gaps: found.filter(({ code }) => code === "数据/待填"),
    warnings: found.filter(({ code }) => code !== "数据/待填"),
  };
}

interface KnownUnit {
  readonly data: DataFile;
  readonly pack: string;
  readonly given: { readonly [key: string]: Plain };
}

/** The unit that is ordered; throws a Refusal with all that is wrong with the order. */
function known(order: NewUnitOrder, setting: Setting): KnownUnit {
  const { unit, year, name, kind } = order;
  const { project } = setting;
  const [, , , pack] = collectRefusals(
    () => refuse(order.wrong),
    () => refuse(headFaults(order, setting)),
    () => unit !== undefined && year !== undefined && refuseTaken(project, dataFile(unit, year)),
    () => chosenPack(order, setting),
  );
  if (unit === undefined || year === undefined || name === undefined || kind === undefined)
    throw new Error("an option is missing, and nothing has told it");
  const data = dataFile(unit, year);
  const units = order.department ? { 汇总单位: unitsBelow(project, data) } : {};
  const code = { 代码: unit, ...(order.oldCode !== undefined && { 原代码: order.oldCode }) };
  return { data, pack, given: { 单位: { ...code, 名称: name, 性质: kind }, ...units } };
}

function refuse(found: readonly Diagnostic[]): void {
  if (found.length > 0) throw new Refusal(found);
}

function headFaults(order: NewUnitOrder, { project, program }: Setting): readonly Diagnostic[] {
  const head = headOf(order);
  const { unit, year } = order;
  const former =
    unit === undefined || year === undefined ? [] : formerCodeProblems(project, dataFile(unit, year), head);
  return [
    ...headProblems(head, program.schemas),
    ...former.filter(({ severity }) => severity === "错误"),
  ].map(ofCommand);
}

/** What was ordered, as a data file says it. */
function headOf({ unit, name, kind, year, oldCode }: NewUnitOrder): Source {
  const said = (value: unknown, key: string) => (value === undefined ? {} : { [key]: value });
  const own = {
    ...said(unit, "代码"),
    ...said(oldCode, "原代码"),
    ...said(name, "名称"),
    ...said(kind, "性质"),
  };
  return readYamlText("", JSON.stringify({ ...said(year?.toString(), "年度"), 单位: own }));
}

/** What is written on a command line has no place in a file. */
function ofCommand({ place: _, ...found }: Diagnostic): Diagnostic {
  return { ...found, code: "命令/用法" };
}

function refuseTaken(project: string, data: DataFile): void {
  refuseMisnamed(project, data);
  if (hasDataFile(project, data)) throw new Refusal([alreadyThere(data.file, howToGoOn(data))]);
}

function howToGoOn({ unit, year }: DataFile): readonly string[] {
  return [
    `怎么改：接着填它；还有哪些没有填，运行 npm run check -- --unit ${unit} --year ${year}`,
    "要从头再做的，先把它移走或改名，再运行一次",
  ];
}

/** The format that is ordered, or else the one that all data of the project has, or the only one; it has to be of the year. */
function chosenPack(order: NewUnitOrder, { project, program }: Setting): string {
  const packs = namesIn(project, TEMPLATES);
  const name = order.pack ?? onlyOne(usedPacks(project)) ?? onlyOne(packs);
  if (name === undefined || !packs.includes(name)) throw new Refusal([noPack(name, packs)]);
  const { year } = order;
  if (year === undefined) return name;
  const codes = validateCodeLists(readCodeLists(program.folder, project, year), program.schemas);
  const pack = validatePack(readPack(project, name), program.schemas, codes);
  refuse(checkPackYear(headOf(order), year, { ...pack, name }).map(ofCommand));
  return name;
}

function usedPacks(project: string): readonly string[] {
  return unitsIn(project).flatMap(({ unit, years }) => {
    const text = orElse(() => textOf(project, dataFile(unit, years.at(-1) ?? 0)));
    return (text && wordBehind(text, "版式")) ?? [];
  });
}

function textOf(project: string, { file }: DataFile): string {
  return Buffer.from(readBytes(project, file)).toString("utf8");
}

function onlyOne(names: readonly string[]): string | undefined {
  const [only, ...others] = new Set(names);
  return others.length === 0 ? only : undefined;
}

function noPack(name: string | undefined, packs: readonly string[]): Diagnostic {
  const known = `文件夹 ${TEMPLATES} 里现有的版式：${packs.join("、")}`;
  return name === undefined
    ? unplaced(
        "命令/用法",
        "没有写用哪个版式",
        known,
        `怎么改：写 --pack 版式，例如 --pack ${packs[0] ?? "henan"}`,
      )
    : unplaced(
        "文件/找不到",
        `没有叫“${name}”的版式`,
        known,
        "怎么改：写现有的一个；要做新的，运行 npm run new-pack",
      );
}

/** The units of a department, as codes are made up: of the year, not in another department of these; a gap where there are none. */
function unitsBelow(project: string, { unit, year }: DataFile): Plain {
  const below = unitsIn(project)
    .filter((each) => each.unit !== unit && each.unit.startsWith(unit) && each.years.includes(year))
    .map((each) => each.unit);
  const ofOthers = new Set(below.flatMap((each) => unitsNamed(project, dataFile(each, year).file)));
  const own = below.filter((each) => !ofOthers.has(each));
  return own.length === 0 ? GAP : own;
}

/** What a unit of a department is called, behind its code. */
function nameOfUnit(project: string, { year }: DataFile, given: Plain, path: Path): string | undefined {
  if (path[0] !== "汇总单位" || path.length !== 2) return undefined;
  return nameWritten(textOf(project, dataFile(textAt(given, path), year))) || undefined;
}

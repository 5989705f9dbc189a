import type { Place } from "../../diagnostic/diagnostic.js";
import { writeNew } from "../../files/write/new-file.js";
import { writeOutputs } from "../../files/write/output.js";
import type { AmountOrigin } from "../../import/detail/detail-facts.js";
import { type Path, type Plain, type Source, textAt, valueAt } from "../../model/source.js";
import { readCodeLists } from "../../project/codes.js";
import type { DataFile } from "../../project/data-files.js";
import { readPack } from "../../project/pack.js";
import { type Disagreement, takeIn } from "../../renew/take-in.js";
import { folded } from "../../text/fold.js";
import { validateCodeLists } from "../../validate/budget/code-lists.js";
import { newData } from "../../validate/data-form.js";
import type { Setting } from "../build.js";
import { codeRemark, newDataText } from "../new-data.js";

export interface Disagreed extends Disagreement {
  readonly place: Place;
}

/** What was written of imported facts. */
export interface ImportedData {
  readonly disagreements: readonly Disagreed[];
  /** the file that says what each amount was read from */
  readonly origins: string | undefined;
}

export interface DataOrder {
  readonly data: DataFile;
  readonly pack: string;
  readonly given: { readonly [key: string]: Plain };
  readonly origins: readonly AmountOrigin[];
  /** the data that is there already */
  readonly source: Source | undefined;
}

/** Writes facts into the data of a unit, or into a new file, and beside it what each amount was read from. Throws a Refusal. */
export function writeImported(order: DataOrder, setting: Pick<Setting, "program" | "project">): ImportedData {
  const { data, pack, given, source } = order;
  const { program, project } = setting;
  const origins = { file: originsFile(data), bytes: new TextEncoder().encode(originsText(order)) };
  if (!source) {
    const text = newDataText({ data, pack, given }, setting);
    writeNew(project, data.file, new TextEncoder().encode(text), []);
    writeOutputs(project, [origins]);
    return { disagreements: [], origins: origins.file };
  }
  const codes = validateCodeLists(readCodeLists(program.folder, project, data.year), program.schemas);
  const remark = (value: Plain, path: Path): string | undefined => codeRemark(value, path, codes);
  const { text, disagreements } = takeIn(source, withRoom(order, setting), remark, folded);
  const bytes = new TextEncoder().encode(text);
  writeOutputs(project, [...(text === source.text ? [] : [{ file: data.file, bytes }]), origins]);
  const placed = disagreements.map((each) => ({ ...each, place: source.placeOf(each.path) }));
  return { disagreements: placed, origins: origins.file };
}

/** What is given, its projects with room for all else that the format asks of a project. */
function withRoom(
  { data, pack, given }: DataOrder,
  { program, project }: Pick<Setting, "program" | "project">,
): DataOrder["given"] {
  if (given.项目 === undefined) return given;
  const known = { 版式: pack, 年度: String(data.year), ...given };
  const { value } = newData(readPack(project, pack).pack, program.schemas, known);
  return { ...given, 项目: valueAt(value, ["项目"]) ?? given.项目 };
}

/** Beside the data, under a name that is no year's file: what each amount was read from. */
export function originsFile({ file }: DataFile): string {
  return file.replace(/\.yaml$/, ".来源.json");
}

function originsText({ given, origins }: DataOrder): string {
  const entries = origins.map(({ path, where }) => ({
    在: sectionOf(given, path),
    行: rowOf(given, path),
    金额: textAt(given, path),
    出处: where,
  }));
  const says =
    "由 npm run import 写出：数据里的每个金额是从哪个文件的哪一格读来的。只供核对，不参与生成，可以删。";
  return `${JSON.stringify({ 说明: says, 金额: entries }, null, 1)}\n`;
}

function sectionOf(given: Plain, [section, index]: Path): string {
  if (section !== "项目" || index === undefined) return String(section);
  return `项目 ${textAt(given, [section, index, "名称"])}`;
}

/** What tells the row of an amount from others. */
function rowOf(given: Plain, path: Path): string {
  const row = valueAt(given, path.slice(0, -1));
  if (typeof row !== "object") return String(path.at(-1));
  return Object.entries(row)
    .filter(([key]) => key !== "金额")
    .map(([, value]) => String(value))
    .join(" ");
}

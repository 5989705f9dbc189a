import { type Diagnostic, unplaced } from "../diagnostic/diagnostic.js";
import { collectRefusals, Refusal } from "../diagnostic/refusal.js";
import { namesIn, type Shelf } from "../files/bytes.js";
import type { CodeListSources } from "../model/budget.js";
import { type RecordedText, sha256 } from "../model/record.js";
import { isList, type Path, type Plain, type Source, textsIn, withValue } from "../model/source.js";
import { readSharedYaml } from "../yaml/shared.js";
import { CODES_OF_BUREAU } from "./data-files.js";

export const CODE_LISTS = "schemas/codes";
/** The officer's own, beside her data: no new version of the program writes there. */
export const BUREAU_LISTS = `data/${CODES_OF_BUREAU}`;

const LISTS = ["功能科目", "部门经济科目", "政府经济科目", "经济科目对应"];

/** A file that the code lists stand in, and where it is read from. */
export interface CodeListFile {
  readonly shelf: Shelf;
  readonly file: string;
}

/** The program's lists, and the newest of the bureau's that is not later than the year. */
export function codeListFiles(program: Shelf, project: Shelf, year: number): readonly CodeListFile[] {
  const folder = folderOfLists(program, year);
  const bureau = yearsIn(project, BUREAU_LISTS, /^(\d{4})\.yaml$/).findLast((each) => each <= year);
  return [
    ...LISTS.map((name) => ({ shelf: program, file: `${folder}/${name}.yaml` })),
    ...(bureau === undefined ? [] : [{ shelf: project, file: bureauListFile(bureau) }]),
  ];
}

/** The file of the bureau's list of a year. */
export function bureauListFile(year: number): string {
  return `${BUREAU_LISTS}/${year}.yaml`;
}

/** The code lists for a budget of `year`, the program's and those of the officer's bureau. Throws a Refusal. */
export function readCodeLists(program: Shelf, project: Shelf, year: number): CodeListSources {
  const [functional, departmental, governmental, correspondence, bureau] = collectRefusals(
    ...codeListFiles(program, project, year).map(
      ({ shelf, file }) =>
        () =>
          withStatus(readSharedYaml(shelf, file)),
    ),
  );
  if (!functional || !departmental || !governmental || !correspondence) throw new Error("not four lists");
  return { functional, departmental, governmental, correspondence, bureau };
}

/** The bureau's list of the year itself; undefined where there is none. Throws a Refusal. */
export function readBureauList(project: Shelf, year: number): Source | undefined {
  const file = bureauListFile(year);
  return namesIn(project, BUREAU_LISTS).includes(`${year}.yaml`) ? readSharedYaml(project, file) : undefined;
}

/** Up to version 0.3.0 each year had a folder of lists: the newest that are not later, or else the oldest. */
function folderOfLists(program: Shelf, year: number): string {
  if (namesIn(program, CODE_LISTS).includes(`${LISTS[0]}.yaml`)) return CODE_LISTS;
  const years = yearsIn(program, CODE_LISTS, /^(\d{4})$/);
  const chosen = years.findLast((each) => each <= year) ?? years[0];
  if (chosen === undefined) throw new Refusal([noLists()]);
  return `${CODE_LISTS}/${chosen}`;
}

function yearsIn(shelf: Shelf, folder: string, pattern: RegExp): readonly number[] {
  return namesIn(shelf, folder).flatMap((name) => {
    const year = pattern.exec(name)?.[1];
    return year === undefined ? [] : [Number(year)];
  });
}

const changed = new WeakMap<Source, Source>();

/** A list of such a folder in the form of today: its groups say only whether they were checked, and it not of which years. */
function withStatus(source: Source): Source {
  const year = OF_YEAR.exec(source.file)?.[1];
  if (year === undefined) return source;
  const known = changed.get(source) ?? withValue(source, inForce(statusesIn(source.value), year), asWritten);
  changed.set(source, known);
  return known;
}

function statusesIn(value: Plain): Plain {
  if (typeof value === "string") return value;
  if (isList(value)) return value.map(statusesIn);
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) =>
      key === "已核对" ? ["状态", part === "是" ? "公开文件" : "未核对"] : [key, statusesIn(part)],
    ),
  );
}

function inForce(value: Plain, year: string): Plain {
  return Object.hasOwn(value as object, "科目")
    ? { ...(value as object), 年度: { 起: year, 止: year } }
    : value;
}

function asWritten(path: Path): Path {
  return path.at(-1) === "状态" ? [...path.slice(0, -1), "已核对"] : path;
}

/** What a file is called today that may be a list of a year's folder. */
export function nameOfList(file: string): string {
  return file.replace(OF_YEAR, `${CODE_LISTS}/`);
}

const OF_YEAR = new RegExp(`^${CODE_LISTS}/(\\d{4})/`);

/** A key that is a code of a list. */
const CODE = /^\d{3}(?:\d{2}){0,2}$/;

/**
 * The lists with those rows only that texts of data and packs can need: all classes, the codes that occur in them with
 * those above, and the government codes that go with them. Of some two thousand rows a document needs some dozen.
 */
export function usedRows(lists: readonly Source[], texts: readonly string[]): readonly RecordedText[] {
  const codes = new Set(texts.flatMap((text) => text.match(/(?<!\d)\d{5}(?:\d{2})?(?!\d)/g) ?? []));
  const used = new Set([...codes].flatMap((code) => [code, code.slice(0, 5)]));
  for (const { value } of lists) {
    for (const { text, path } of textsIn(value)) {
      if (used.has(String(path.at(-1))) && CODE.test(text)) used.add(text);
    }
  }
  const isUsed = (key: string): boolean => !CODE.test(key) || key.length === 3 || used.has(key);
  return lists.map(({ file, text, value }) => {
    return {
      file: nameOfList(file),
      text: `${JSON.stringify(withRows(value, isUsed), null, 1)}\n`,
      whole: sha256(text),
    };
  });
}

/** A value with the wanted keys; a group that would be left without any is left out. */
function withRows(value: Plain, isWanted: (key: string) => boolean): Plain {
  if (typeof value === "string") return value;
  if (isList(value)) return value.map((item) => withRows(item, isWanted)).filter(isFull);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (isWanted(key) ? [[key, withRows(part, isWanted)]] : [])),
  );
}

function isFull(group: Plain): boolean {
  return typeof group === "string" || Object.values(group).every((part) => Object.keys(part).length > 0);
}

function noLists(): Diagnostic {
  return unplaced(
    "文件/找不到",
    `文件夹 ${CODE_LISTS} 里没有科目表`,
    "怎么改：科目表是程序自带的，放在这个文件夹里；从原来的程序包里恢复它",
  );
}

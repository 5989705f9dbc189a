import { groupedBy } from "../model/groups.js";
import { compact } from "../text/fold.js";
import type { Sheet } from "./workbook.js";

type Row = Sheet["rows"][number];

/** What stands in a row where the code is. */
export interface FoundCode {
  /** undefined where it looks like a number and is no code */
  readonly code: string | undefined;
  /** where it stands in the same cell */
  readonly name: string | undefined;
  readonly words: string;
  readonly column: number;
}

/** How the codes of a sheet are read. */
export interface CodeReader {
  /** undefined where nothing stands that looks like a code */
  readonly read: (row: Row) => FoundCode | undefined;
  /** the columns of names that heads say, the lowest level last */
  readonly names: readonly number[];
  /** the first row that may be one of the list */
  readonly from: number;
  /** heads that might each be the one that is looked for, and their line */
  readonly ambiguous?: { readonly words: string; readonly line: number };
}

/** A code at the beginning of a cell, in brackets or not, and the name that may follow; of finer ones the number. */
const CODE = /^[[【(（]?(\d{3}|\d{5}|\d{7,20})[\]】)）]?[-—–_:：.、]*(\D.*)?$/u;
/** No level of expenditure is numbered 00: what has it is an amount, or was padded. */
const PADDED = /^[235]\d\d(?:\d\d)?00/;
/** What stands between the levels of one name. */
export const BETWEEN = /[-—–/\\>＞→|｜]+/u;
const HEADINGS_WITHIN = 30;
/** What is longer explains a name. */
export const LONGEST_NAME = 60;

/** Heads of columns of codes and of names, the surest first. */
const CODE_HEADS = [
  /^科目(?:编码|代码|编号)$/,
  /^(?:编码|代码|编号|code)$/i,
  /(?:科目|分类|功能|经济).*(?:编码|代码|编号)$/,
];
const LEVELS = /^(?:[类款项]级?|[一二三]级)(?:科目)?名称$/;
const NAME_HEADS = [/^科目名称$/, /^(?:名称|name)$/i, LEVELS, /(?:科目|分类|功能|经济).*名称$/, /名称$/];
/** Heads of what is of something else than the code of the row. */
const OTHERS = /上级|上一级|父|所属|隶属|对应|原|旧|曾用|单位|项目|编码.*名称|代码.*名称|parent/iu;
const NO_CODES = /上级|上一级|父|序号|行次|行号|金额|预算数|决算数|parent/iu;

/** The way to read a sheet: codes in parts, or in the column that its head says, or else in the one that looks like it. */
export function readerOf(rows: Sheet["rows"]): CodeReader {
  const headings = rows.slice(0, HEADINGS_WITHIN);
  const names =
    headings.map((row) => headed(row, NAME_HEADS, OTHERS)).find((found) => found.length > 0) ?? [];
  return partsReader(headings, names) ?? headedReader(rows, names) ?? likelyReader(rows, headings, names);
}

/** The columns with the surest of the heads that the row has. */
function headed(row: Row, heads: readonly RegExp[], not: RegExp): readonly number[] {
  const texts = row.map((cell) => compact(cell).replace(/[*＊:：]|[(（].*?[)）]/gu, ""));
  const found = heads.map((head) =>
    texts.flatMap((text, column) =>
      text.length <= LONGEST_NAME && head.test(text) && !not.test(text) ? [column] : [],
    ),
  );
  return found.find((columns) => columns.length > 0) ?? [];
}

/** Codes in three columns, 类, 款 and 项, of which a row may leave out what is as in the row above. */
function partsReader(headings: Sheet["rows"], names: readonly number[]): CodeReader | undefined {
  const line = headings.findIndex((row) => ["类", "款"].every((level) => row.map(compact).includes(level)));
  const heads = headings[line]?.map(compact) ?? [];
  const columns = ["类", "款", "项"].map((level) => heads.indexOf(level)).filter((column) => column >= 0);
  const isPart = (cell = ""): boolean => /^\d{1,3}$/.test(compact(cell));
  if (line < 0 || !headings.some((row) => isPart(row[columns[0] ?? -1]))) return undefined;
  const above = ["", "", ""];
  const read = (row: Row): FoundCode | undefined => {
    const parts = columns.map((column) => compact(row[column] ?? ""));
    const level = parts.findLastIndex(isPart);
    if (level < 0) return undefined;
    for (const [index, part] of parts.entries()) {
      if (isPart(part)) above[index] = part.padStart(index === 0 ? 3 : 2, "0");
    }
    const code = above.slice(0, level + 1).join("");
    return { code, name: undefined, words: code, column: Math.max(...columns) };
  };
  return { read, names, from: line + 1 };
}

/** Codes in the column that its head says. */
function headedReader(rows: Sheet["rows"], anyNames: readonly number[]): CodeReader | undefined {
  const holds = (column: number): boolean => rows.some((row) => foundIn(row, column) !== undefined);
  // below such a head a number with decimals is no amount
  const withoutDecimals = (cell: string): string => cell.replace(/^(\d+)\.0+$/, "$1");
  for (const [index, row] of rows.slice(0, HEADINGS_WITHIN).entries()) {
    const columns = headed(row, CODE_HEADS, OTHERS).filter(holds);
    const [column] = columns;
    if (column === undefined) continue;
    const beside = headed(row, NAME_HEADS, OTHERS);
    const names = beside.length > 0 ? beside : anyNames;
    const areLevels = names.every((each) => LEVELS.test(compact(row[each] ?? "")));
    const doubtful = [columns, areLevels ? [] : beside].find((each) => each.length > 1);
    return {
      read: (each) => foundIn(each.map(withoutDecimals), column),
      names,
      from: index + 1,
      ...(doubtful && {
        ambiguous: {
          words: doubtful.map((each) => `“${compact(row[each] ?? "")}”`).join("、"),
          line: index + 1,
        },
      }),
    };
  }
  return undefined;
}

/** Codes in one column that no head says: the one that has the most of them, and little else. */
function likelyReader(rows: Sheet["rows"], headings: Sheet["rows"], names: readonly number[]): CodeReader {
  const foreign = new Set(
    headings.flatMap((row) =>
      row.flatMap((cell, column) => (NO_CODES.test(compact(cell).slice(0, LONGEST_NAME)) ? [column] : [])),
    ),
  );
  const cells = rows.flatMap((row) =>
    (row.some(isSum) ? [] : row).flatMap((_, column) => {
      const found = foreign.has(column) ? undefined : foundIn(row, column);
      return found ? [{ ...found, isNamed: found.name !== undefined || isWords(row[column + 1]) }] : [];
    }),
  );
  const ranked = [...groupedBy(cells, ({ column }) => column)]
    .filter(([, found]) => found.some(({ code, words }) => code !== undefined || isMangled(words)))
    .map(([column, found]) => ({ column, ...likelihood(found) }))
    .sort((a, b) => b.score - a.score || b.digits - a.digits || a.column - b.column);
  const column = ranked[0]?.column ?? -1;
  const first = rows.findIndex((row) => foundIn(row, column)?.code !== undefined);
  return { read: (row) => foundIn(row, column), names, from: Math.max(first, 0) };
}

interface LikelyCode extends FoundCode {
  readonly isNamed: boolean;
}

/** Codes are different ones, and have names beside them; numbers are amounts, or count the rows. */
function likelihood(found: readonly LikelyCode[]): { readonly score: number; readonly digits: number } {
  const codes = new Set(found.flatMap(({ code }) => code ?? []));
  const named = new Set(found.flatMap(({ code, isNamed }) => (isNamed ? (code ?? []) : [])));
  const others = found.filter(({ code, words }) => code === undefined && !isMangled(words)).length;
  return { score: codes.size + named.size - others, digits: [...codes].join("").length };
}

function foundIn(row: Row, column: number): FoundCode | undefined {
  const words = compact(row[column] ?? "");
  const found = codeIn(words);
  if (found) return { ...found, words, column };
  const isNumber =
    words.length <= LONGEST_NAME && /^\d[\d.,，E+-]*$/i.test(words) && /\d.*\d.*\d/.test(words);
  return isNumber ? { code: undefined, name: undefined, words, column } : undefined;
}

/** Whether it is a number as Excel shows one for which its column is too narrow. */
export function isMangled(words: string): boolean {
  return /^\d(?:\.\d+)?E[+-]?\d+$/i.test(words);
}

/** The code that a cell begins with, and the name behind it. */
export function codeIn(
  cell: string,
): { readonly code: string; readonly name: string | undefined } | undefined {
  if (cell.length > 4 * LONGEST_NAME) return undefined;
  const text = compact(cell);
  const levels = text.split(BETWEEN).filter((part) => /^\d/.test(part));
  const [, code, name] = CODE.exec(levels.length > 1 ? (levels.at(-1) ?? "") : text) ?? [];
  if (code === undefined || (PADDED.test(code) && name === undefined) || /^[.,，E+]/i.test(name ?? ""))
    return undefined;
  return { code, name };
}

/** Whether a cell holds words that may be a name. */
export function isWords(cell: string | undefined): boolean {
  const text = compact(cell ?? "");
  return /\p{Script=Han}/u.test(text) && !/^[类款项]$/.test(text) && !codeIn(text);
}

/** Whether the row sums up others, whatever number stands where the code is. */
export function isSum(cell: string): boolean {
  return cell.length <= LONGEST_NAME && /(?:合计|小计|总计|共计|累计)[:：]?$/u.test(compact(cell));
}

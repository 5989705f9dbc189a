import { groupedBy } from "../model/groups.js";
import { compact, folded } from "../text/fold.js";
import type { Sheet } from "./workbook.js";

/** A code and its name, as a list made elsewhere has them. */
export interface ListedCode {
  readonly code: string;
  readonly name: string;
  readonly sheet: string;
  /** of the sheet, counted from 1 */
  readonly line: number;
}

/** What was found in a book. */
export interface FoundCodes {
  /** each code once */
  readonly codes: readonly ListedCode[];
  /** codes that have several names: nobody knows which is right */
  readonly contradictory: readonly ListedCode[];
  /** how many rows have codes of other classifications: of revenue, or below the levels that are disclosed */
  readonly passedOver: number;
}

/** A code at the beginning of a cell, in brackets or not, and the name that may follow. */
const CODE = /^[[【(（]?(\d{3}|\d{5}|\d{7})[\]】)）]?[-—–_:：.、]*(\D.*)?$/u;
/** What stands between the levels of one name. */
const BETWEEN = /[-—–/\\>＞→|｜]+/u;
const HEADINGS_WITHIN = 30;
/** What is longer explains a name. */
const LONGEST_NAME = 60;

/** The codes of expenditure that the sheets list, in whichever columns. */
export function codesIn(sheets: readonly Sheet[]): FoundCodes {
  const rows = sheets.flatMap(rowsIn);
  const fitting = rows.filter(({ code }) => /^(?:2\d\d(?:\d\d){0,2}|[35]\d\d(?:\d\d)?)$/.test(code));
  const names = new Map(fitting.map(({ code, name }) => [code, name]));
  const whole = fitting.map((row) => ({ ...row, name: ownName(row, names) }));
  const groups = [...groupedBy(whole, ({ code }) => code).values()];
  const isOne = (group: readonly ListedCode[]): boolean =>
    new Set(group.map(({ name }) => folded(name))).size === 1;
  return {
    codes: groups.filter(isOne).map(([first]) => first),
    contradictory: groups.filter((group) => !isOne(group)).flat(),
    passedOver: rows.length - fitting.length,
  };
}

function rowsIn({ name: sheet, rows }: Sheet): readonly ListedCode[] {
  const headings = rows.slice(0, HEADINGS_WITHIN);
  const read = partsReader(headings) ?? columnReader(rows);
  const named = columnsNamed(headings, /(?<!单位|项目)名称$|^name$/i);
  return rows.flatMap((row, index) => {
    const found = read(row);
    if (!found) return [];
    const name = found.name ?? nameBeside(row, found.column, named);
    return name === undefined || name.length > LONGEST_NAME
      ? []
      : [{ code: found.code, name, sheet, line: index + 1 }];
  });
}

interface FoundCode {
  readonly code: string;
  readonly name: string | undefined;
  readonly column: number;
}
type Reader = (row: readonly string[]) => FoundCode | undefined;

/** Codes in three columns, 类, 款 and 项, of which a row may leave out what is as in the row above. */
function partsReader(headings: Sheet["rows"]): Reader | undefined {
  const heads = headings
    .map((row) => row.map(compact))
    .find((row) => row.includes("类") && row.includes("款"));
  if (!heads) return undefined;
  const [first = 0, second = 0, third = -1] = ["类", "款", "项"].map((level) => heads.indexOf(level));
  const above = ["", "", ""];
  return (row) => {
    const parts = [first, second, third].map((column) => compact(row[column] ?? ""));
    const level = parts.findLastIndex((part) => /^\d{1,3}$/.test(part));
    if (level < 0) return undefined;
    for (const [index, part] of parts.entries()) {
      if (/^\d{1,3}$/.test(part)) above[index] = part.padStart(index === 0 ? 3 : 2, "0");
    }
    return {
      code: above.slice(0, level + 1).join(""),
      name: undefined,
      column: Math.max(first, second, third),
    };
  };
}

/** Codes in one column: the one that has the most of them. */
function columnReader(rows: Sheet["rows"]): Reader {
  const found = rows.flatMap((row) => row.flatMap((cell, column) => (codeIn(cell) ? [column] : [])));
  const [[column] = [-1]] = [...groupedBy(found, (each) => each)].sort(
    ([a, one], [b, other]) => other.length - one.length || a - b,
  );
  return (row) => {
    const found = codeIn(row[column] ?? "");
    return found && { ...found, column };
  };
}

function codeIn(cell: string): Pick<FoundCode, "code" | "name"> | undefined {
  if (cell.length > 4 * LONGEST_NAME) return undefined;
  const text = compact(cell);
  const levels = text.split(BETWEEN).filter((part) => /^\d/.test(part));
  const [, code, name] = CODE.exec(levels.length > 1 ? (levels.at(-1) ?? "") : text) ?? [];
  return code === undefined ? undefined : { code, name };
}

/** The columns whose heading it is. */
function columnsNamed(headings: Sheet["rows"], heading: RegExp): readonly number[] {
  const row = headings.find((cells) => cells.some((cell) => heading.test(compact(cell)))) ?? [];
  return row.flatMap((cell, column) => (heading.test(compact(cell)) ? [column] : []));
}

/** The lowest of the names in the columns of names, or else the nearest words to the right, or to the left. */
function nameBeside(row: readonly string[], column: number, named: readonly number[]): string | undefined {
  const words = (cell: string | undefined): string | undefined => {
    const text = compact(cell ?? "");
    return /\p{Script=Han}/u.test(text) && !/^[类款项]$/.test(text) && !codeIn(text) ? text : undefined;
  };
  const under = named.flatMap((each) => words(row[each]) ?? []);
  const right = row.slice(column + 1).flatMap((cell) => words(cell) ?? []);
  const left = row.slice(0, column).flatMap((cell) => words(cell) ?? []);
  return under.at(-1) ?? right[0] ?? left.at(-1);
}

/** Without the names of what is above it, which some systems write before it. */
function ownName({ code, name }: ListedCode, names: ReadonlyMap<string, string>): string {
  const full = name.replaceAll("(", "（").replaceAll(")", "）");
  const parts = full.split(BETWEEN);
  const before = parts.slice(0, -1).map(folded);
  const above = [3, 5]
    .filter((length) => length < code.length)
    .map((length) => names.get(code.slice(0, length)));
  const known = above.flatMap((each) =>
    each === undefined ? [] : each.split(BETWEEN).slice(-1).map(folded),
  );
  return before.length > 0 && before.every((part) => known.includes(part)) ? (parts.at(-1) ?? full) : full;
}

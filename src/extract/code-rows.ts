import { groupedBy } from "../model/groups.js";
import { compact, folded } from "../text/fold.js";
import { BETWEEN, codeIn, isMangled, isSum, isWords, LONGEST_NAME, readerOf } from "./code-columns.js";
import type { Sheet } from "./workbook.js";

/** Where in a book something stands. */
export interface SheetLine {
  readonly sheet: string;
  /** of the sheet, counted from 1 */
  readonly line: number;
}

/** A code and its name, as a list made elsewhere has them. */
export interface ListedCode extends SheetLine {
  readonly code: string;
  readonly name: string;
}

/** Words where a code, or its name, is looked for, or the heads of columns. */
export interface SheetWords extends SheetLine {
  readonly words: string;
}

/** What was found in a book. */
export interface FoundCodes {
  /** each code once */
  readonly codes: readonly ListedCode[];
  /** codes that have several names: nobody knows which is right */
  readonly contradictory: readonly ListedCode[];
  /** how many rows have codes of other classifications: of revenue, or below the levels that are disclosed */
  readonly passedOver: number;
  /** codes of which Excel has kept the first digits only */
  readonly mangled: readonly SheetWords[];
  /** rows that have something where the code is that is none, or no name beside it */
  readonly unread: readonly SheetWords[];
  /** heads of columns that might each be the one of codes, or of names */
  readonly ambiguous: readonly SheetWords[];
}

/** The codes of expenditure that the sheets list, in the columns that their heads say, or else whichever. */
export function codesIn(sheets: readonly Sheet[]): FoundCodes {
  const read = sheets.map(rowsIn);
  const rows = read.flatMap((sheet) => sheet.rows);
  const fitting = rows.filter(({ code }) => /^(?:2\d\d(?:\d\d){0,2}|[35]\d\d(?:\d\d)?)$/.test(code));
  const names = new Map(fitting.map(({ code, name }) => [code, name]));
  const whole = fitting.map((row) => ({ ...row, name: ownName(row, names) }));
  const groups = [...groupedBy(whole, ({ code }) => code).values()];
  const isOne = (group: readonly ListedCode[]): boolean =>
    new Set(group.map(({ name }) => folded(name))).size === 1;
  const unread = read.flatMap((sheet) => sheet.unread);
  return {
    codes: groups.filter(isOne).map(([first]) => first),
    contradictory: groups.filter((group) => !isOne(group)).flat(),
    passedOver: rows.length - fitting.length,
    mangled: unread.filter(({ words }) => isMangled(words)),
    unread: unread.filter(({ words }) => !isMangled(words)),
    ambiguous: read.flatMap((sheet) => sheet.ambiguous),
  };
}

interface ReadSheet extends Pick<FoundCodes, "unread" | "ambiguous"> {
  readonly rows: readonly ListedCode[];
}

function rowsIn({ name: sheet, rows }: Sheet): ReadSheet {
  const { read, names, from, ambiguous } = readerOf(rows);
  const found = rows.map((row, index): Pick<ReadSheet, "rows" | "unread"> => {
    const [where, code] = [{ sheet, line: index + 1 }, index < from ? undefined : read(row)];
    if (!code || row.some(isSum)) return { rows: [], unread: [] };
    const name = code.name ?? nameBeside(row, code.column, names);
    if (code.code === undefined || name === undefined)
      return { rows: [], unread: [{ ...where, words: code.words }] };
    return { rows: name.length > LONGEST_NAME ? [] : [{ ...where, code: code.code, name }], unread: [] };
  });
  return {
    rows: found.flatMap((each) => each.rows),
    unread: found.flatMap((each) => each.unread),
    ambiguous: ambiguous ? [{ sheet, ...ambiguous }] : [],
  };
}

/** The lowest of the names in the columns of names; where no head says them, the nearest words to the right, or to the left. */
function nameBeside(row: readonly string[], column: number, named: readonly number[]): string | undefined {
  if (named.length > 0) return named.flatMap((each) => nameIn(row[each] ?? "") ?? []).at(-1);
  const right = row.slice(column + 1).find(isWords);
  const words = right ?? row.slice(0, column).findLast(isWords);
  return words && compact(words);
}

/** A name, without the code that may stand before it. */
function nameIn(cell: string): string | undefined {
  return isWords(cell) ? compact(cell) : codeIn(cell)?.name;
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

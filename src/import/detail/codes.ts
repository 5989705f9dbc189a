import type { CodeEntry, CodeLists, CodeList as Codes } from "../../model/budget.js";
import type { RecoveredCell } from "../../model/recovered.js";
import { compact, folded } from "../../text/fold.js";
import type { CodeField, DetailColumn } from "./heads.js";

/** What the cells of a row say that a code is. */
export interface CellCode {
  /** undefined where only its name is said, or nothing */
  readonly code: string | undefined;
  /** undefined where it is not said */
  readonly name: string | undefined;
  readonly where: string;
}

type Row = readonly RecoveredCell[];
type CodeColumn = Extract<DetailColumn, { readonly kind: "code" }>;

/** A code, in brackets or not, and the name that may stand behind it. */
const CODE = /^[[【(（]?(\d{3,11})(?:\.0+)?[\]】)）]?[-—–_:：.、]*(\D.*)?$/u;
const LEVEL_DIGITS = { 类: 3, 款: 2, 项: 2 } as const;

/** What a row says of a code in the columns that show it; levels left out are as in the rows above, as `above` keeps them. */
export function codeIn(row: Row, columns: readonly CodeColumn[], above: string[]): CellCode | undefined {
  const cells = columns.flatMap((column) => {
    const cell = row[column.index];
    return cell === undefined || cell.text === "" ? [] : [{ column, cell, text: wordsOf(cell) }];
  });
  const [first] = cells;
  if (!first) return undefined;
  const whole = cells.filter(({ column: { part } }) => part === "编码" || part === "both");
  const named = cells.filter(({ column: { part } }) => part === "名称" || part === "both");
  const leveled = levelsIn(row, columns, above);
  const [, code] = whole.map(({ text }) => CODE.exec(text)).find((found) => found !== null) ?? [];
  const name = named
    .map(({ text }) => (CODE.test(text) ? (CODE.exec(text)?.[2] ?? "") : text))
    .find((text) => text !== "");
  return { code: leveled ?? code, name, where: (whole[0] ?? first).cell.where };
}

/** A number is a code by its stored digits, whatever it is shown as. */
function wordsOf({ text, number }: RecoveredCell): string {
  return number !== undefined && /^\d+$/.test(number) ? number : compact(text);
}

/** A code over three columns, of which one may hold the whole of it so far, and a row may leave out what is as above. */
function levelsIn(row: Row, columns: readonly CodeColumn[], above: string[]): string | undefined {
  const levels = columns.filter(({ part }) => part in LEVEL_DIGITS);
  const texts = levels.map(({ index }) => {
    const cell = row[index];
    return cell === undefined ? "" : (/^\d+/.exec(wordsOf(cell))?.[0] ?? "");
  });
  const last = texts.findLastIndex((text) => text !== "");
  if (last < 0) return undefined;
  for (const [index, text] of texts.entries()) {
    const digits = LEVEL_DIGITS[levels[index]?.part as keyof typeof LEVEL_DIGITS];
    if (text.length > digits) above[index] = index === 0 ? text : text.slice(-digits);
    else if (text !== "") above[index] = text.padStart(digits, "0");
  }
  return above.slice(0, last + 1).join("");
}

/** Which list a code of a column over all lists is of. */
export function listOfCode(code: string): CodeField | undefined {
  return ({ 2: "功能科目", 3: "部门经济科目", 5: "政府经济科目" } as const)[code[0] ?? ""];
}

/** How many digits the code of a line has that is disclosed. */
export const LEAF_DIGITS = { 功能科目: 7, 部门经济科目: 5, 政府经济科目: 5 } as const satisfies Record<
  CodeField,
  number
>;

export function listOf({ functional, departmental, governmental }: CodeLists, list: CodeField): Codes {
  return { 功能科目: functional, 部门经济科目: departmental, 政府经济科目: governmental }[list];
}

/** The entries of the level of lines that have the name, or had it. */
export function entriesNamed(name: string, codes: Codes, digits: number): readonly CodeEntry[] {
  const wanted = folded(name);
  const level = [...codes.values()].filter(({ code }) => code.length === digits);
  const today = level.filter((entry) => folded(entry.name.text) === wanted);
  return today.length > 0
    ? today
    : level.filter(({ former }) => former.some((each) => folded(each.name) === wanted));
}

/** Whether a list calls a code otherwise, and always did. */
export function isMisnamed({ name, former }: CodeEntry, said: string): boolean {
  const names = [name.text, ...former.map((each) => each.name)].map(folded);
  const own = folded(said);
  // some systems write the names of the levels above before it
  return !names.some((each) => own === each || own.endsWith(`-${each}`) || own.endsWith(each));
}

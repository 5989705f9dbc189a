import type { RecoveredCell, RecoveredTable } from "../../model/recovered.js";
import { type MoneyUnit, type Quantity, ZERO } from "../../money/money.js";
import { compact } from "../../text/fold.js";
import { amountIn, isAmount } from "./cell-amounts.js";
import { type CellCode, codeIn, LEAF_DIGITS, listOfCode } from "./codes.js";
import { type CodeField, type Conditions, conditionsIn, type DetailColumn, type Heads } from "./heads.js";
import { type DetailField, type DetailWords, plainHead } from "./words.js";

/** An amount of a row, and what its column says of it. */
export interface RowAmount {
  readonly amount: Quantity;
  readonly isFiner: boolean;
  readonly of: Conditions;
  readonly path: readonly string[];
  readonly isSum: boolean;
  readonly where: string;
  readonly text: string;
}

/** A row of a detail list, read by its columns. */
export interface DetailRow {
  readonly codes: Readonly<Partial<Record<CodeField, CellCode>>>;
  /** what its text columns say, codes of projects and units under 项目编码 and 单位编码 */
  readonly says: Readonly<Record<string, string>>;
  /** what stands above it in the list, or in the title, of all that it says nothing of itself */
  readonly of: Conditions;
  readonly amounts: readonly RowAmount[];
  /** cells of its columns of amounts that say something else */
  readonly illegible: readonly RecoveredCell[];
  /** whether it says that it is a sum */
  readonly isSum: boolean;
  /** where its first words stand */
  readonly where: string;
  readonly isHidden: boolean;
}

type Row = readonly RecoveredCell[];
type CodeColumn = Extract<DetailColumn, { readonly kind: "code" }>;

/** The rows of a table below its heads, without repeated heads, numbers of columns and names of groups. */
export function rowsIn(
  table: RecoveredTable,
  { columns, first }: Heads,
  money: MoneyUnit,
  title: Conditions,
  words: DetailWords,
): readonly DetailRow[] {
  const above: Record<string, string[]> = {};
  const filled = filledDown(table.rows, first, columns);
  let group = title;
  let known: DetailRow["codes"] = {};
  let unit: DetailRow["says"] = {};
  return filled.slice(first).flatMap((row): readonly DetailRow[] => {
    const texts = row.filter(({ text }) => text !== "");
    if (texts.length === 0 || isNumbering(texts) || isRepeatedHead(row, columns)) return [];
    const amounts = amountsIn(row, columns, money);
    const illegible = illegibleIn(row, columns);
    if (texts.length === 1 && amounts.length === 0) {
      const heading = unitHeading(texts[0]?.text ?? "");
      if (heading) {
        unit = heading;
        group = title;
        return [];
      }
      group = { ...title, ...conditionsIn([plainHead(texts[0]?.text ?? "")], words) };
    }
    const isSum = row.some(({ text, number }) => number === undefined && text !== "" && words.isSum(text));
    const own = isSum ? {} : codesIn(row, columns, above);
    known = isSum ? {} : inherited(own, known);
    const says = saysIn(row, columns, words);
    if (!isSum && namesUnit(says)) unit = unitOf(says);
    if (amounts.length + illegible.length === 0 && !columns.some(({ kind }) => kind === "text")) return [];
    return [
      {
        codes: hasLeaf(own, "部门经济科目") ? known : own,
        says: isSum || namesUnit(says) ? says : { ...unit, ...says },
        of: group,
        amounts,
        illegible,
        isSum,
        where: texts[0]?.where ?? "",
        isHidden: row.every(({ hidden }) => hidden === true),
      },
    ];
  });
}

/** A cell that reaches over several rows says the same of each; so nobody need guess what an empty one below it says. */
function filledDown(rows: readonly Row[], first: number, columns: readonly DetailColumn[]): readonly Row[] {
  const filled = rows.map((row) => [...row]);
  for (const [index, row] of rows.entries()) {
    if (index < first) continue;
    for (const { index: column, kind } of columns) {
      const cell = row[column];
      if (!cell || cell.rows <= 1 || cell.text === "" || kind === "amount") continue;
      for (let below = index + 1; below < Math.min(rows.length, index + cell.rows); below++) {
        const target = filled[below];
        if (target?.[column]?.text === "") target[column] = { ...cell, rows: 1 };
      }
    }
  }
  return filled;
}

/** 栏次 1 2 3, or ** in each column. */
function isNumbering(texts: readonly RecoveredCell[]): boolean {
  return (
    texts.length > 1 &&
    texts.every(({ text }) => /^(?:栏次|行次|\*+|[A-Z甲乙丙丁]|\d{1,2}(?:[=＝+].*)?)$/u.test(text))
  );
}

function isRepeatedHead(row: Row, columns: readonly DetailColumn[]): boolean {
  const heads = columns.flatMap(({ index, head }) => {
    const text = compact(row[index]?.text ?? "");
    return text === "" ? [] : [head.split("/").includes(text)];
  });
  return heads.length > 0 && heads.every((isHead) => isHead);
}

function amountsIn(row: Row, columns: readonly DetailColumn[], unit: MoneyUnit): readonly RowAmount[] {
  return columns.flatMap((column) => {
    const cell = row[column.index];
    if (column.kind !== "amount" || cell === undefined || cell.text === "") return [];
    const found = amountIn(cell, column.unit ?? unit);
    if (!found || (found.amount.isZero() && !found.isFiner)) return [];
    const { of, path, isSum } = column;
    return [{ ...found, of, path, isSum, where: cell.where, text: cell.text }];
  });
}

/** What stands in columns of amounts and is none: 约300, #N/A. */
function illegibleIn(row: Row, columns: readonly DetailColumn[]): readonly RecoveredCell[] {
  return columns.flatMap(({ kind, index }) => {
    const cell = row[index];
    return kind !== "amount" || cell === undefined || cell.text === "" || isAmount(cell) ? [] : [cell];
  });
}

function codesIn(
  row: Row,
  columns: readonly DetailColumn[],
  above: Record<string, string[]>,
): DetailRow["codes"] {
  const ofCodes = columns.filter((column): column is CodeColumn => column.kind === "code");
  const fields = new Set(ofCodes.map(({ field }) => field));
  return Object.fromEntries(
    [...fields].flatMap((field) => {
      above[field] ??= [];
      const found = codeIn(
        row,
        ofCodes.filter((column) => column.field === field),
        above[field],
      );
      const list = field === "科目" ? listOfCode(found?.code ?? "") : field;
      return found && list ? [[list, found]] : [];
    }),
  );
}

/** Lists with indents name what is above a line in the rows above it. */
function inherited(own: DetailRow["codes"], known: DetailRow["codes"]): DetailRow["codes"] {
  const functional = own.功能科目 ?? known.功能科目;
  return { ...own, ...(functional && { 功能科目: functional }) };
}

function hasLeaf(codes: DetailRow["codes"], list: CodeField): boolean {
  const found = codes[list];
  return found !== undefined && (found.code === undefined || found.code.length >= LEAF_DIGITS[list]);
}

function saysIn(row: Row, columns: readonly DetailColumn[], words: DetailWords): DetailRow["says"] {
  const said: Record<string, string> = {};
  for (const column of columns) {
    const cell = row[column.index];
    if (column.kind !== "text" || !cell || cell.text === "") continue;
    if (column.field === "单位" && isNoUnit(cell.text, words)) continue;
    for (const [key, text] of partsOf(column.field, column.part, cell)) said[key] ??= text;
  }
  return said;
}

/** What stands in a column of units and names none: 合计, and what things are counted in. */
function isNoUnit(text: string, words: DetailWords): boolean {
  return words.isSum(text) || /^\p{Script=Han}{1,2}$/u.test(compact(text));
}

/** A unit as it heads its rows, in a row of its own; codes of so many digits are no 科目. */
const UNIT_HEADING =
  /^(?:(?:预算)?单位[：:])?[[【(（]?(\d{6}|\d{8,9})[\]】)）]?[-—–_:：]?(\p{Script=Han}.*)$/u;

function unitHeading(text: string): DetailRow["says"] | undefined {
  const [, code, name] = UNIT_HEADING.exec(compact(text)) ?? [];
  return code === undefined || name === undefined ? undefined : { 单位编码: code, 单位: name };
}

/** Whether a row says itself whose it is. */
export function namesUnit({ 单位编码, 单位 }: DetailRow["says"]): boolean {
  return 单位编码 !== undefined || 单位 !== undefined;
}

function unitOf({ 单位编码, 单位 }: DetailRow["says"]): DetailRow["says"] {
  return { ...(单位编码 !== undefined && { 单位编码 }), ...(单位 !== undefined && { 单位 }) };
}

const WITH_CODES: ReadonlySet<DetailField> = new Set(["项目", "单位"]);
/** A code in brackets, or that there is none yet, or a code behind which a sign stands, or that is all that the cell has. */
const CODE_AND_NAME =
  /^(?:[[【(（]([\dA-Za-z]{5,}|未赋码)[\]】)）]|(\d[\dA-Za-z]{5,})(?:[-—–_:：\s]|$))\s*(.*)$/u;

/** What a cell says, by what it is of: a cell of a project or a unit may say its code, its name, or both. */
function partsOf(
  field: DetailField,
  part: string,
  cell: RecoveredCell,
): readonly (readonly [key: string, text: string])[] {
  const text = cell.text.replace(/\s*\n\s*/gu, "");
  if (!WITH_CODES.has(field)) return [[field, text]];
  if (part === "编码") return [[`${field}编码`, codeText(cell)]];
  const [, bracketed, code = bracketed, name = ""] = CODE_AND_NAME.exec(text) ?? [];
  if (code === undefined) return [[field, text]];
  return [[`${field}编码`, code], ...(name === "" ? [] : [[field, name] as const])];
}

function codeText({ text, number }: RecoveredCell): string {
  return number !== undefined && /^\d{1,15}$/.test(number) ? number : compact(text);
}

export function sumOfRow({ amounts }: DetailRow): Quantity {
  return amounts.filter(({ isSum }) => !isSum).reduce((sum, { amount }) => sum.plus(amount), ZERO);
}

import type { RecoveredCell, RecoveredTable } from "../../model/recovered.js";
import { MONEY_UNITS, type MoneyUnit } from "../../money/money.js";
import { isAmount } from "./cell-amounts.js";
import { type DetailField, type DetailWords, plainHead } from "./words.js";

export type CodeField = "功能科目" | "部门经济科目" | "政府经济科目";
/** Which part of a code, or of what has one, a column shows; a cell of both says its code and its name. */
export type CodePart = "编码" | "名称" | "类" | "款" | "项" | "both";

/** What all amounts of a column, or of a table, are of. */
export interface Conditions {
  readonly 资金来源?: string;
  readonly 财政拨款?: string;
  readonly 年份来源?: string;
  readonly 类别?: string;
}

export type DetailColumn = { readonly index: number; readonly head: string } & (
  | { readonly kind: "code"; readonly field: CodeField | "科目"; readonly part: CodePart }
  | { readonly kind: "text"; readonly field: DetailField; readonly part: CodePart }
  | {
      readonly kind: "amount";
      /** the heads over it, from the outermost to its own */
      readonly path: readonly string[];
      readonly unit: MoneyUnit | undefined;
      readonly of: Conditions;
      readonly isSum: boolean;
    }
  | { readonly kind: "unread" }
);

/** The columns of a table as its heads say, and the first row below them. */
export interface Heads {
  readonly columns: readonly DetailColumn[];
  readonly first: number;
}

type Row = readonly RecoveredCell[];

/** Heads stand among the first rows, and in few of them. */
const HEADS_WITHIN = 15;
const MOST_HEAD_ROWS = 5;
/** So many words of heads in a row are no chance. */
const FEWEST_HEADS = 2;

export function headsOf({ rows }: RecoveredTable, words: DetailWords): Heads | undefined {
  const from = rows.slice(0, HEADS_WITHIN).findIndex((row) => isHead(row, words));
  if (from < 0) return undefined;
  const end = rows.findIndex(
    (row, index) =>
      index > from && (index >= from + MOST_HEAD_ROWS || !goesOn(row, rows.slice(from, index), words)),
  );
  const first = end < 0 ? rows.length : end;
  const headRows = rows.slice(from, first);
  const body = rows.slice(first);
  const width = Math.max(...headRows.map((row) => row.length));
  const paths = Array.from({ length: width }, (_, column) => pathOf(headRows, column));
  const columns = paths.map((path, index) => columnOf(index, path, body, words));
  return { columns: withSums(columns), first };
}

function isHead(row: Row, words: DetailWords): boolean {
  const texts = textsIn(row);
  return (
    texts.every(isHeadWord) && texts.filter((text) => words.fieldOf(plainHead(text))).length >= FEWEST_HEADS
  );
}

/**
 * A row of heads below the first: words only, more than the name of a group of rows, and one of them below no head of its
 * own or a part of the one above it. What has a head over each of its words is a line of words.
 */
function goesOn(row: Row, above: readonly Row[], words: DetailWords): boolean {
  const texts = textsIn(row);
  if (texts.length === 0) return true;
  const isNamed = (column: number): boolean =>
    above.some((heads) => heads[column]?.columns === 1 && heads[column].text !== "");
  return (
    texts.length > 1 &&
    texts.every(isHeadWord) &&
    row.some(({ text }, column) => text !== "" && (!isNamed(column) || isPart(text, words)))
  );
}

/** 编码, 款, 万元: what is said below a head of what it is. */
function isPart(text: string, words: DetailWords): boolean {
  const head = plainHead(text);
  return partOf(head, words) !== "both" || unitIn(`（${head}）`) !== undefined || words.isSum(head);
}

function isHeadWord(text: string): boolean {
  return !/^[-\d.,，]*$|\d{3}/u.test(text.replace(/20\d\d年?/gu, "")) && text.length <= 40;
}

function textsIn(row: Row): readonly string[] {
  return row.map(({ text }) => text).filter((text) => text !== "");
}

/** The heads over a column from the outermost to its own; one over several columns reaches over them, merged or not. */
function pathOf(rows: readonly Row[], column: number): readonly string[] {
  const heads = rows.map((row, index) => {
    const own = row[column]?.text ?? "";
    if (own !== "") return own;
    const at = row.findLastIndex(({ text }, place) => place < column && text !== "");
    const cell = row[at];
    if (!cell) return "";
    if (at + cell.columns > column) return cell.text;
    // exports without merges leave the cells beside a head over several columns empty
    const lower = rows[index + 1];
    const hasHead = (place: number): boolean => (lower?.[place]?.text ?? "") !== "";
    const isGroup = lower !== undefined && cell.columns === 1 && hasHead(at) && hasHead(column);
    return isGroup ? cell.text : "";
  });
  return heads.filter((head, index) => head !== "" && head !== heads[index - 1]);
}

const OF_CODES: ReadonlySet<DetailField> = new Set(["功能科目", "部门经济科目", "政府经济科目", "科目"]);
/** Heads that also stand over columns of amounts. */
const OF_AMOUNTS: ReadonlySet<DetailField> = new Set([
  "金额",
  "资金来源",
  "财政拨款",
  "年份来源",
  "类别",
  "总投资",
]);

/** Among the amounts of a column there may be remarks. */
const MOSTLY = 0.6;

function columnOf(
  index: number,
  path: readonly string[],
  body: readonly Row[],
  words: DetailWords,
): DetailColumn {
  const heads = path.map(plainHead);
  const [joined, last = ""] = [heads.join(""), heads.at(-1)];
  const head = path.map((each) => each.replace(/\s/gu, "")).join("/");
  const field = words.fieldOf(joined);
  const filled = body.flatMap((row) => row[index] ?? []).filter(({ text }) => text !== "");
  const numeric = filled.length > 0 && filled.filter(isAmount).length > filled.length * MOSTLY;
  const part = partOf(last, words);
  if (field !== undefined && OF_CODES.has(field))
    return { index, head, kind: "code", field: field as CodeField, part };
  const of = conditionsIn(heads, words);
  const isOfAmounts =
    field === undefined ? Object.keys(of).length > 0 || words.isSum(last) : OF_AMOUNTS.has(field);
  if (isOfAmounts && (numeric || (filled.length === 0 && Object.keys(of).length > 0)))
    return field === "总投资"
      ? { index, head, kind: "text", field, part }
      : {
          index,
          head,
          kind: "amount",
          path: heads,
          unit: unitIn(path.join("")),
          of,
          isSum: words.isSum(last),
        };
  if (field === undefined || field === "不取" || field === "金额") return { index, head, kind: "unread" };
  return { index, head, kind: "text", field, part };
}

function partOf(last: string, words: DetailWords): CodePart {
  const [, level] = /^(?:科目)?([类款项])(?:级)?(?:科目)?(?:编码|代码)?$/u.exec(last) ?? [];
  return (level as CodePart | undefined) ?? words.partOf(last) ?? "both";
}

/** What heads say of the amounts below them, the inner ones last. */
export function conditionsIn(heads: readonly string[], words: DetailWords): Conditions {
  return Object.assign({}, ...heads.map((head) => conditionsOf(head, words)));
}

function conditionsOf(head: string, words: DetailWords): Conditions {
  const isNone = head.includes("非财政拨款");
  // 财政拨款 says whether; which, the words around it and above it say
  const other = head.replace(/非?财政拨款/u, "");
  const appropriated = words.valueIn("拨款的资金来源", other);
  const 资金来源 = appropriated ?? words.valueIn("资金来源", other);
  const 年份来源 = /[本当]年|结转|结余/u.test(head) ? words.valueIn("年份来源", head) : undefined;
  const 类别 = words.valueIn("类别", head);
  return {
    ...(资金来源 !== undefined && { 资金来源 }),
    ...((appropriated !== undefined || head.includes("财政拨款")) && { 财政拨款: isNone ? "否" : "是" }),
    ...(年份来源 !== undefined && { 年份来源 }),
    ...(类别 !== undefined && { 类别 }),
  };
}

/** Columns without conditions of their own beside such that have some are their sums. */
function withSums(columns: readonly DetailColumn[]): readonly DetailColumn[] {
  const amounts = columns.filter((column) => column.kind === "amount");
  const hasParts = amounts.some(({ of, isSum }) => !isSum && Object.keys(of).length > 0);
  return columns.map((column) => {
    if (column.kind !== "amount") return column;
    if (column.isSum) return { ...column, isSum: amounts.length > 1 };
    const isPlain = Object.keys(column.of).length === 0 && !column.path.at(-1)?.endsWith("资金");
    return { ...column, isSum: hasParts && amounts.length > 1 && isPlain };
  });
}

const UNIT = /(?:单位|[（(])[:：]?(?:人民币)?(万元|千元|元)/u;

/** What money is counted in, where words say it: 金额（万元）, 单位：万元. */
export function unitIn(text: string): MoneyUnit | undefined {
  const [, unit] = UNIT.exec(text.replace(/\s/gu, "")) ?? [];
  return MONEY_UNITS.find((each) => each === unit);
}

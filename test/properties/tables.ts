import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { PROGRAM } from "../project.js";
import type { FormFacts } from "./facts.js";
import type { RuledCell, RuledPage } from "./ruled.js";

/** A printed table: its rows from all its pages, each with the texts of its cells by the words of their heads. */
export interface PrintedTable {
  /** 预算01表, or the title without its year where the format has no numbers */
  readonly number: string;
  readonly rows: readonly PrintedRow[];
  /** the words around it, a line each, from all its pages */
  readonly lines: readonly string[];
}

export interface PrintedRow {
  /** whether it is the first on its page */
  readonly first: boolean;
  /** by the heads above it, such as 基本支出/人员经费/工资福利支出; "" where the cell is empty */
  readonly cells: ReadonlyMap<string, string>;
}

interface Head {
  readonly children?: readonly Head[];
  readonly columns?: readonly Head[];
}

interface Form extends Head {
  readonly number?: string;
  readonly title: string;
  readonly sides?: readonly Head[];
}

/** How many rows the head of each table of a format has, by number or title. */
function depthsIn(pack: string): ReadonlyMap<string, number> {
  const folder = join(PROGRAM, "templates", pack, "tables");
  return new Map(
    readdirSync(folder).map((file): [string, number] => {
      const form: Form = parse(readFileSync(join(folder, file), "utf8"));
      return [form.number ?? form.title.replace(/^.*\}\}/u, ""), depth(form.sides ?? form.columns ?? [])];
    }),
  );
}

const DEPTHS = new Map<string, ReadonlyMap<string, number>>();

function depth(heads: readonly Head[]): number {
  return heads.length === 0
    ? 0
    : 1 + Math.max(...heads.map(({ children, columns }) => depth(children ?? columns ?? [])));
}

export type Tables = ReadonlyMap<string, PrintedTable>;

/** The tables of a document by their numbers or titles; a page without one goes on with the table before it. */
export function readTables(pages: readonly RuledPage[], pack = "henan"): Tables {
  const depths = DEPTHS.get(pack) ?? depthsIn(pack);
  DEPTHS.set(pack, depths);
  const tables = new Map<string, PrintedTable>();
  let number = "";
  for (const { cells, lines } of pages) {
    number = lines.map(withoutYear).find((each) => depths.has(each)) ?? number;
    if (cells.length === 0) continue;
    const before = tables.get(number);
    tables.set(number, {
      number,
      rows: [...(before?.rows ?? []), ...rowsOf(cells, depths.get(number) ?? 1)],
      lines: [...(before?.lines ?? []), ...lines],
    });
  }
  return tables;
}

/** A title as it is every year. */
export function withoutYear(line: string): string {
  return line.replace(/^\d{4}年(?:预算单位|单位)/u, "");
}

/** Rows begin where any cell begins below the head. */
function rowsOf(cells: readonly RuledCell[], headRows: number): readonly PrintedRow[] {
  const headEnd = headEndOf(cells, headRows);
  const head = cells.filter(({ top }) => top < headEnd - 1);
  const body = cells.filter(({ top }) => top >= headEnd - 1);
  const leaves = head.filter(({ bottom }) => bottom > headEnd - 1);
  const tops = distinct(body.map(({ top }) => top));
  return (tops.length > 0 ? tops : [headEnd]).map((top, index) => ({
    first: index === 0,
    cells: new Map(leaves.map((leaf) => [pathTo(leaf, head), textAt(body, leaf, top)])),
  }));
}

/** The head's leaves all end where its last row does: at the only line that its deepest cells reach. */
function headEndOf(cells: readonly RuledCell[], rows: number): number {
  const tops = distinct(cells.map(({ top }) => top));
  const lowest = tops[rows - 1];
  const leaf = cells.find(({ top }) => lowest !== undefined && Math.abs(top - lowest) < 1);
  if (!leaf) throw new Error(`表头不足 ${rows} 行`);
  return leaf.bottom;
}

function pathTo(leaf: RuledCell, head: readonly RuledCell[]): string {
  const middle = (leaf.left + leaf.right) / 2;
  return head
    .filter(({ left, right }) => left < middle && middle < right)
    .sort((a, b) => a.top - b.top)
    .map(({ text }) => text)
    .join("/");
}

function textAt(body: readonly RuledCell[], { left }: RuledCell, top: number): string {
  const found = body.find((cell) => Math.abs(cell.left - left) < 1 && Math.abs(cell.top - top) < 1);
  return found?.text ?? "";
}

function distinct(places: readonly number[]): readonly number[] {
  const sorted = [...places].sort((a, b) => a - b);
  return sorted.filter((place, index) => index === 0 || place - (sorted[index - 1] ?? 0) > 1);
}

/** The same by the numbers that Henan gives them. */
export function numberedAsHenan(tables: Tables, { numbers }: FormFacts): Tables {
  const others = new Map(Object.entries(numbers).map(([henan, own]) => [own, henan]));
  return new Map(
    [...tables.values()].map((table) => {
      const number = others.get(table.number) ?? table.number;
      return [number, { ...table, number }];
    }),
  );
}

export function tableOf(tables: Tables, number: string): PrintedTable {
  const table = tables.get(number);
  if (!table) throw new Error(`没有印出${number}`);
  return table;
}

export function textIn({ cells }: PrintedRow, column: string): string {
  const text = cells.get(column);
  if (text === undefined) throw new Error(`表头里没有“${column}”，只有：${[...cells.keys()].join("、")}`);
  return text;
}

/** The printed number in hundredths; undefined where the cell is empty. */
export function numberIn(row: PrintedRow, column: string): bigint | undefined {
  const text = textIn(row, column);
  if (text === "") return undefined;
  if (!/^\d{1,3}(,\d{3})*\.\d\d$/.test(text)) throw new Error(`“${column}”下的“${text}”不是一个金额`);
  return BigInt(text.replace(/[,.]/g, ""));
}

/** The words of the cells of a column one behind the other, as they run on over pages. */
export function columnText({ rows }: PrintedTable, column: string): string {
  return rows.map((row) => textIn(row, column)).join("");
}

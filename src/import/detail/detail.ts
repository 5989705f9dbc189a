import type { CodeLists } from "../../model/budget.js";
import { groupedBy } from "../../model/groups.js";
import type { RecoveredTable } from "../../model/recovered.js";
import type { MoneyUnit } from "../../money/money.js";
import { folded } from "../../text/fold.js";
import { amountText, type ImportedFacts, joined, type ListedTarget, ledgerOf } from "./detail-facts.js";
import { type DetailLine, type DetailNote, lineOf } from "./detail-lines.js";
import { type Conditions, conditionsIn, type Heads, headsOf, unitIn } from "./heads.js";
import { type WrongSum, wrongRowSums, wrongSums } from "./list-sums.js";
import { assetsIn, procurementIn, targetsIn, transfersIn } from "./other-lists.js";
import { type DetailRow, namesUnit, type RowAmount, rowsIn } from "./rows.js";
import { type DetailWords, plainHead } from "./words.js";

/** A table and the file that it stands in. */
export interface GivenTable {
  readonly file: string;
  readonly table: RecoveredTable;
}

/** What detail lists are read with. */
export interface DetailContext {
  readonly words: DetailWords;
  readonly codes: CodeLists;
  readonly year: number;
  readonly unitKind: string | undefined;
  /** the kinds of assets that the format counts */
  readonly assetKinds: readonly string[];
  /** whether it shows 二级指标 */
  readonly hasSecondLevel: boolean;
  /** whose lines are taken; where nobody knows, all are */
  readonly unit: OwnUnit | undefined;
}

export interface OwnUnit {
  readonly code: string;
  readonly name: string | undefined;
}

/** What detail lists say, and what there is to be told of them. */
export interface DetailResult extends ImportedFacts {
  readonly lists: readonly ReadList[];
  readonly notes: readonly DetailNote[];
  /** what codes are called that no list of codes has, but one of those above them */
  readonly namedCodes: Readonly<Record<string, string>>;
  /** tables that are no lists that anything could be taken from */
  readonly others: readonly OtherTable[];
}

export interface OtherTable extends GivenTable {
  /** the column without which a list of expenditure is none */
  readonly lacks?: string;
}

export type ListKind = "支出" | "收入" | "年终结转" | "绩效目标" | "政府采购" | "国有资产" | "专项转移支付";

/** A list that was read, and what of it was not taken. */
export interface ReadList extends GivenTable {
  readonly kind: ListKind;
  readonly rows: readonly DetailRow[];
  /** the rows that were taken */
  readonly taken: ReadonlySet<DetailRow>;
  readonly lines: readonly DetailLine[];
  readonly wrongSums: readonly WrongSum[];
  /** amounts of lines that no budget can have as they are, and why */
  readonly unfit: readonly UnfitAmount[];
  /** the units that other rows are of, each with its rows */
  readonly foreign: ReadonlyMap<string, readonly [DetailRow, ...DetailRow[]]>;
  /** heads of columns that were not read */
  readonly unread: readonly string[];
  /** whether nobody says what its money is counted in */
  readonly isUnitGuessed: boolean;
  /** the list, or the lists, that say the same lines, so that its own were not taken */
  readonly repeats: string | undefined;
}

interface UnfitAmount {
  readonly says: string;
  readonly where: string;
  /** whether it was taken all the same, rounded */
  readonly isTaken: boolean;
}

export function readDetail(tables: readonly GivenTable[], context: DetailContext): DetailResult {
  const notes: DetailNote[] = [];
  const note = (each: DetailNote): void => {
    notes.push(each);
  };
  const read = listsOf(tables, context, note);
  const lists = withoutRepeats(read.flatMap((each) => ("rows" in each ? [each] : [])));
  const taken = lists.filter(({ repeats }) => repeats === undefined);
  const lines = taken.flatMap((list) =>
    list.lines.map((line) => ({ ...line, where: `${list.file} ${line.where}` })),
  );
  const targets = taken.flatMap((list): readonly ListedTarget[] =>
    list.kind === "绩效目标"
      ? targetsIn(
          list.rows.map((row) => locatedIn(list.file, row)),
          { ...context, note },
          titleOf(list.table),
        )
      : [],
  );
  const coded = taken.some(({ rows }) => rows.some(({ says }) => says.项目编码 !== undefined));
  const rowsOf = (kind: ListKind): readonly DetailRow[] =>
    taken.flatMap((list) => (list.kind === kind ? list.rows.map((row) => locatedIn(list.file, row)) : []));
  const facts = joined([
    ledgerOf(lines, targets, coded, note),
    procurementIn(rowsOf("政府采购"), context.words, note),
    assetsIn(rowsOf("国有资产"), context.assetKinds, note),
    transfersIn(rowsOf("专项转移支付")),
  ]);
  return {
    ...facts,
    lists,
    notes,
    namedCodes: namedCodes(notes, context.codes),
    others: read.flatMap((each) => ("rows" in each ? [] : [each])),
  };
}

/** A row that says where it stands among several files. */
function locatedIn(file: string, row: DetailRow): DetailRow {
  const amounts = row.amounts.map((each) => ({ ...each, where: `${file} ${each.where}` }));
  return { ...row, amounts, where: `${file} ${row.where}` };
}

function namedCodes(
  notes: readonly DetailNote[],
  { functional, departmental, governmental }: CodeLists,
): Readonly<Record<string, string>> {
  const named = notes.flatMap(({ kind, words }) => (kind === "代码" ? [words.split(" ")] : []));
  const isKnown = (code: string): boolean =>
    [functional, departmental, governmental].some((list) => list.has(code));
  return Object.fromEntries(
    named.flatMap(([code = "", name]) =>
      name !== undefined && isKnown(code.slice(0, -2)) ? [[code, name]] : [],
    ),
  );
}

/** Each table as the list that it is; one without heads goes on where the one before it ends. */
function listsOf(
  tables: readonly GivenTable[],
  context: DetailContext,
  note: (note: DetailNote) => void,
): readonly (ReadList | OtherTable)[] {
  let before: { readonly heads: Heads; readonly title: string; readonly width: number } | undefined;
  return tables.map((given): ReadList | OtherTable => {
    const { table } = given;
    const width = table.rows[0]?.length ?? 0;
    const own = headsOf(table, context.words);
    const goesOn = own === undefined && before?.width === width && table.above.length === 0;
    const heads = own ?? (goesOn ? before && { ...before.heads, first: 0 } : undefined);
    if (!heads) return given;
    const title = goesOn && before ? before.title : [table.name, ...table.above].join(" ");
    before = { heads, title, width };
    return listOf(given, heads, title, context, note) ?? { ...given, ...lackOf(heads) };
  });
}

/** Printed tables go by 功能科目, too; a list says besides of what project, fund or kind each line is. */
function lackOf({ columns }: Heads): Pick<OtherTable, "lacks"> {
  const fields = new Set<string>(
    columns.flatMap((column) => (column.kind === "code" || column.kind === "text" ? column.field : [])),
  );
  const isList = ["政府经济科目", "项目", "资金来源", "类别"].some((field) => fields.has(field));
  const isSpending = fields.has("功能科目") && columns.some(({ kind }) => kind === "amount");
  return isList && isSpending && !fields.has("部门经济科目") && !fields.has("科目")
    ? { lacks: "部门经济科目" }
    : {};
}

function listOf(
  given: GivenTable,
  heads: Heads,
  title: string,
  context: DetailContext,
  note: (note: DetailNote) => void,
): ReadList | undefined {
  const { table, file } = given;
  const unit = unitOf(table, heads);
  const all = rowsIn(table, heads, unit ?? "元", titleConditions(table, context.words), context.words);
  const foreign = all.filter((row) => !isOwn(row, context.unit));
  // a sum that names no unit is of all of them
  const rows = all.filter(
    (row) => isOwn(row, context.unit) && (foreign.length === 0 || !row.isSum || namesUnit(row.says)),
  );
  const kind = kindOf(heads, rows, title);
  if (kind === undefined) return undefined;
  const isLine = LINE_OF[kind];
  const taken = new Set(rows.filter((row) => !row.isSum && isLine(row)));
  const lineContext = {
    ...context,
    note: (each: DetailNote) => note({ ...each, where: `${file} ${each.where}` }),
  };
  const section = kind === "收入" || kind === "支出" || kind === "年终结转" ? kind : undefined;
  const amounts = [...taken].flatMap((row) =>
    row.amounts.flatMap((amount) => (amount.isSum ? [] : [{ row, amount }])),
  );
  const lines = amounts.flatMap(({ row, amount }) =>
    section && !amount.amount.isNegative() ? [lineOf(section, row, amount, lineContext)] : [],
  );
  return {
    ...given,
    kind,
    rows,
    taken,
    lines,
    wrongSums: section ? [...wrongRowSums(rows), ...wrongSums(rows, taken)] : [],
    unfit: [
      ...amounts.flatMap(({ amount }) => unfitAmounts(amount)),
      ...(section ? rows.flatMap(illegibleAmounts) : []),
    ],
    foreign: groupedBy(foreign, unitSaid),
    unread: heads.columns.flatMap(({ kind, head }) => (kind === "unread" && head !== "" ? [head] : [])),
    isUnitGuessed: section !== undefined && unit === undefined,
    repeats: undefined,
  };
}

/** A row that says no unit, nor stands below one that does, is of the list's. */
function isOwn({ says }: DetailRow, unit: OwnUnit | undefined): boolean {
  const { 单位编码: code, 单位: name } = says;
  if (unit === undefined) return true;
  if (code !== undefined) return code === unit.code;
  return name === undefined || unit.name === undefined || folded(name) === folded(unit.name);
}

function unitSaid({ says }: DetailRow): string {
  return [says.单位编码, says.单位].filter((each) => each !== undefined).join(" ");
}

function unfitAmounts({ amount, isFiner, text, where }: RowAmount): ReadList["unfit"] {
  if (amount.isNegative()) return [{ says: `${text} 是负数，没有取`, where, isTaken: false }];
  return isFiner
    ? [{ says: `${text} 比分还细，四舍五入取 ${amountText(amount)}`, where, isTaken: true }]
    : [];
}

/** Below a table there may be words that are no part of it; a row of it says what it is of. */
function illegibleAmounts({ codes, says, isSum, illegible }: DetailRow): ReadList["unfit"] {
  const isOf = Object.keys(codes).length > 0 || says.资金来源 !== undefined;
  if (isSum || !isOf) return [];
  return illegible.map(({ text, where }) => ({ says: `“${text}”读不成数，没有取`, where, isTaken: false }));
}

/** What makes a row a line of its list, and not the sum of some. */
const LINE_OF: Readonly<Record<ListKind, (row: DetailRow) => boolean>> = {
  支出: ({ codes, amounts }) =>
    amounts.length > 0 && isLeaf(codes.部门经济科目, 5) && isLeaf(codes.功能科目, 7),
  收入: ({ codes, amounts }) =>
    amounts.length > 0 && (codes.功能科目 === undefined || isLeaf(codes.功能科目, 7)),
  年终结转: ({ amounts }) => amounts.length > 0,
  绩效目标: () => true,
  政府采购: ({ amounts }) => amounts.length > 0,
  国有资产: () => true,
  专项转移支付: ({ amounts }) => amounts.length > 0,
};

/** A name alone may be of any level: it is a line's, where nothing else says that it is not. */
function isLeaf(code: { readonly code: string | undefined } | undefined, digits: number): boolean {
  return code !== undefined && (code.code === undefined || code.code.length >= digits);
}

/** Which list a table is, by its columns, and where these do not tell by its title. */
function kindOf({ columns }: Heads, rows: readonly DetailRow[], title: string): ListKind | undefined {
  const fields = new Set(
    columns.flatMap((column) => (column.kind === "code" || column.kind === "text" ? [column.field] : [])),
  );
  const amounts = columns.filter((column) => column.kind === "amount");
  const hasAmounts = amounts.length > 0;
  const hasFunds = fields.has("资金来源") || amounts.some(({ of }) => of.资金来源 !== undefined);
  if (fields.has("三级指标") && fields.has("指标值")) return "绩效目标";
  if (fields.has("资产类型") && fields.has("数量")) return "国有资产";
  if (fields.has("采购类型") && hasAmounts) return "政府采购";
  const isSpent = rows.some(({ codes }) => codes.部门经济科目 !== undefined);
  if (hasAmounts && isSpent && rows.some(({ codes }) => codes.功能科目 !== undefined)) return "支出";
  if (!hasAmounts || isSpent) return undefined;
  if (fields.has("转移支付") || /专项转移支付/u.test(title)) return "专项转移支付";
  if (/年终结转|结转下年/u.test(title) && hasFunds) return "年终结转";
  return /收入/u.test(title) && hasFunds ? "收入" : undefined;
}

function titleOf({ name, above }: RecoveredTable): string {
  return above.find((text) => !/[：:]/u.test(text)) ?? name;
}

function titleConditions({ name, above }: RecoveredTable, words: DetailWords): Conditions {
  return conditionsIn([name, ...above].map(plainHead), words);
}

/** What money is counted in: above the table, in its heads, or in a cell of its first rows. */
function unitOf({ above, rows }: RecoveredTable, { first, columns }: Heads): MoneyUnit | undefined {
  const cells = rows.slice(0, first + 1).flatMap((row) => row.map(({ text }) => text));
  const said = [...above, ...cells].map(unitIn).find((unit) => unit !== undefined);
  return said ?? columns.flatMap((column) => (column.kind === "amount" ? (column.unit ?? []) : []))[0];
}

/** Fewer lines than these may be the same by chance. */
const FEWEST_REPEATED = 2;

/** A list that says the very lines of another, or of several others together, is that list once more. */
function withoutRepeats(lists: readonly ReadList[]): readonly ReadList[] {
  const marks = new Map(lists.map((list) => [list, list.lines.map(markOf).sort().join("\n")]));
  const groups = groupedBy(
    lists.filter(({ lines }) => lines.length >= FEWEST_REPEATED),
    (list) => `${list.kind}\n${marks.get(list)}`,
  );
  const again = new Map(
    [...groups.values()].flatMap(([first, ...more]) => more.map((list) => [list, first] as const)),
  );
  const single = lists.filter((list) => !again.has(list));
  return lists.map((list) => {
    const same = again.get(list);
    if (same) return { ...list, repeats: `${same.file} ${same.table.name}`.trim() };
    const others = single.filter((each) => each !== list && each.kind === list.kind);
    const together = others
      .flatMap(({ lines }) => lines.map(markOf))
      .sort()
      .join("\n");
    const isUnion = others.length > 1 && list.lines.length >= FEWEST_REPEATED && together === marks.get(list);
    return isUnion ? { ...list, repeats: "同样的几张表" } : list;
  });
}

function markOf({ project, where: _, amount, ...of }: DetailLine): string {
  return `${Object.values(of).join(" ")} ${project?.code ?? project?.name ?? ""} ${amount.toFixed(2)}`;
}

import { ROW_SUMS, TOTAL_ROWS, WITHIN } from "./forms.js";
import { numberIn, type PrintedRow, type PrintedTable, type Tables, tableOf, textIn } from "./tables.js";

/** Every printed total that its printed parts cannot make, for each of the tables. */
export function wrongSums(tables: Tables): readonly string[] {
  return [
    ...[...tables.values()].flatMap((table) => [...wrongRows(table), ...wrongColumns(table)]),
    ...wrongBalance(tables),
    ...wrongAppropriation(tables),
  ];
}

function wrongRows({ number, rows }: PrintedTable): readonly string[] {
  return rows.flatMap((row) => [
    ...(ROW_SUMS[number] ?? []).flatMap(([whole, ...parts]) =>
      apart(
        `${number} ${whole}`,
        numberIn(row, whole),
        parts.map((part) => numberIn(row, part)),
      ),
    ),
    ...(WITHIN[number] ?? [])
      .filter(([part, whole]) => (numberIn(row, part) ?? 0n) > (numberIn(row, whole) ?? 0n))
      .map(([part]) => `${number} “${part}”比它所属的数还大`),
  ]);
}

function wrongColumns(table: PrintedTable): readonly string[] {
  const count = TOTAL_ROWS[table.number];
  const rows = withoutRepetition(table);
  const [total] = rows;
  if (count === undefined || !total) return [];
  const details = rows.slice(count);
  const columns = (ROW_SUMS[table.number] ?? []).flat();
  return [...new Set(columns)].flatMap((column) => [
    ...apart(
      `${table.number} ${column}一列`,
      numberIn(total, column),
      details.map((row) => numberIn(row, column)),
    ),
    ...rows
      .slice(0, count)
      .filter((row) => (numberIn(row, column) ?? 0n) !== (numberIn(total, column) ?? 0n))
      .map(() => `${table.number} ${column} 的合计与单位的合计不同`),
  ]);
}

const PROJECT_NAME = "项目单位（项目名称）";

/** A project that runs over a page has its name and amounts again at the top of the next: that counts once. */
export function withoutRepetition({ number, rows }: PrintedTable): readonly PrintedRow[] {
  if (number !== "预算11表") return rows;
  const seen = new Set<string>();
  return rows.filter((row, index) => {
    const name = textIn(row, PROJECT_NAME);
    if (name === "") return false;
    const again = row.first && index > 0 && seen.has(name);
    seen.add(name);
    return !again;
  });
}

/** Whether a table has nothing but one empty row, or rows of nothing that the text speaks of. */
function isNil({ rows }: PrintedTable): boolean {
  return rows.every(({ cells }) => [...cells.values()].every((text) => !/[1-9]/.test(text)));
}

/** The number beside a label of one side of 预算01表 or 预算04表; nothing where all of the table is nothing. */
export function beside(table: PrintedTable, side: string, label: string, column: string): bigint | undefined {
  const row = table.rows.find((each) => textIn(each, `${side}/项目`) === label);
  if (!row && isNil(table)) return undefined;
  if (!row) throw new Error(`${table.number}没有“${label}”一行`);
  return numberIn(row, `${side}/${column}`);
}

/** The numbers beside the labels that the pattern matches, in order. */
export function besideAll(
  table: PrintedTable,
  side: string,
  label: RegExp,
  column: string,
): readonly (bigint | undefined)[] {
  return table.rows
    .filter((row) => label.test(textIn(row, `${side}/项目`)))
    .map((row) => numberIn(row, `${side}/${column}`));
}

const ITEM = /^[一二三四五六七八九十]+、/u;
const SUBITEM = /^（[一二三四五六七八九十]+）/u;

/** 其中：财政拨款 in a side's labels belongs to the number above it. */
const PART = "其中：财政拨款";

function wrongPart(table: PrintedTable, whole: string): readonly string[] {
  const [part, all] = [PART, whole].map((label) => beside(table, "收入", label, "金额") ?? 0n);
  return part !== undefined && all !== undefined && part > all
    ? [`${table.number} ${PART}比${whole}还大`]
    : [];
}

function wrongBalance(tables: Tables): readonly string[] {
  const table = tableOf(tables, "预算01表");
  const of = (side: string, label: string): bigint | undefined => beside(table, side, label, "金额");
  const income = of("收入", "收入总计");
  return [
    ...wrongPart(table, "一、一般公共预算"),
    ...apart("预算01表 本年收入", of("收入", "本年收入合计"), besideAll(table, "收入", ITEM, "金额")),
    ...apart("预算01表 收入总计", income, [of("收入", "本年收入合计"), of("收入", "上年结转结余")]),
    ...apart("预算01表 本年支出", of("支出", "本年支出合计"), besideAll(table, "支出", ITEM, "金额")),
    ...apart("预算01表 支出总计", of("支出", "支出总计"), [
      of("支出", "本年支出合计"),
      of("支出", "年终结转结余"),
    ]),
    ...(income === of("支出", "支出总计") ? [] : ["预算01表 收支不平衡"]),
  ];
}

function wrongAppropriation(tables: Tables): readonly string[] {
  const table = tableOf(tables, "预算04表");
  const of = (label: string): bigint | undefined => beside(table, "收入", label, "金额");
  const sources = besideAll(table, "收入", SUBITEM, "金额");
  const columns = (ROW_SUMS.预算04表 ?? []).flat().map((each) => each.slice("支出/".length));
  return [
    ...wrongPart(table, "（一）一般公共预算拨款"),
    ...apart("预算04表 本年收入", of("一、本年收入"), sources.slice(0, 3)),
    ...apart("预算04表 上年结转", of("二、上年结转"), sources.slice(3)),
    ...apart("预算04表 收入合计", of("收入合计"), [of("一、本年收入"), of("二、上年结转")]),
    ...columns.flatMap((column) => wrongUses(table, column)),
    ...(of("收入合计") === beside(table, "支出", "支出合计", "合计") ? [] : ["预算04表 收支不平衡"]),
  ];
}

function wrongUses(table: PrintedTable, column: string): readonly string[] {
  const of = (label: string): bigint | undefined => beside(table, "支出", label, column);
  const uses = besideAll(table, "支出", SUBITEM, column);
  return [
    ...apart(`预算04表 本年支出 ${column}`, of("一、本年支出"), uses),
    ...apart(`预算04表 支出合计 ${column}`, of("支出合计"), [of("一、本年支出"), of("二、年终结转结余")]),
  ];
}

/**
 * Each printed number stands for half a unit of its last digit on either side, an empty cell for exactly nothing: the
 * intervals of the total and of its parts together must meet.
 */
export function apart(
  what: string,
  whole: bigint | undefined,
  parts: readonly (bigint | undefined)[],
): readonly string[] {
  const numbers = parts.filter((part) => part !== undefined);
  const difference = (whole ?? 0n) - numbers.reduce((sum, part) => sum + part, 0n);
  const halves = BigInt(numbers.length + (whole === undefined ? 0 : 1));
  const size = difference < 0n ? -difference : difference;
  return 2n * size <= halves ? [] : [`${what}：${whole ?? "空"} 不是 ${parts.join(" + ")} 之和`];
}

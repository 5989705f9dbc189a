import { type Quantity, quantity, ZERO } from "../../money/money.js";
import { folded } from "../../text/fold.js";
import type { Sentence } from "../faults/mentions.js";
import { placeOf, whereOf } from "../words/placed-text.js";
import { type AmountToken, countedIn } from "../words/tokens.js";
import { type AmountCell, type DocumentTable, roomOf } from "./document-table.js";
import { BASES, type DocumentFinding } from "./finding.js";
import { grandRow } from "./kinds.js";

/** An amount that a table has under a name, in 元, and how far it may be from what it was rounded from. */
interface Printed {
  readonly yuan: Quantity;
  readonly room: Quantity;
  readonly text: string;
  readonly title: string;
  readonly cell?: AmountCell;
}

type ByName = ReadonlyMap<string, readonly Printed[]>;

/** What a sentence says beside a name, so that the name is the table's. */
const FILLING =
  /(?:[类款项]?科目)?(?:年初)?(?:当年)?(?:预算|预算数|总额|安排|支出预算|支出|经费|费)?(?:为|是|共计|共|约|计|达)?$/u;
const CHANGE = /(?:增加|增长|减少|下降|降低|上升|压减|压缩|节约|相差|调整为)了?$/u;
const SHORTEST = 3;
/** What is called so is another amount in each table, and in the text of each section. */
const OF_SEVERAL = /^(?:基本支出|项目支出)$|(?:预算|基金|资金)$/u;

/** What the text says of figures that the tables have under the same name. */
export function namedAmounts(
  file: string,
  sentences: readonly Sentence[],
  tables: readonly DocumentTable[],
  { year, blamed }: { readonly year: number | undefined; readonly blamed: ReadonlySet<AmountCell> },
): { readonly findings: readonly DocumentFinding[]; readonly checked: ReadonlySet<Sentence> } {
  const names = namesIn(tables);
  const keys = [...names.keys()].toSorted((a, b) => b.length - a.length);
  const findings: DocumentFinding[] = [];
  const checked = new Set<Sentence>();
  for (const sentence of sentences) {
    for (const mention of sentence.mentions) {
      const name = nameBefore(sentence, mention, keys, year);
      const printed = name === undefined ? [] : (names.get(name) ?? []);
      if (printed.length === 0) continue;
      checked.add(sentence);
      const isTold = printed.some(({ cell }) => cell && blamed.has(cell));
      if (!isTold && !printed.some((each) => isSame(mention, each)))
        findings.push(told(file, sentence, mention, printed));
    }
  }
  return { findings, checked };
}

/** The names of rows, and of the columns of grand totals. */
function namesIn(tables: readonly DocumentTable[]): ByName {
  const names = new Map<string, Printed[]>();
  const add = (name: string, printed: readonly Printed[]): void => {
    for (const key of new Set(
      keysOf(name).flatMap((each) => [each, each.replace(/合计$/u, ""), each.replace(/^本年/u, "")]),
    ))
      if (key.length >= SHORTEST && !OF_SEVERAL.test(key))
        names.set(key, [...(names.get(key) ?? []), ...printed]);
  };
  for (const table of tables) {
    for (const { rows } of table.sides)
      for (const row of rows)
        add(row.name, row.cells.size === 0 ? [nothing(table)] : amountsOf(table, row.cells.values()));
    const grand = grandRow(table) ?? onlyRow(table);
    if (!grand) continue;
    for (const [column, path] of table.heads.entries()) {
      const cell = grand.cells.get(column);
      const isMoney = table.sides.some(({ columns }) => columns.includes(column));
      const own = path.filter((name) => !/^(?:合计|小计|总计|金额)$/u.test(name)).at(-1);
      if (own !== undefined && isMoney && isWhole(path, own))
        add(own, cell ? amountsOf(table, [cell]) : [nothing(table)]);
    }
    for (const group of groupsIn(table)) add(group.name, [group.printed(grand.cells)]);
  }
  return names;
}

function onlyRow({ sides }: DocumentTable) {
  const [row, ...others] = sides.flatMap(({ rows }) => rows);
  return others.length === 0 ? row : undefined;
}

/** Whether a column is all that its head says, and not a part of it. */
function isWhole(path: readonly string[], own: string): boolean {
  const leaf = path.at(-1) ?? "";
  return leaf === own || /^(?:合计|小计|总计)$/u.test(leaf);
}

/** Heads over several columns without a total of their own: what they are together. */
function groupsIn(table: DocumentTable) {
  const names = new Set(table.heads.flatMap((path) => path.slice(0, -1)));
  return [...names].flatMap((name) => {
    const columns = table.heads.flatMap((path, column) =>
      path.includes(name) && table.sides.some((side) => side.columns.includes(column)) ? [column] : [],
    );
    const inside = columns.filter(
      (column) => !/^(?:其中|合计|小计)/u.test(table.heads[column]?.at(-1) ?? ""),
    );
    if (inside.length === 0 || inside.length !== columns.length) return [];
    const printed = (cells: ReadonlyMap<number, AmountCell>): Printed => {
      const own = inside.flatMap((column) => cells.get(column) ?? []);
      const yuan = own.reduce((total, { value }) => total.plus(inYuan(value, table)), ZERO);
      return {
        yuan,
        room: inYuan(roomOf(own), table),
        text: own.map(({ text }) => text).join("+"),
        title: table.title,
      };
    };
    return [{ name, printed }];
  });
}

function amountsOf(table: DocumentTable, cells: Iterable<AmountCell>): readonly Printed[] {
  return [...cells].map((cell) => ({
    yuan: inYuan(cell.value, table),
    room: inYuan(roomOf([cell]), table),
    text: cell.text,
    title: table.title,
    cell,
  }));
}

function nothing({ title }: DocumentTable): Printed {
  return { yuan: ZERO, room: ZERO, text: "空", title };
}

function inYuan(value: Quantity, { shift }: Pick<DocumentTable, "shift">): Quantity {
  return value.times(quantity("10").pow(shift));
}

/** A name as it is written, and without what a sentence may leave out or put behind it. */
function keysOf(name: string): readonly string[] {
  const plain = folded(name)
    .replace(/[“”"（）()《》〈〉、：，\s]/gu, "")
    .replace("运行维护", "运行");
  return [plain.replace(/(?:为|是|共计|共|约|计|达)$/u, ""), plain.replace(FILLING, "")];
}

/** The name of a table's that stands right before an amount, and is this year's and no change. */
function nameBefore(
  { text, mentions }: Sentence,
  mention: AmountToken,
  keys: readonly string[],
  year: number | undefined,
): string | undefined {
  if (!countedIn(mention.amount, "元") || /^[，,]?(?:\/|每)/u.test(text.slice(mention.end))) return undefined;
  const before = mentions.findLast(({ end }) => end <= mention.start)?.end ?? 0;
  const clause = text.slice(Math.max(before, mention.start - 60), mention.start);
  if (CHANGE.test(clause)) return undefined;
  const from = Math.max(...["，", "；", "。", "：", "、"].map((mark) => clause.lastIndexOf(mark))) + 1;
  const words = clause.slice(from);
  if (/上年|去年|比|较|其余|超过|不足|以上|以下/u.test(words)) return undefined;
  const [named] = /20\d\d(?=年)/u.exec(words) ?? [];
  if (named !== undefined && year !== undefined && Number(named) !== year) return undefined;
  const own = keysOf(words);
  return keys.find((name) => own.some((key) => key.endsWith(name) && isOwnWord(key, name)));
}

/** 项目支出 is not the 支出 of something else: what stands before the name must end there. */
function isOwnWord(words: string, name: string): boolean {
  const before = words.slice(0, words.length - name.length);
  return (
    /^[一二三四五六七八九十\d]*$/u.test(before) ||
    /(?:年|其中|的|用于|安排|款|当年|单位|中心|局|本年|预算)$/u.test(before)
  );
}

function isSame({ amount }: AmountToken, { yuan, room }: Printed): boolean {
  const own = countedIn(amount, "元");
  if (!own) return true;
  const ownRoom = countedIn({ ...amount, value: roomOf([amount]) }, "元") ?? ZERO;
  return own.minus(yuan).abs().lte(room.plus(ownRoom));
}

function told(
  file: string,
  { text, at }: Sentence,
  mention: AmountToken,
  printed: readonly Printed[],
): DocumentFinding {
  const range = at(mention.start, mention.end);
  const place = placeOf(file, range);
  const clause = text.slice(Math.max(0, mention.start - 24), mention.end).replace(/^.*[，；。：]/u, "");
  const shown = printed.slice(0, 3).map(({ title, text: amount }) => `${title}里是 ${amount}`);
  return {
    weight: "重大",
    code: "审核/矛盾",
    message: `说明里“${clause}”，附表里没有这个数：${[...new Set(shown)].join("，")}`,
    ...(place && { place }),
    where: whereOf(range),
    basis: BASES.prose,
    remedy: "核对说明和附表，改错的那个数",
  };
}

import { type Quantity, quantity } from "../../money/money.js";
import { type AmountCell, type DocumentTable, placeOfCell, roomOf } from "./document-table.js";
import { BASES, type DocumentFinding } from "./finding.js";
import { type DisclosedTable, grandAmount, kindOf, rowAmount } from "./kinds.js";
import { shown } from "./table-totals.js";

/** A figure of a table by the name that all tables have for it. */
interface Known {
  readonly table: DocumentTable;
  readonly cell: AmountCell;
  readonly says: string;
}

type Lookup = (table: DocumentTable) => AmountCell | undefined;

const whole: Lookup = (table) => grandAmount(table, /^(?:合计|总计)$/u);
const row =
  (name: RegExp): Lookup =>
  (table) =>
    rowAmount(table, name);
const column =
  (head: RegExp): Lookup =>
  (table) =>
    grandAmount(table, head);

/** All expenditure but what is carried forward. */
const spent: Lookup = (table) => {
  const [all, carried] = [rowAmount(table, /^支出总计$/u), rowAmount(table, /年终结转/u)];
  return all && carried && { ...all, value: all.value.minus(carried.value) };
};

/** The same figure in two tables; of several that it may equal, one is enough. */
const EQUALS: readonly {
  readonly says: string;
  readonly one: readonly [DisclosedTable, Lookup];
  readonly other: readonly [DisclosedTable, ...Lookup[]];
}[] = [
  {
    says: "收入总计与支出总计",
    one: ["收支总体", row(/^收入总计$/u)],
    other: ["收支总体", row(/^支出总计$/u)],
  },
  {
    says: "收支总体表与收入总体表的收入",
    one: ["收入总体", whole],
    other: ["收支总体", row(/^收入总计$/u), row(/收入合计$/u)],
  },
  {
    says: "收支总体表与支出总体表的支出",
    one: ["支出总体", whole],
    other: ["收支总体", row(/支出合计$/u), row(/^支出总计$/u), spent],
  },
  {
    says: "财政拨款收支总体表的收入与支出",
    one: ["财政拨款收支", row(/^收入(?:总计|合计)$/u)],
    other: ["财政拨款收支", row(/^支出(?:总计|合计)$/u)],
  },
  {
    says: "一般公共预算支出表与基本支出表的基本支出",
    one: ["一般公共预算基本支出", whole],
    other: ["一般公共预算支出", column(/^基本支出$/u)],
  },
];

/** What two tables of a document say otherwise of one figure. */
export function betweenTables(
  file: string,
  tables: readonly DocumentTable[],
  blamed: ReadonlySet<AmountCell>,
): { readonly findings: readonly DocumentFinding[]; readonly checked: readonly AmountCell[] } {
  const ofKind = (kind: DisclosedTable): DocumentTable | undefined =>
    tables.find(({ title }) => kindOf(title) === kind);
  const findings: DocumentFinding[] = [];
  const checked: AmountCell[] = [];
  for (const { says, one, other } of EQUALS) {
    const known = lookUp(ofKind(one[0]), [one[1]], says);
    const [, ...lookups] = other;
    const others = lookUp(ofKind(other[0]), lookups, says);
    const [left] = known;
    if (!left || others.length === 0) continue;
    checked.push(left.cell, ...others.map(({ cell }) => cell));
    const isTold = [left, ...others].some(({ cell }) => blamed.has(cell));
    if (!isTold && !others.some((right) => areEqual(left, right)))
      findings.push(told(file, left, others[0] as Known));
  }
  const projects = projectPairs(ofKind("项目支出"), ofKind("绩效目标"));
  for (const [left, right] of projects) {
    checked.push(left.cell, right.cell);
    const isTold = [left, right].some(({ cell }) => blamed.has(cell));
    if (!isTold && !areEqual(left, right)) findings.push(told(file, left, right));
  }
  return { findings, checked };
}

function lookUp(
  table: DocumentTable | undefined,
  lookups: readonly Lookup[],
  says: string,
): readonly Known[] {
  if (!table) return [];
  return lookups.flatMap((lookup): Known[] => {
    const cell = lookup(table);
    return cell ? [{ table, cell, says }] : [];
  });
}

function areEqual(one: Known, other: Known): boolean {
  const difference = inYuan(one).minus(inYuan(other)).abs();
  const room = [one, other].map(({ table, cell }) => shifted(roomOf([cell]), table.shift));
  return difference.lte((room[0] as Quantity).plus(room[1] as Quantity));
}

function inYuan({ table, cell }: Known): Quantity {
  return shifted(cell.value, table.shift);
}

function shifted(value: Quantity, by: number): Quantity {
  return value.times(quantity("10").pow(by));
}

/** The first amounts of the projects that both tables list by name once. */
function projectPairs(
  projects: DocumentTable | undefined,
  targets: DocumentTable | undefined,
): readonly (readonly [Known, Known])[] {
  if (!projects || !targets) return [];
  const [ours, theirs] = [projects, targets].map(amountsByName);
  return [...(ours ?? [])].flatMap(([name, left]) => {
    const right = theirs?.get(name);
    if (!left || !right) return [];
    const says = `项目“${name}”的金额`;
    return [
      [
        { table: projects, cell: left, says },
        { table: targets, cell: right, says },
      ] as const,
    ];
  });
}

function amountsByName({ sides }: DocumentTable): ReadonlyMap<string, AmountCell | undefined> {
  const amounts = new Map<string, AmountCell | undefined>();
  for (const { name, cells } of sides.flatMap(({ rows }) => rows)) {
    const [cell] = cells.values();
    if (name.length > 3 && cell) amounts.set(name, amounts.has(name) ? undefined : cell);
  }
  return amounts;
}

function told(file: string, left: Known, right: Known): DocumentFinding {
  const place = placeOfCell(file, left.cell);
  const says = ({ table, cell }: Known): string => `${table.title}里是 ${cell.text}`;
  return {
    weight: "重大",
    code: "审核/矛盾",
    message: `${left.says}不相等：${says(left)}，${says(right)}，相差 ${shown(left.cell.value.minus(right.cell.value).abs())}`,
    ...(place && { place }),
    where: `${left.table.title}，${left.cell.where}；${right.table.title}，${right.cell.where}`,
    basis: BASES.between,
    remedy: "核对两张表，改错的那个数",
  };
}

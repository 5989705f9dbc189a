import { digits, type Quantity, ZERO } from "../../money/money.js";
import type { CodeField } from "./heads.js";
import { type DetailRow, type RowAmount, sumOfRow } from "./rows.js";

/** A sum that a list says and its lines do not come to. */
export interface WrongSum {
  readonly what: string;
  readonly said: Quantity;
  readonly found: Quantity;
  readonly where: string;
}

/** Sums within a row: a column of sums against the columns that it goes over. */
export function wrongRowSums(rows: readonly DetailRow[]): readonly WrongSum[] {
  return rows.flatMap(({ amounts }) =>
    amounts.flatMap((each) => {
      if (!each.isSum) return [];
      const scope = each.path.slice(0, -1);
      const isWithin = ({ path, isSum }: RowAmount): boolean =>
        !isSum && scope.every((head, index) => path[index] === head);
      const parts = amounts.filter(isWithin);
      const found = parts.reduce((sum, { amount }) => sum.plus(amount), ZERO);
      return found.eq(each.amount)
        ? []
        : [{ what: "这一行的合计", said: each.amount, found, where: each.where }];
    }),
  );
}

/** Rows that are no lines against the lines of the list that they may be sums of. */
export function wrongSums(rows: readonly DetailRow[], lines: ReadonlySet<DetailRow>): readonly WrongSum[] {
  const before = runningSums(rows, lines);
  const total = before.at(-1) ?? ZERO;
  const points = new Map(before.map((sum, index) => [sum.toFixed(), index]));
  const firstAt = new Map(before.map((sum, index) => [sum.toFixed(), index]).reverse() as [string, number][]);
  const byCode = sumsByCode(rows, lines);
  return rows.flatMap((row, index) => {
    const said = sumOfRow(row).isZero() ? totalOf(row) : sumOfRow(row);
    if (lines.has(row) || said.isZero()) return [];
    const here = before[index] ?? ZERO;
    // the lines right above it or right below it, however many, or all that it names
    const above = firstAt.get(here.minus(said).toFixed());
    const below = points.get(here.plus(said).toFixed());
    if (said.eq(total) || (above !== undefined && above < index) || (below !== undefined && below > index))
      return [];
    const { 功能科目: functional = "", 部门经济科目: departmental = "" } = codesOf(row);
    const named = functional + departmental === "" ? total : byCode.get(`${functional} ${departmental}`);
    if (named?.eq(said)) return [];
    return [{ what: labelOf(row), said, found: named ?? ZERO, where: row.amounts[0]?.where ?? row.where }];
  });
}

/** What all lines before each row come to, and behind the last. */
function runningSums(rows: readonly DetailRow[], lines: ReadonlySet<DetailRow>): readonly Quantity[] {
  const sums: Quantity[] = [ZERO];
  for (const row of rows) {
    const last = sums.at(-1) ?? ZERO;
    sums.push(lines.has(row) ? last.plus(sumOfRow(row)) : last);
  }
  return sums;
}

function totalOf({ amounts }: DetailRow): Quantity {
  return amounts.find(({ isSum }) => isSum)?.amount ?? ZERO;
}

/** What the lines come to under each code that a row may name, of whatever level, alone and together with the other. */
function sumsByCode(
  rows: readonly DetailRow[],
  lines: ReadonlySet<DetailRow>,
): ReadonlyMap<string, Quantity> {
  const sums = new Map<string, Quantity>();
  for (const row of rows) {
    if (!lines.has(row)) continue;
    const { 功能科目: functional = "", 部门经济科目: departmental = "" } = codesOf(row);
    for (const length of [0, 3, 5, 7])
      for (const digits of [0, 3, 5]) {
        const key = `${functional.slice(0, length)} ${departmental.slice(0, digits)}`;
        sums.set(key, (sums.get(key) ?? ZERO).plus(sumOfRow(row)));
      }
  }
  return sums;
}

function codesOf({ codes }: DetailRow): Readonly<Partial<Record<CodeField, string>>> {
  return Object.fromEntries(Object.entries(codes).map(([list, { code = "" }]) => [list, code]));
}

function labelOf({ codes, says, isSum }: DetailRow): string {
  const names = Object.values(codes).map(({ code = "", name = "" }) => `${code} ${name}`.trim());
  const said = [...names, says.项目 ?? ""].filter((each) => each !== "");
  if (said.length === 0 || isSum) return "合计";
  return said.join("、");
}

/** An amount of a sum, to be told. */
export function asTold(amount: Quantity): string {
  return digits(amount, 2, true);
}

import { sum } from "../../money/money.js";
import type { AmountCell, DocumentTable } from "./document-table.js";
import { placeOfCell } from "./document-table.js";
import { BASES, type DocumentFinding } from "./finding.js";
import { differenceOf, holds, shown, sumsOf, type TableSum } from "./table-totals.js";

/** What the sums of the tables say, and which cells were held to one. */
export interface Articulated {
  readonly findings: readonly DocumentFinding[];
  readonly checked: ReadonlySet<AmountCell>;
  /** those that are part of a total that does not hold */
  readonly blamed: ReadonlySet<AmountCell>;
}

/** Holds the tables to their own totals; a wrong cell is told once, whatever depends on it. */
export function articulate(file: string, tables: readonly DocumentTable[]): Articulated {
  const sums = tables.flatMap(sumsOf);
  const checked = new Set(sums.flatMap(({ total, parts }) => [total, ...parts]));
  let broken = sums.filter((each) => !holds(each) && !countsTwice(each));
  const findings: DocumentFinding[] = [];
  const blamed = new Set<AmountCell>();
  while (broken.length > 0) {
    const cell = likeliest(broken);
    const [first] = broken.filter((each) => cellsOf(each).includes(cell));
    // a row that is missing is missing in all columns of its total
    const own = broken.filter(
      (each) =>
        cellsOf(each).includes(cell) || (each.table === first?.table && each.total.line === first.total.line),
    );
    for (const each of own.flatMap(cellsOf)) blamed.add(each);
    broken = broken.filter((each) => !own.includes(each));
    findings.push(told(file, cell, own));
  }
  return { findings, checked, blamed };
}

/** Groups and their items below each other, which nothing but the amounts tells apart, come to twice the total. */
function countsTwice({ total, parts }: TableSum): boolean {
  const added = sum(parts.map(({ value }) => value));
  return !added.isZero() && added.equals(total.value.plus(total.value));
}

function cellsOf({ total, parts }: TableSum): readonly AmountCell[] {
  return [total, ...parts];
}

/** The cell that the most broken totals have in common; a total before its parts. */
function likeliest(broken: readonly TableSum[]): AmountCell {
  const counts = new Map<AmountCell, number>();
  for (const cell of broken.flatMap(cellsOf)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const [[first]] = [...counts].toSorted(([, a], [, b]) => b - a) as [[AmountCell, number]];
  return first;
}

function told(file: string, cell: AmountCell, own: readonly TableSum[]): DocumentFinding {
  const [first] = own as [TableSum];
  const added = sum(first.parts.map(({ value }) => value));
  const others = own.length > 1 ? `；还有 ${own.length - 1} 个合计也因此不符` : "";
  const place = placeOfCell(file, cell);
  return {
    weight: "重大",
    code: "审核/矛盾",
    message: `${first.table.title}：${first.says}印的是 ${first.total.text}，各分项相加是 ${shown(added)}，相差 ${shown(differenceOf(first).abs())}${others}`,
    ...(place && { place }),
    where: `${first.table.title}，${cell.where}`,
    basis: BASES.sum,
    remedy: `核对 ${cell.text} 和各分项，改错的那个数`,
  };
}

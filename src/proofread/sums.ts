import { cellValue } from "../model/printed.js";
import type { Cell, Sum } from "../model/report.js";
import { tableName } from "../model/table-words.js";
import { digits, halfUnit, type Quantity, sum, ZERO } from "../money/money.js";
import type { Finding, Proof, ReadPassage, Rule } from "./rule.js";

export const SUMS: Rule = {
  code: "校对/表内合计",
  severity: "错误",
  says: "表里的合计与各分项之和相等，相差不超过四舍五入所能造成的尾差",
  certainty: "实务",
  basis: "实务；每个印出的数代表末位上下各半个单位的区间，区间相交才算相等",
  examine: ({ passages }: Proof) => passages.flatMap(sumFindings),
};

function sumFindings(passage: ReadPassage): readonly Finding[] {
  const { table, kind, original } = passage;
  const { text } = original;
  if (!table || kind !== "title" || text !== tableName(table)) return [];
  return (table.sums ?? []).filter(isApart).map((each) => ({
    passage,
    start: 0,
    end: text.length,
    message: `${text}“${each.where}”${difference(each)}`,
    remedy:
      "核对这张表的模板：合计和分项的 where 是不是取全、有没有重复，“其中”的列和行有没有写 role: within",
  }));
}

/** Whether the interval of the total and that of the parts together do not meet. */
function isApart({ total, parts }: Sum): boolean {
  const apart = cellValue(total)
    .minus(sum(parts.map(cellValue)))
    .abs();
  return apart.gt(sum([total, ...parts].map(roomOf)));
}

function difference({ total, parts }: Sum): string {
  const added = sum(parts.map(cellValue));
  const apart = cellValue(total).minus(added).abs();
  return `印出的合计是 ${shown(cellValue(total))}，各分项之和是 ${shown(added)}，相差 ${shown(apart)}`;
}

function shown(value: Quantity): string {
  return digits(value, 2, true);
}

/** How far the exact number may lie from the printed one; an empty cell is exactly nothing. */
function roomOf(cell: Cell): Quantity {
  if (cell.kind !== "figure") return ZERO;
  const { decimals, compared } = cell.figure;
  const half = halfUnit(decimals);
  // a difference is of two printed numbers
  return compared ? half.plus(half) : half;
}

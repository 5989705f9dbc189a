import { problem, Refusal } from "../../diagnostic.js";
import type { ReportStyle, Table } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { RULE } from "../layout/page.js";
import { measureIn, type Type } from "../layout/set-line.js";
import { columnDemands, type Demand, divideWidth, fitsFairly } from "./table-columns.js";
import type { HeadGrid } from "./table-head.js";

/** Between a rule and the type beside it, and above and below it, in pt. */
export const PADDING = { side: 2.5, above: 1.5 } as const;

/** How a table's cells are set. */
export interface TableType {
  readonly type: Type;
  /** of the columns, from the middle of one rule to the middle of the next, in pt */
  readonly widths: readonly number[];
}

/** By how much the type shrinks from one attempt to the next, in pt. */
const STEP = 0.5;

/**
 * Finds the largest type in which all columns of a table have a fair width within `width` pt, or else the smallest
 * type with columns in which no figure is broken. Refuses the table if there is none.
 */
export function chooseType(
  table: Table,
  head: HeadGrid,
  style: ReportStyle["table"],
  width: number,
  fonts: Fonts,
): TableType {
  const em = columnDemands(table, head, measureIn({ fonts, style: { ...style, size: 1 } }));
  const sizes = typeSizes(style);
  const size = sizes.find((each) => fitsFairly(padded(em, each), width - RULE)) ?? style.smallest;
  const widths = divideWidth(padded(em, size), width - RULE);
  if (!widths) throw new Refusal([tooWide(table, head, style)]);
  return { type: { fonts, style: { ...style, size, pitch: (style.pitch * size) / style.size } }, widths };
}

function typeSizes({ size, smallest }: ReportStyle["table"]): number[] {
  const sizes: number[] = [];
  for (let each = size; each > smallest; each -= STEP) sizes.push(each);
  return [...sizes, smallest];
}

/** Demands in pt with padding and rule, for type of `size` pt. */
function padded(em: readonly Demand[], size: number): Demand[] {
  const add = (width: number) => width * size + 2 * PADDING.side + RULE;
  return em.map(({ least, numbers, fair, whole, wish }) => ({
    least: add(least),
    numbers: add(numbers),
    fair: add(fair),
    whole: add(whole),
    wish: add(wish),
  }));
}

function tooWide(table: Table, head: HeadGrid, style: ReportStyle["table"]) {
  return problem(
    "排版/放不下",
    `表“${table.title.text}”有${head.columns}栏，字号缩到${style.smallest}磅，数字仍然放不进页面的宽度`,
    undefined,
    "怎么改：把这张表改为横排，减少栏目，缩小页边距，或者调小版式里表的最小字号（pack.yaml 的 style.table.smallest，不小于 7.5）",
  );
}

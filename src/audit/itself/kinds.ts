import type { AmountCell, DocumentTable, TableRow } from "./document-table.js";

/** The tables that 143号 names, as bureaus call them. */
export const TABLE_KINDS = {
  收支总体: /收支(?:预算)?(?:总|表)/u,
  收入总体: /收入(?:预算)?(?:总|表)/u,
  支出总体: /支出(?:预算)?(?:总|表)/u,
  财政拨款收支: /财政拨款(?:预算)?收(?:支|入支出)/u,
  一般公共预算支出: /一般公共预算(?:财政拨款)?支出/u,
  一般公共预算基本支出: /基本支出/u,
  三公经费: /三公/u,
  政府性基金预算支出: /政府性基金/u,
  国有资本经营预算支出: /国有资本经营/u,
  项目支出: /项目支出/u,
  绩效目标: /绩效/u,
} as const;

export type DisclosedTable = keyof typeof TABLE_KINDS;

/** Which of them a title names: the most particular. */
export function kindOf(title: string): DisclosedTable | undefined {
  const particular: readonly DisclosedTable[] = [
    "绩效目标",
    "三公经费",
    "财政拨款收支",
    "一般公共预算基本支出",
    "一般公共预算支出",
    "政府性基金预算支出",
    "国有资本经营预算支出",
    "项目支出",
    "收支总体",
    "收入总体",
    "支出总体",
  ];
  return particular.find((kind) => TABLE_KINDS[kind].test(title));
}

/** The row that sums up all of a table. */
export function grandRow({ sides }: DocumentTable): TableRow | undefined {
  const rows = sides.flatMap((side) => side.rows);
  return rows.find(({ name, cells }) => /^(?:合计|总计|总\s*计)$/u.test(name) && cells.size > 0);
}

/** The amount of the row that is called so. */
export function rowAmount({ sides }: DocumentTable, name: RegExp): AmountCell | undefined {
  for (const side of sides) {
    const row = side.rows.findLast((each) => name.test(each.name));
    const [cell] = row ? row.cells.values() : [];
    if (cell) return cell;
  }
  return undefined;
}

/** The amount of the grand total in the column whose heads are these: the group's own total where it has one. */
export function grandAmount(table: DocumentTable, head: RegExp): AmountCell | undefined {
  const row = grandRow(table);
  const columns = table.heads.flatMap((path, column) =>
    path.some((name) => head.test(name)) ? [column] : [],
  );
  const single = columns.find((column) => table.heads[column]?.length === 1);
  const own =
    single ??
    columns.find(
      (column) => /^(?:合计|小计)$/u.test(table.heads[column]?.at(-1) ?? "") || columns.length === 1,
    );
  return own === undefined ? undefined : row?.cells.get(own);
}

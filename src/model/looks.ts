import type { Align, FontRole, Role } from "./report.js";

/** How what has a role looks, where that is not as everything else in its table. */
export interface Look {
  readonly font?: FontRole;
  /** of words; figures stand where their column has them */
  readonly align?: Align;
  /** of words at the left that name their row, in characters */
  readonly indent?: number;
}

export type RoleLooks = Readonly<Partial<Record<Role, Look>>>;

/** How the rows and the columns of figures of a table look, by their roles. */
export interface TableLooks {
  readonly rows: RoleLooks;
  readonly columns: RoleLooks;
}

const TOTAL: Look = { font: "小标宋", align: "center" };

/** Where a format does not say it: totals bold and in the middle, what is within another behind it. */
export const USUAL_LOOKS: TableLooks = {
  rows: { within: { indent: 2 }, total: TOTAL, grand: TOTAL },
  columns: {},
};

/** The looks of a table that has some of its own: each says only what is not as elsewhere. */
export function looksWith(looks: TableLooks, own: Partial<TableLooks> = {}): TableLooks {
  return { rows: joinedLooks(looks.rows, own.rows), columns: joinedLooks(looks.columns, own.columns) };
}

function joinedLooks(looks: RoleLooks, own: RoleLooks = {}): RoleLooks {
  const changed = Object.entries(own).map(([role, look]) => [role, { ...looks[role as Role], ...look }]);
  return { ...looks, ...Object.fromEntries(changed) };
}

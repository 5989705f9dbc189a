import type { Account, Where } from "../model/ledger.js";
import type { Pack } from "../model/pack/pack.js";
import { accountsOf, type BalanceRow, type ColumnSpec, type TableSpec } from "../model/pack/table-spec.js";

/** Lines of an account that a pack asks for somewhere, so that a unit that has all must have one of them. */
export interface Want {
  readonly account: Account;
  readonly where: Where;
}

/** What the measures of a pack and the columns and rows of its tables ask for. */
export function wantsOf({ measures, tables }: Pick<Pack, "measures" | "tables">): readonly Want[] {
  const measured = [...measures.values()].flatMap((measure) =>
    measure.kind === "sum" || measure.kind === "count"
      ? [{ account: measure.account, where: measure.where }]
      : [],
  );
  return [...measured, ...[...tables.values()].flatMap(wantsOfTable)];
}

function wantsOfTable(spec: TableSpec): readonly Want[] {
  switch (spec.layout) {
    case "pivot":
      return conditionsOf(spec.columns).map((where) => {
        return { account: spec.account, where: { ...spec.where, ...where } };
      });
    case "targets":
      return conditionsOf(spec.columns).map((where) => ({ account: "支出" as const, where }));
    case "list": {
      const [account = "支出"] = accountsOf(spec);
      return conditionsOf(spec.columns).map((where) => ({ account, where }));
    }
    case "form":
      return [];
    case "balance":
      return spec.sides.flatMap((side) =>
        [...side.rows, ...side.totals].flatMap((row) => wantsOfRow(row, side.account)),
      );
  }
}

function wantsOfRow({ account, where = {} }: BalanceRow, own: Account): readonly Want[] {
  return [account ?? own].flat().map((each) => ({ account: each, where }));
}

function conditionsOf(columns: readonly ColumnSpec[]): readonly Where[] {
  return columns.flatMap(({ where, children = [] }) => [
    ...(where ? [where] : []),
    ...conditionsOf(children),
  ]);
}

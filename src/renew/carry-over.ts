import type { Path, Plain } from "../model/source.js";

type Row = Readonly<Record<string, string>>;

/** What this year leaves for the next, and no line of next year's revenue takes up. */
export interface Leftover {
  readonly path: Path;
  /** in the officer's words */
  readonly text: string;
}

/** The lines of this year's 年终结转 for whose money 收入 has no line of 上年结转. */
export function leftovers(value: Plain): readonly Leftover[] {
  const taken = new Set(rowsOf(value, "收入").filter(isCarriedOver).map(kindOf));
  return rowsOf(value, "年终结转").flatMap((row, index) => {
    if (/^[0.]*$/.test(row.金额 ?? "") || taken.has(kindOf(row))) return [];
    return [{ path: ["年终结转", index], text: `${row.资金来源} ${row.金额}` }];
  });
}

function rowsOf(value: Plain, key: string): readonly Row[] {
  return (value as unknown as Readonly<Record<string, readonly Row[] | undefined>>)[key] ?? [];
}

function isCarriedOver({ 年份来源: origin }: Row): boolean {
  return origin === "上年结转";
}

function kindOf({ 资金来源: fund, 财政拨款: appropriation }: Row): string {
  return `${fund} ${appropriation}`;
}

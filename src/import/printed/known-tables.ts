import { type ColumnSpec, moneyStyle, type TableSpec } from "../../model/pack/table-spec.js";
import type { MoneyUnit } from "../../money/money.js";
import { type KnownFacts, lineWords } from "./lines.js";
import type { DocumentFacts } from "./reading.js";

/** A table that a format has, as a document of that format prints it. */
export interface KnownTable {
  readonly spec: TableSpec;
  readonly number: string;
  readonly title: string;
  readonly columns: readonly KnownColumn[];
  /** what its amounts are counted in, where it does not say it */
  readonly unit: MoneyUnit;
  readonly facts: KnownFacts;
}

/** A leaf of its header tree. */
export interface KnownColumn {
  readonly spec: ColumnSpec;
  readonly index: number;
  /** the heads over it, from the outermost to its own */
  readonly heads: readonly string[];
  /** of a balance, which of the sides beside each other it is in */
  readonly side: number;
}

/** The tables that such a document may have; words that are not known before are left out of them. */
export function knownTables({ pack, year, discloser, unit }: DocumentFacts): readonly KnownTable[] {
  const facts = {
    ...{ 年: String(year), 上年: String(year - 1), 主体: discloser },
    ...(unit && { 单位名称: unit.name, 单位代码: unit.code }),
  };
  return [...pack.tables.values()]
    .filter(({ when }) => !when || when.主体 === discloser)
    .map((spec) => ({
      spec,
      number: lineWords(spec.number?.text ?? "", facts),
      title: lineWords(spec.title.text, facts),
      columns: columnsOf(spec, facts).map((column, index) => ({ ...column, index })),
      unit: moneyStyle(spec.money, pack.money.tables).unit,
      facts,
    }));
}

type Unplaced = Omit<KnownColumn, "index">;

function columnsOf(spec: TableSpec, facts: KnownFacts): readonly Unplaced[] {
  switch (spec.layout) {
    case "balance":
      return spec.sides.flatMap(({ header, columns }, side) =>
        columnsIn(columns, [lineWords(header.text, facts)], side, facts),
      );
    case "pivot":
    case "targets":
    case "list":
      return columnsIn(spec.columns, [], 0, facts);
    case "form":
      return [];
  }
}

function columnsIn(
  specs: readonly ColumnSpec[],
  above: readonly string[],
  side: number,
  facts: KnownFacts,
): readonly Unplaced[] {
  return specs.flatMap((spec): readonly Unplaced[] => {
    const { children, header, when } = spec;
    if (when && when.主体 !== facts.主体) return [];
    const heads = [...above, lineWords(header.text, facts)];
    return children ? columnsIn(children, heads, side, facts) : [{ spec, heads, side }];
  });
}

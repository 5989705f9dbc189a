import { DIMENSION_VALUES } from "../../model/dimensions.js";
import { groupedBy } from "../../model/groups.js";
import type { Figure, WrittenAmount } from "../../model/ledger.js";
import { type Aspect, compareRegions, type RegionComparison, regionOf } from "../../model/query.js";
import type { Cell, Table } from "../../model/report.js";
import { rowWords, tableName } from "../../model/table-words.js";
import { headsOver, leavesOf } from "../../model/walk.js";
import { inYuan, isMoney } from "../../money/money.js";

export interface FigureCell {
  readonly cell: Cell;
  readonly figure: Figure;
  readonly table: Table;
  /** the words by which readers find it; asked for only where something leads to it */
  readonly words: () => readonly string[];
}

/** The cell of a figure in a text that speaks of the tables of these names; undefined where there is none. */
export type FindCell = (figure: Figure, explains: readonly string[]) => FigureCell | undefined;

/**
 * The cell of a figure asks for what the figure asks for. Where there is none, it is one that asks for nearly the same,
 * and comes to the same amount of the same lines. Of several it is one in a table that the text speaks of, then one that
 * has most conditions in common, then one with the fewest others, then a part before a whole, then the first.
 */
export function indexCells(tables: readonly Table[]): FindCell {
  const index = groupedBy(tables.flatMap(cellsIn), ({ figure }) => amountOf(figure));
  return (figure, explains) => {
    if (!figure.query) return undefined;
    const lines = new Set(figure.lines);
    const ranked = (index.get(amountOf(figure)) ?? []).flatMap((each) => {
      const found = consistsOf(each.figure, lines) && comparison(each.figure, figure);
      if (!found || !isNear(found, lines.size)) return [];
      return { each, rank: rankOf(found, explains.includes(tableName(each.table))) };
    });
    return ranked.toSorted((a, b) => compareRanks(a.rank, b.rank))[0]?.each;
  };
}

/** What a figure comes to, in whatever it is counted. */
function amountOf({ amount, unit }: Figure): string {
  return isMoney(unit) ? `${inYuan(amount, unit)}元` : `${amount}${unit}`;
}

function cellsIn(table: Table): FigureCell[] {
  const leaves = leavesOf(table.columns);
  return table.rows.flatMap((row) =>
    leaves.flatMap((leaf) => {
      const cell = row.cells[leaf.index];
      if (cell?.kind !== "figure") return [];
      const words = () => [...rowWords(row, leaf, leaves), ...headsOver(leaf)];
      return [{ cell, figure: cell.figure, table, words }];
    }),
  );
}

function consistsOf(figure: Figure, lines: ReadonlySet<WrittenAmount>): boolean {
  const own = new Set(figure.lines);
  return (
    (own.size > 0 || figure.amount.isZero()) &&
    own.size === lines.size &&
    [...own].every((line) => lines.has(line))
  );
}

function comparison(cell: Figure, figure: Figure): RegionComparison | undefined {
  const [own, wanted] = [cell, figure].map(({ query }) => query && regionOf(query));
  return own && wanted && compareRegions(own, wanted);
}

/**
 * A cell that asks for more, or for less, or partly for other money: of another source, year or kind, with a condition in
 * common. Other codes, projects and units are another matter, whatever they come to.
 */
function isNear({ shared, narrower, wider }: RegionComparison, lines: number): boolean {
  // what has no lines can be the same only by what it asks for
  if (lines === 0) return narrower.length + wider.length === 0;
  if (narrower.length === 0 || wider.length === 0) return true;
  return shared > 0 && [...narrower, ...wider].every(isOfMoney);
}

const isOfMoney = (aspect: Aspect): boolean => Object.hasOwn(DIMENSION_VALUES, aspect);

/** What decides between cells, most important first; less is better. */
function rankOf({ shared, narrower, wider }: RegionComparison, isExplained: boolean): readonly number[] {
  const others = new Set([...narrower, ...wider]).size;
  return [Math.min(others, 1), isExplained ? 0 : 1, -shared, others, wider.length];
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  return one.map((each, index) => each - (other[index] ?? 0)).find((each) => each !== 0) ?? 0;
}

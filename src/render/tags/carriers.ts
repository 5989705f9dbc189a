import type { Figure, WrittenAmount } from "../../model/ledger.js";
import type { Cell, Table } from "../../model/report.js";
import { rowWords } from "../../model/table-words.js";
import { headsOver, leavesOf } from "../../model/walk.js";
import { digits } from "../../money/money.js";
import { type CellName, nameOfCell, subjectOf, sureness, wording } from "./cell-names.js";

/** A cell with a figure, and by which words readers find it. */
export interface Carrier {
  readonly cell: Cell;
  readonly figure: Figure;
  readonly table: Table;
  readonly words: readonly string[];
  /** asked for only where figures are the same, as names take time to make */
  readonly name: () => CellName;
}

/** The cell that carries a figure of the text which stands under `heading`; undefined where none does. */
export type FindCarrier = (figure: Figure, heading: string) => Carrier | undefined;

/**
 * A cell carries a figure when both are the same amount of the same ledger lines, so that it is never another that
 * happens to be as large, and it is called what the figure is called, so that it is never one that happens to sum the
 * same lines. Of several it is the one that is called most like the figure, in the table that is called most like the
 * heading, and of these the first. `unit` is the name of whose tables they are.
 */
export function indexCarriers(tables: readonly Table[], unit: string): FindCarrier {
  const index = new Map<string, Carrier[]>();
  for (const carrier of tables.flatMap((table) => carriersIn(table, unit))) {
    const key = printed(carrier.figure);
    index.set(key, [...(index.get(key) ?? []), carrier]);
  }
  return (figure, heading) => {
    if (figure.derived) return undefined;
    const lines = new Set(figure.lines);
    const able = (index.get(printed(figure)) ?? []).filter((each) => consistsOf(each.figure, lines));
    const called = { measure: figure.measure, subject: subjectOf(heading) };
    const surest = most(able, ({ name }) => sureness(name(), called));
    return most(surest, ({ name }) => wording(name(), called))[0];
  };
}

function carriersIn(table: Table, unit: string): Carrier[] {
  const leaves = leavesOf(table.columns);
  return table.rows.flatMap((row) =>
    leaves.flatMap((leaf) => {
      const cell = row.cells[leaf.index];
      if (cell?.kind !== "figure") return [];
      const [own, above] = [rowWords(row, leaf, leaves), headsOver(leaf)];
      const name = () => nameOfCell(table, own, above, unit);
      return [{ cell, figure: cell.figure, table, words: [...own, ...above], name }];
    }),
  );
}

function printed({ amount, decimals, unit }: Figure): string {
  return digits(amount, decimals, false) + unit;
}

function consistsOf(figure: Figure, lines: ReadonlySet<WrittenAmount>): boolean {
  const own = new Set(figure.lines);
  return own.size > 0 && own.size === lines.size && [...own].every((line) => lines.has(line));
}

/** Those of which there is most; those of which nothing is known are left out. */
function most<T>(all: readonly T[], howMuch: (each: T) => number | undefined): readonly T[] {
  const known = all.map((each) => ({ each, much: howMuch(each) ?? Number.NEGATIVE_INFINITY }));
  const greatest = Math.max(...known.map(({ much }) => much));
  return known.filter(({ much }) => Number.isFinite(much) && much === greatest).map(({ each }) => each);
}

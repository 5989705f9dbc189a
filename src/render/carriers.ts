import type { Figure, WrittenAmount } from "../model/ledger.js";
import type { Cell, Table } from "../model/report.js";
import { columnHeads, columnKinds, rowWords } from "../model/table-words.js";
import { digits } from "../money/money.js";
import { likeness } from "./likeness.js";

/** A cell with a figure, and by which words readers find it. */
export interface Carrier {
  readonly cell: Cell;
  readonly figure: Figure;
  readonly table: Table;
  readonly words: readonly string[];
}

/** The cell that carries a figure of the text which stands under `heading`; undefined where none does. */
export type FindCarrier = (figure: Figure, heading: string) => Carrier | undefined;

/**
 * A cell carries a figure when both are the same amount of the same ledger lines, so that it is never another that
 * happens to be as large. Of several it is the one whose table is called most like the heading, of its cells the one
 * that is called most like the figure, and of these the first.
 */
export function indexCarriers(tables: readonly Table[]): FindCarrier {
  const index = new Map<string, Carrier[]>();
  for (const carrier of tables.flatMap(carriersIn)) {
    const key = printed(carrier.figure);
    index.set(key, [...(index.get(key) ?? []), carrier]);
  }
  return (figure, heading) => {
    if (figure.derived) return undefined;
    const lines = new Set(figure.lines);
    const able = (index.get(printed(figure)) ?? []).filter((each) => consistsOf(each.figure, lines));
    const table = mostLike(subjectOf(heading), tablesOf(able), ({ title }) => subjectOf(title));
    const within = able.filter((each) => each.table === table);
    return mostLike(figure.measure, within, ({ words }) => words.join(""));
  };
}

function carriersIn(table: Table): Carrier[] {
  const kinds = columnKinds(table);
  const heads = columnHeads(table.columns);
  return table.rows.flatMap((row) =>
    row.cells.flatMap((cell, column) => {
      if (cell.kind !== "figure") return [];
      const words = [...rowWords(row, column, kinds), ...(heads[column] ?? [])];
      return [{ cell, figure: cell.figure, table, words }];
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

function tablesOf(carriers: readonly Carrier[]): readonly Table[] {
  return [...new Set(carriers.map(({ table }) => table))];
}

/** What a heading or a title is about, without the words that most of them have. */
function subjectOf(name: string): string {
  return name.replace(/^[一二三四五六七八九十]+、|\d{4}年度?|情况|说明|表$/gu, "");
}

function mostLike<T>(text: string, all: readonly T[], wordsOf: (each: T) => string): T | undefined {
  let best: T | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const each of all) {
    const found = likeness(text, wordsOf(each));
    if (found > most) [best, most] = [each, found];
  }
  return best;
}

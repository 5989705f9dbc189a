import type { Account, Where } from "../../model/ledger.js";
import type { RecoveredCell } from "../../model/recovered.js";
import type { Role } from "../../model/report.js";
import { compact } from "../../text/fold.js";
import { type CellGrid, type CellRow, wordsIn } from "./grid.js";
import type { HeadMatch } from "./heads.js";
import type { KnownColumn } from "./known-tables.js";

/** A row of a recovered table below its head, by the columns that were found. */
export interface BodyRow {
  /** what it says in the columns of words, of a code in several columns each part */
  readonly words: ReadonlyMap<KnownColumn, readonly string[]>;
  readonly figures: ReadonlyMap<KnownColumn, RecoveredCell>;
  /** what stands in columns of which nothing is known */
  readonly others: readonly RecoveredCell[];
  /** whether it goes on with what the row above is about: its labels reach over it, or it has none and no figures */
  readonly goesOn: boolean;
  /** where its first words stand */
  readonly where: string;
}

/** What a row, or a side of one, was found to ask of the ledger. */
export interface RowMeaning {
  readonly name: string;
  readonly accounts: readonly Account[];
  readonly conditions: readonly Where[];
  readonly role: Role;
  /** what it is, and what it may be a part of, the finest first */
  readonly key: string;
  readonly within: readonly string[];
}

export function isFigure({ spec: { where, fact } }: KnownColumn): boolean {
  return where !== undefined || fact !== undefined;
}

export function bodyRows({ rows }: CellGrid, { columns, levels, first }: HeadMatch): readonly BodyRow[] {
  const body = rows.slice(first).filter((row) => !isNote(row));
  return body.map(({ own, seen }) => {
    const words = new Map<KnownColumn, readonly string[]>();
    const figures = new Map<KnownColumn, RecoveredCell>();
    const others: RecoveredCell[] = [];
    const labels: RecoveredCell[] = [];
    for (const [place, cell] of own.entries()) {
      const column = columns.get(place) ?? levels.get(place);
      const shown = seen[place] ?? cell;
      if (!column) others.push(cell);
      // what reaches over several rows is the figure of the first
      else if (isFigure(column)) {
        if (shown === cell) figures.set(column, cell);
      } else {
        words.set(column, [...(words.get(column) ?? []), compact(shown.text)]);
        if (column.spec.target === undefined && shown.text !== "") labels.push(cell);
      }
    }
    const hasFigures = [...figures.values()].some(({ text }) => text !== "");
    const goesOn = labels.every(({ text }) => text === "") && (labels.length > 0 || !hasFigures);
    return { words, figures, others, goesOn, where: own.find(({ text }) => text !== "")?.where ?? "" };
  });
}

const NOTE = /^(?:注|备注|说明)/u;

/** What stands below a table may be a row of its sheet. */
function isNote(row: CellRow): boolean {
  const [first = "", ...others] = wordsIn(row);
  return others.length === 0 && NOTE.test(first);
}

/** All that a row says in words, for who looks for it. */
export function rowText({ words }: BodyRow): string {
  return [...words.values()]
    .flat()
    .filter((text) => text !== "")
    .join(" ");
}

/** Whether any amount stands in a row. */
export function hasAmounts({ figures }: BodyRow): boolean {
  return [...figures.values()].some(({ text }) => /\d/u.test(text));
}

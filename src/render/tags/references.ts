import { runText } from "../../model/printed.js";
import type { Cell, Element, Report, Run, Table } from "../../model/report.js";
import { tableCaption } from "../../model/table-words.js";
import { blocksOf, paragraphsOf, tablesOf } from "../../model/walk.js";
import { literally } from "../../text/fold.js";
import { type FindCell, indexCells } from "./figure-cells.js";

/** A stretch of a run's text that leads somewhere else in the document. */
export interface Reference {
  /** in the text that the run prints, in UTF-16 units */
  readonly from: number;
  readonly to: number;
  readonly target: Cell | Table;
  /** where it leads, in words */
  readonly says: string;
}

/** Of each run its references, in order; they do not overlap. Nothing else has any. */
export type References = ReadonlyMap<Element, readonly Reference[]>;

/** Leads the figures of the text to their cells in the annex, and names of tables to the tables. */
export function findReferences(report: Report): References {
  const tables = tablesOf(report);
  const cellOf = indexCells(tables);
  const names = indexTableNames(tables);
  const references = new Map<Element, readonly Reference[]>();
  for (const block of blocksOf(report)) {
    for (const { runs, explains = [] } of paragraphsOf(block)) {
      for (const run of runs) {
        const found = referencesIn(run, explains, cellOf, names).filter(({ target }) => target !== block);
        if (found.length > 0) references.set(run, found);
      }
    }
  }
  return references;
}

function referencesIn(
  run: Run,
  explains: readonly string[],
  cellOf: FindCell,
  names: FindTableNames,
): readonly Reference[] {
  if (run.kind === "text") {
    return names(run.text).map(({ from, to, table }) => ({
      from,
      to,
      target: table,
      says: tableCaption(table),
    }));
  }
  const found = cellOf(run.figure, explains);
  if (!found) return [];
  const to = runText(run).length - run.figure.unit.length;
  const says = [tableCaption(found.table), ...found.words()].join("，");
  return [{ from: 0, to, target: found.cell, says }];
}

/** Where a text names a table: by its title, with or without the year before it, or by its number. */
interface TableName {
  /** in UTF-16 units */
  readonly from: number;
  readonly to: number;
  readonly table: Table;
}

type FindTableNames = (text: string) => readonly TableName[];

/** Names that several tables have are not found: nobody could say which one is meant. */
function indexTableNames(tables: readonly Table[]): FindTableNames {
  const named = new Map<string, Table | undefined>();
  for (const table of tables) {
    for (const name of new Set(namesOf(table))) named.set(name, named.has(name) ? undefined : table);
  }
  const names = [...named.keys()].toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return () => [];
  const pattern = new RegExp(names.map(literally).join("|"), "gu");
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: name, index }) => {
      const table = named.get(name);
      return table ? [{ from: index, to: index + name.length, table }] : [];
    });
}

function namesOf({ number, title }: Table): string[] {
  return [number.text, title.text, title.text.replace(/^\d{4}年度?/, "")].filter((name) => name !== "");
}

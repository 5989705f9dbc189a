import { runText } from "../../model/printed.js";
import type { Block, Cell, Paragraph, Report, Run, Table } from "../../model/report.js";
import { blocksOf, tablesOf } from "../../model/walk.js";
import { type FigureCell, type FindCell, indexCells } from "./figure-cells.js";
import { type FindTableNames, indexTableNames } from "./table-names.js";

/** A stretch of a run's text that leads somewhere else in the document. */
export interface Reference {
  /** in the text that the run prints, in UTF-16 units */
  readonly from: number;
  readonly to: number;
  readonly target: Cell | Table;
  /** where it leads, in words */
  readonly says: string;
}

/** Of each run its references, in order; they do not overlap. */
export type References = ReadonlyMap<Run, readonly Reference[]>;

/** Leads the figures of the text to their cells in the annex, and names of tables to the tables. */
export function findReferences(report: Report): References {
  const tables = tablesOf(report);
  const cellOf = indexCells(tables);
  const names = indexTableNames(tables);
  const references = new Map<Run, readonly Reference[]>();
  for (const block of blocksOf(report)) {
    for (const { runs, explains = [] } of paragraphsIn(block)) {
      for (const run of runs) {
        const found = referencesIn(run, explains, cellOf, names).filter(({ target }) => target !== block);
        if (found.length > 0) references.set(run, found);
      }
    }
  }
  return references;
}

function paragraphsIn(block: Block): readonly Paragraph[] {
  switch (block.kind) {
    case "paragraph":
      return [block];
    case "table":
      return block.notes;
    case "cover":
    case "contents":
    case "heading":
    case "signature":
      return [];
  }
}

function referencesIn(
  run: Run,
  explains: readonly string[],
  cellOf: FindCell,
  names: FindTableNames,
): readonly Reference[] {
  if (run.kind === "text") {
    return names(run.text).map(({ from, to, table }) => ({ from, to, target: table, says: nameOf(table) }));
  }
  const found = cellOf(run.figure, explains);
  if (!found) return [];
  const to = runText(run).length - run.figure.unit.length;
  return [{ from: 0, to, target: found.cell, says: sayCell(found) }];
}

function sayCell({ table, words }: FigureCell): string {
  return [nameOf(table), ...words()].join("，");
}

function nameOf({ number, title }: Table): string {
  return `${number.text} ${title.text}`.trim();
}

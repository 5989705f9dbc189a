import { runText } from "../../model/printed.js";
import type { Cell, Report, Run, Table } from "../../model/report.js";
import { blocksOf, runsOf, tablesOf } from "../../model/walk.js";
import { type Carrier, type FindCarrier, indexCarriers } from "./carriers.js";
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

/** Leads the figures of the text to the cells of the annex that carry them, and names of tables to the tables. */
export function findReferences(report: Report): References {
  const tables = tablesOf(report);
  const carrier = indexCarriers(tables, report.author);
  const names = indexTableNames(tables);
  const references = new Map<Run, readonly Reference[]>();
  let heading = "";
  for (const block of blocksOf(report)) {
    if (block.kind === "heading") heading = block.lines.join("");
    for (const run of runsOf(block)) {
      const found = referencesIn(run, heading, carrier, names).filter(({ target }) => target !== block);
      if (found.length > 0) references.set(run, found);
    }
  }
  return references;
}

function referencesIn(
  run: Run,
  heading: string,
  carrier: FindCarrier,
  names: FindTableNames,
): readonly Reference[] {
  if (run.kind === "text") {
    return names(run.text).map(({ from, to, table }) => ({ from, to, target: table, says: nameOf(table) }));
  }
  const found = carrier(run.figure, heading);
  if (!found) return [];
  const to = runText(run).length - run.figure.unit.length;
  return [{ from: 0, to, target: found.cell, says: sayCarrier(found) }];
}

function sayCarrier({ table, words }: Carrier): string {
  return [nameOf(table), ...words].join("，");
}

function nameOf({ number, title }: Table): string {
  return `${number} ${title}`.trim();
}

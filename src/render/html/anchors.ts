import type { Block, Cell, Element, Report, Table } from "../../model/report.js";
import { blocksOf, paragraphsOf } from "../../model/walk.js";
import { findReferences, type Reference } from "../tags/references.js";

/** Where on a page everything is that something leads to, and what leads there. */
export interface Anchors {
  /** of headings and tables, of cells that sentences speak of, and of the figures that do */
  readonly ids: ReadonlyMap<Element, string>;
  /** of a run, the stretches of it that lead somewhere */
  referencesOf(run: Element): readonly Reference[];
  /** the first figure of the text that leads to a cell */
  mentionOf(cell: Cell): Element | undefined;
}

/** Gives everything that is led to, `cells` among it, a name of its own, the same for the same report. */
export function placeAnchors(report: Report, cells: readonly Cell[]): Anchors {
  const references = findReferences(report);
  const ids = new Map<Element, string>();
  for (const cell of cells) if (!ids.has(cell)) ids.set(cell, `c${ids.size + 1}`);
  const mentions = new Map<Cell | Table, Element>();
  for (const block of blocksOf(report)) {
    if (block.kind === "heading") ids.set(block, `h${ids.size + 1}`);
    if (block.kind === "table") ids.set(block, `t${ids.size + 1}`);
    for (const run of paragraphsOf(block).flatMap(({ runs }) => runs)) {
      for (const { target } of references.get(run) ?? []) {
        if (isTable(target)) continue;
        if (!ids.has(target)) ids.set(target, `c${ids.size + 1}`);
        if (mentions.has(target)) continue;
        ids.set(run, `s${ids.size + 1}`);
        mentions.set(target, run);
      }
    }
  }
  return {
    ids,
    referencesOf: (run) => references.get(run) ?? [],
    mentionOf: (cell) => mentions.get(cell),
  };
}

function isTable(target: Cell | Block): target is Table {
  return target.kind === "table";
}

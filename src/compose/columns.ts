import type { Where } from "../model/ledger.js";
import type { ColumnSpec } from "../model/pack.js";
import type { Align, Column } from "../model/report.js";
import { wordingOf } from "../model/wording.js";

/** The header tree as the report has it: figures at the right, words where the format wants them. */
export function reportColumns(specs: readonly ColumnSpec[]): readonly Column[] {
  return specs.map((spec) => ({
    header: wordingOf(spec.header),
    align: alignOf(spec),
    children: reportColumns(spec.children ?? []),
  }));
}

function alignOf(spec: ColumnSpec): Align {
  return spec.align ?? (spec.where ? "right" : "left");
}

/** The columns that cells stand in, from left to right. */
export function leaves(specs: readonly ColumnSpec[]): readonly ColumnSpec[] {
  return specs.flatMap((spec) => (spec.children ? leaves(spec.children) : [spec]));
}

/** What the columns show of a row besides figures. */
export function shownTexts(specs: readonly ColumnSpec[]): ReadonlySet<string> {
  return new Set(leaves(specs).flatMap((leaf) => leaf.text ?? []));
}

/** The leaves that show figures, with their conditions. */
export function isFigureColumn(spec: ColumnSpec): spec is ColumnSpec & { readonly where: Where } {
  return spec.where !== undefined;
}

import { type ScriptText, type TextRange, whole } from "../words/placed-text.js";
import type { FormEntry, FormLeaf, TableForm } from "./table-form.js";

/** What stands in a cell. */
export interface FoundCell {
  /** undefined where only the order of the cells is known */
  readonly leaf?: FormLeaf;
  readonly range: TextRange;
}

/** A line of a list as the document has it. */
export interface FoundEntry {
  /** which of the lists; undefined where the document does not say */
  readonly list?: number;
  readonly label: ScriptText;
  readonly words: readonly FoundCell[];
  readonly figures: readonly FoundCell[];
}

export interface EntryPair {
  readonly entry: FormEntry;
  readonly found: FoundEntry;
}

/** A cell of the head, over so many columns from `column` on; all words of the head where they are not known. */
export interface FoundHead {
  readonly source: ScriptText;
  readonly columns?: readonly [from: number, to: number];
}

/** Lines that were found beside those that were expected. */
export interface Pairing {
  readonly pairs: readonly EntryPair[];
  readonly missing: readonly FormEntry[];
  readonly superfluous: readonly FoundEntry[];
}

/** An expected table beside what the document has of it. */
export interface TableMatch extends Pairing {
  readonly form: TableForm;
  /** number, title and what stands at the sides above the table */
  readonly caption: ScriptText;
  readonly head: readonly FoundHead[];
  readonly notes: ScriptText;
  /** whether the columns are known, not only the order of the cells */
  readonly ruled: boolean;
}

/** Where a line stands: its label, or its first figure where it has none. */
export function rangeOfLine({ label, figures }: FoundEntry): TextRange {
  return label.text !== "" ? whole(label) : (figures[0]?.range ?? whole(label));
}

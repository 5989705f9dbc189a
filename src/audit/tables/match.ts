import { type Stretch, type Strip, whole } from "../words/strip.js";
import type { Entry, FormLeaf, TableForm } from "./form.js";

/** What stands in a cell. */
export interface FoundCell {
  /** undefined where only the order of the cells is known */
  readonly leaf: FormLeaf | undefined;
  readonly stretch: Stretch;
}

/** A line of a list as the document has it. */
export interface FoundEntry {
  /** which of the lists; undefined where the document does not say */
  readonly list: number | undefined;
  readonly label: Strip;
  readonly words: readonly FoundCell[];
  readonly figures: readonly FoundCell[];
}

export interface EntryPair {
  readonly entry: Entry;
  readonly found: FoundEntry;
}

/** A cell of the head, over so many columns from `column` on; all words of the head where they are not known. */
export interface HeadCell {
  readonly strip: Strip;
  readonly columns: readonly [from: number, to: number] | undefined;
}

/** An expected table beside what the document has of it. */
export interface TableMatch {
  readonly form: TableForm;
  /** number, title and what stands at the sides above the table */
  readonly caption: Strip;
  readonly head: readonly HeadCell[];
  readonly pairs: readonly EntryPair[];
  readonly missing: readonly Entry[];
  readonly superfluous: readonly FoundEntry[];
  readonly notes: Strip;
  /** whether the columns are known, not only the order of the cells */
  readonly ruled: boolean;
}

/** Where a line stands: its label, or its first figure where it has none. */
export function stretchOfLine({ label, figures }: FoundEntry): Stretch {
  return label.text !== "" ? whole(label) : (figures[0]?.stretch ?? whole(label));
}

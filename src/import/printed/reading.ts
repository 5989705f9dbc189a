import type { CodeLists } from "../../model/budget.js";
import type { Pack } from "../../model/pack/pack.js";
import type { Discloser } from "../../model/pack/written-pack.js";

/** What is known beforehand of a document whose tables are to be read. */
export interface DocumentFacts {
  /** the format that it is printed in, or in one like it */
  readonly pack: Pack;
  readonly codes: CodeLists;
  readonly year: number;
  readonly discloser: Discloser;
  /** whose it is */
  readonly unit?: { readonly code: string; readonly name: string };
}

/** What could not be understood of a document, and where it stands. */
export interface Unread {
  readonly what: "table" | "column" | "row" | "cell";
  /** in words for the officer */
  readonly says: string;
  readonly where: string;
}

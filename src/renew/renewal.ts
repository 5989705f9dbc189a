import type { Place } from "../diagnostic/diagnostic.js";
import type { Whereabouts } from "../model/whereabouts.js";

/** The next year's data, and what has become of this year's. */
export interface Renewal {
  /** the file of this year, relative to the project */
  readonly from: string;
  /** the new file, relative to the project */
  readonly file: string;
  readonly unit: string;
  /** the new file's */
  readonly year: number;
  /** the parts that are as they were, and how much there is of them */
  readonly carried: readonly string[];
  /** whatever else there is to say, in the order of the new file */
  readonly changes: readonly LocatedChange[];
}

/** What has become of one value. */
export type ValueChange =
  /** a text in which years have moved on, and what to mind about it; that is empty where there is nothing */
  | { readonly kind: "moved"; readonly old: string; readonly now: string; readonly remark: string }
  /** something that stayed, and may be wrong now */
  | { readonly kind: "doubt"; readonly text: string; readonly why: string }
  /** a list that has no entries any more */
  | { readonly kind: "cleared"; readonly why: string }
  /** something to be filled in, and what this year's file says there */
  | { readonly kind: "emptied"; readonly before: string };

/** A change with its place in the new file. */
export type LocatedChange = ValueChange & { readonly place: Place; readonly where: Whereabouts };

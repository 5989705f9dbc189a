import type { Cell, Run, Table } from "../model/report.js";

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

import type { Place } from "../diagnostic.js";
import type { Block, Cell, Run, Stretch } from "./report.js";

/** Something of a report, or a stretch of its text. */
export interface Spot {
  readonly element: Block | Run | Cell;
  readonly stretch?: Stretch;
}

/** How a sentence or a cell read at one time, and where in that time's report. */
export interface Version {
  readonly text: string;
  readonly spots: readonly Spot[];
}

/** A sentence or a cell that reads otherwise than before; without `before` it is new, without `after` it is gone. */
export type Correction = SentenceCorrection | CellCorrection;

interface Corrected {
  readonly before: Version | undefined;
  readonly after: Version | undefined;
}

export interface SentenceCorrection extends Corrected {
  readonly kind: "sentence";
  /** the heading or the table that it stands under */
  readonly under: string;
}

export interface CellCorrection extends Corrected {
  readonly kind: "cell";
  readonly number: string;
  readonly title: string;
  /** what the row is called; a whole row that is new or gone has no column */
  readonly row: string;
  readonly column: string | undefined;
}

/** A value of the data that is otherwise than before, named by the keys that lead to it. */
export interface DataCorrection {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** where it stands, or where it stood */
  readonly place: Place;
}

import type { Place } from "../diagnostic/diagnostic.js";
import type { Element, Stretch } from "./report.js";

/** Something of a report, or a stretch of its text. */
export interface Spot {
  readonly element: Element;
  readonly stretch?: Stretch;
}

/** How something read at one time, and where in that time's report. */
export interface Version {
  readonly text: string;
  readonly spots: readonly Spot[];
}

/** Something that reads otherwise than before; without `before` it is new, without `after` it is gone. */
export type Correction = SentenceCorrection | CaptionCorrection | CellCorrection | RowCorrection;

interface Corrected {
  readonly before: Version | undefined;
  readonly after: Version | undefined;
  /** what stands before the place that it left or moved to, where there is anything: nothing of it can be set off */
  readonly place?: Spot;
}

/** A sentence, or a line of the cover or of a heading. */
export interface SentenceCorrection extends Corrected {
  readonly kind: "sentence";
  /** the headings that it stands under, the outermost first; none on the cover */
  readonly under: readonly string[];
}

interface OfTable extends Corrected {
  readonly number: string;
  readonly title: string;
}

/** What stands around a table's cells: its number and title, the words above it, its heads and notes. */
interface CaptionCorrection extends OfTable {
  readonly kind: "caption";
}

interface CellCorrection extends OfTable {
  readonly kind: "cell";
  /** what the row is called; a row within a project by both */
  readonly row: readonly string[];
  readonly column: string;
}

/** A whole row: new or gone, or in another order; then its versions are the names of the rows above it. */
interface RowCorrection extends OfTable {
  readonly kind: "row" | "order";
  readonly row: readonly string[];
}

/** A correction with the page where readers of the published file find it; undefined where the page has no number. */
export interface LocatedCorrection {
  readonly correction: Correction;
  readonly page: number | undefined;
}

/** A value of the data that is otherwise than before. */
export interface DataCorrection {
  /** 项目“2024物业管理费”的支出“2210106 30209”的金额 */
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** where it stands, or where it stood */
  readonly place: Place;
}

/** Another file that a disclosure is made from, and what has become of it. */
export interface FileCorrection {
  readonly file: string;
  readonly change: "new" | "changed" | "gone";
}

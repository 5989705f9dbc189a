/** A document that was made elsewhere, as far as it could be read. */
export interface Manuscript {
  /** its name as the officer wrote it */
  readonly file: string;
  readonly pages: readonly ManuscriptPage[];
}

export interface ManuscriptPage {
  /** counts from 1; undefined where a text is not cut into pages */
  readonly number: number | undefined;
  /** from top to bottom */
  readonly pieces: readonly Piece[];
  /** why nothing on it, or not everything, could be read */
  readonly unread: string | undefined;
  /** words that run across it, which are not part of what it says */
  readonly slanting?: string;
}

export type Piece = ScriptLine | Grid;

/** A line of words as it stands on its page. */
export interface ScriptLine {
  readonly kind: "line";
  readonly text: string;
  /** the page of a PDF */
  readonly page: number | undefined;
  /** counts from 1: in a text in its file, in a PDF on its page */
  readonly number: number;
  /** how many characters of the manuscript come before it, so that stretches of different lines can be compared */
  readonly offset: number;
  /** where in `text` the words of a cell went on in another line */
  readonly breaks: readonly number[];
}

/** A table between rules. */
export interface Grid {
  readonly kind: "grid";
  /** how many columns its rules make */
  readonly columns: number;
  readonly rows: readonly GridRow[];
}

/** The cells that begin in a row, beside each other as one line. */
export interface GridRow {
  readonly line: ScriptLine;
  readonly cells: readonly GridCell[];
}

/** A stretch of its row's line. */
interface GridCell {
  /** counts from 0 */
  readonly column: number;
  readonly columns: number;
  readonly start: number;
  readonly end: number;
}

/** The lines of pieces, those of their rows too. */
export function linesOf(pieces: readonly Piece[]): readonly ScriptLine[] {
  return pieces.flatMap((piece) => (piece.kind === "line" ? [piece] : piece.rows.map((row) => row.line)));
}

/** A file that was given, told apart by its content. */
export type Given =
  | { readonly kind: "pdf"; readonly file: string; readonly bytes: Uint8Array }
  | { readonly kind: "text"; readonly file: string; readonly text: string };

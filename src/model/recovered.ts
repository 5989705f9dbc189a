/** What was recovered of a document that was made elsewhere. It is plain data, so that one thread can send it to another. */
export interface Recovered {
  /** its name as the officer wrote it */
  readonly file: string;
  readonly tables: readonly RecoveredTable[];
  /** what stands outside of tables, from first to last */
  readonly paragraphs: readonly RecoveredParagraph[];
  /** what of it a reader does not see, or nobody has calculated, in words */
  readonly remarks: readonly string[];
}

export interface RecoveredParagraph {
  readonly text: string;
  /** its place in words that an officer can look up */
  readonly where: string;
}

/** A table of a document that was made elsewhere, its cells where they stand. */
export interface RecoveredTable {
  /** a sheet's name, or that of the document */
  readonly name: string;
  /** the words over it from top to bottom: its number, its title, what it is counted in */
  readonly above: readonly string[];
  /** the words under it, from top to bottom */
  readonly below: readonly string[];
  /** row by row from its first, each with a cell for each column */
  readonly rows: readonly (readonly RecoveredCell[])[];
}

export interface RecoveredCell {
  /** as a reader sees it, without spaces around it; nothing where another cell reaches over it */
  readonly text: string;
  /** the digits that the file stores, where it stores a number; they may say more than is seen */
  readonly number?: string;
  /** how far the words stand from the left, in characters */
  readonly indent: number;
  /** how many columns and rows it reaches over, itself among them */
  readonly columns: number;
  readonly rows: number;
  /** whether a reader does not see it: its row, column or sheet is hidden */
  readonly hidden?: true;
  /** its place in words that an officer can look up: 收入总表!C7, or 第 9 页第 12 行 */
  readonly where: string;
}

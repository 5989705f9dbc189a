/** How alike two texts must be to be taken for one, by Dice's coefficient from 0 to 1. */
export const ALIKE = {
  /** what stands between the same neighbours in two versions of a document: what is less alike has come new */
  inPlace: 0.3,
  /** a sentence of a foreign document between the same neighbours: 的 and 预算 are in all, so a little more is asked */
  sentenceInPlace: 0.35,
  /** a line of a table between the same neighbours: labels are short, and a changed word is half of one */
  rowInPlace: 0.2,
  /** a line of a table that stands elsewhere */
  row: 0.5,
  /** an item, label or sentence that was edited; what is less alike is put differently, and quoted as a whole */
  edited: 0.6,
  /** a sentence that stands elsewhere: it has no neighbours to be known by, but it is long */
  movedSentence: 0.7,
  /** a title, a row or a section that stands elsewhere: 收入预算总体情况说明 and 支出预算总体情况说明, at 0.73, are two */
  moved: 0.75,
} as const;

/** How much other evidence counts beside words, on the same scale. */
export const EVIDENCE = {
  /** things of one name are one, whatever else is said of them, and things of two are two */
  sameName: 0.8,
  /** rows that have all the same figures may be one */
  sameFigures: 0.5,
  /** a line with so many of its figures, in parts of all, is that line in its place, whatever it is called */
  figuresInPlace: 0.5,
  /** what each character costs that is left to no line of a table */
  leftOut: 0.1,
} as const;

/** How much of something there must be, in parts of all. */
export const SHARE = {
  /** a document that has fewer of the expected sentences and cells is another document */
  known: 0.15,
  /** a table with more lines that are put together of others has lost its order: nobody edits so many by hand */
  strangeRows: 0.15,
  /** a sentence of which more is found wrong needs not be called superfluous too */
  wrong: 0.4,
} as const;

import type { Severity } from "../../diagnostic/diagnostic.js";
import type { Code } from "../../diagnostic/diagnostic-codes.js";
import type { FoundPassage } from "../passages.js";
import type { TextRange } from "../words/placed-text.js";

/** Something that is wrong with a document whatever the data are. */
export interface DocumentFault {
  readonly code: Code;
  readonly severity: Severity;
  /** one sentence in the officer's words */
  readonly message: string;
  /** where it stands, the first place first */
  readonly ranges: readonly [TextRange, ...TextRange[]];
  /** all the words that it is about, where they are more */
  readonly reach?: TextRange;
  /** whether it lies in the numbers within its reach alone: who printed all of them alike, printed the same fault */
  readonly isReckoned?: true;
  readonly notes: readonly string[];
  readonly remedy: string;
}

/** A document as it is read for faults. */
export interface Script {
  /** the text, by headings and what stands between them */
  readonly narrative: readonly FoundPassage[];
  /** titles, cells and notes of the tables */
  readonly tables: readonly FoundPassage[];
}

/** Wrong however it came about: not correcting the document but making it anew is what helps. */
export function fault(
  code: Code,
  message: string,
  ranges: DocumentFault["ranges"],
  remedy: string,
  ...notes: string[]
): DocumentFault {
  return { code, severity: "错误", message, ranges, notes, remedy };
}

/** Numbers that contradict each other; `reach` holds them all, and `range` the one that is most likely wrong. */
export function contradiction(
  message: string,
  range: TextRange,
  reach: TextRange,
  remedy: string,
  ...notes: string[]
): DocumentFault {
  return { ...fault("审核/矛盾", message, [range], remedy, ...notes), reach, isReckoned: true };
}

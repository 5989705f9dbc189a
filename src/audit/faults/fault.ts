import type { Code, Severity } from "../../diagnostic.js";
import type { FoundPassage } from "../passages.js";
import type { Stretch } from "../words/strip.js";

/** Something that is wrong with a document whatever the data are. */
export interface Fault {
  readonly code: Code;
  readonly severity: Severity;
  /** one sentence in the officer's words */
  readonly message: string;
  /** where it stands, the first place first */
  readonly stretches: readonly [Stretch, ...Stretch[]];
  /** all the words that it is about, where they are more */
  readonly reach?: Stretch;
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
  stretches: Fault["stretches"],
  remedy: string,
  ...notes: string[]
): Fault {
  return { code, severity: "错误", message, stretches, notes, remedy };
}

/** Numbers that contradict each other; `reach` holds them all, and `stretch` the one that is most likely wrong. */
export function contradiction(
  message: string,
  stretch: Stretch,
  reach: Stretch,
  remedy: string,
  ...notes: string[]
): Fault {
  return { ...fault("审核/矛盾", message, [stretch], remedy, ...notes), reach, isReckoned: true };
}

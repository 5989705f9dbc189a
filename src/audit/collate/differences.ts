import type { Figure } from "../../model/ledger.js";
import type { Cell } from "../../model/report.js";
import type { Quantity } from "../../money/money.js";
import type { ExpectedText } from "../words/expected-text.js";
import type { TextRange } from "../words/placed-text.js";
import type { Amount, Token } from "../words/tokens.js";

/** Something that a document has otherwise. */
interface Difference {
  readonly range: TextRange;
  /** the section, or the table and its row */
  readonly where: string;
}

/** A figure of the report, and what the document shows in its place. */
export interface Reading extends Difference {
  readonly figure: Figure;
  readonly seen: Amount;
  /** of a table */
  readonly column?: string | undefined;
  readonly cell?: Cell;
}

/** Something that stands in place of something else; either may be nothing. */
interface Substitution extends Difference {
  readonly expected: string;
  readonly found: string;
}

/** Words that stand in place of others. */
export interface Rewording extends Substitution {
  /** the words around the expected ones */
  readonly context: string;
  readonly kind: RewordingKind;
}

/**
 * What kind of words they are: of a sentence, a name in a table, a number of a heading, an enumeration, a name that
 * ends too early, digits that are no figure, or the unit above a table.
 */
export type RewordingKind = "sentence" | "name" | "number" | "list" | "cut" | "digits" | "money";

/** Something expected that the document does not have. */
export interface Missing {
  readonly what: "sentence" | "figure" | "phrase" | "row" | "table" | "caption" | "words";
  readonly expected: readonly string[];
  readonly where: string;
  /** what stands where it should be */
  readonly beside: TextRange | undefined;
  /** the amounts of a row */
  readonly amounts?: readonly Quantity[];
}

/** Something in the document that nothing was expected for. */
export interface Superfluous extends Difference {
  readonly what: "sentence" | "figure" | "row" | "words";
  readonly amounts: readonly Amount[];
  /** as a reader sees it, where that is not what its characters are without blanks */
  readonly shown?: string;
}

/** A figure that stands in another column than its own. */
export type Misplaced = Substitution;

/** Lines or sentences that stand elsewhere than they should. */
export interface Reordering extends Difference {
  readonly what: "sentence" | "row";
  /** each that was moved, and behind which it should stand */
  readonly moved: readonly { readonly name: string; readonly behind: string }[];
}

/** The same written otherwise: half-width marks, decimals, commas. */
export interface Writing extends Substitution {
  readonly what: "mark" | "decimals";
}

/** All that a document has otherwise than the report, and how much of it was held against it. */
export interface Collation {
  readonly readings: readonly Reading[];
  readonly rewordings: readonly Rewording[];
  readonly missing: readonly Missing[];
  readonly superfluous: readonly Superfluous[];
  readonly misplaced: readonly Misplaced[];
  readonly reorderings: readonly Reordering[];
  readonly writings: readonly Writing[];
}

export function together(collations: readonly Partial<Collation>[]): Collation {
  const all = <K extends keyof Collation>(key: K): Collation[K] =>
    collations.flatMap((each) => (each[key] ?? []) as readonly unknown[]) as unknown as Collation[K];
  return {
    readings: all("readings"),
    rewordings: all("rewordings"),
    missing: all("missing"),
    superfluous: all("superfluous"),
    misplaced: all("misplaced"),
    reorderings: all("reorderings"),
    writings: all("writings"),
  };
}

/** The figure that a token of an expected sentence shows. */
export function figureAt({ figures }: ExpectedText, { start }: Token): Figure | undefined {
  return figures.find((span) => span.start === start)?.figure;
}

/** What stands in a sentence in place of an expected figure; nothing where the token is none. */
export function readingOf(
  unit: ExpectedText,
  expected: Token,
  { amount }: Token,
  range: TextRange,
): readonly Reading[] {
  const figure = figureAt(unit, expected);
  return figure && amount ? [{ figure, seen: amount, range, where: unit.under }] : [];
}

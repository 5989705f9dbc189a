import type { Place } from "../../diagnostic/diagnostic.js";
import type { Unit } from "../../money/money.js";
import type { FactSubject, ValueOf } from "../dimensions.js";
import type { Written } from "../source.js";

export const FACT_KINDS = ["amount", "count", "text", "paragraphs", "yes-no", "list"] as const;

/** A fact that a format asks for beyond what every format needs, as its file says it. */
export interface WrittenFact {
  readonly name: string;
  /** what it is, in the officer's words */
  readonly says: string;
  readonly kind: (typeof FACT_KINDS)[number];
  /** what a count counts */
  readonly unit?: string;
  /** of what each has one of its own; of the unit, where it is not said */
  readonly per?: FactSubject;
  /** whether it must be said, as it must where that is not said */
  readonly required?: "true" | "false";
  /** where alone it must be said */
  readonly when?: AskedWhen;
  /** what becomes of it in the next year: it is asked for again, where it is not said */
  readonly next?: "ask" | "copy";
  /** what is said of each entry of a list, where that is more than its name */
  readonly items?: readonly WrittenField[];
}

export const FIELD_KINDS = ["text", "code", "amount", "count", "yes-no"] as const;

/** What is said of each entry of a list. */
export interface WrittenField extends Pick<WrittenFact, "name" | "says" | "unit" | "required"> {
  readonly kind: (typeof FIELD_KINDS)[number];
  /** the format's own list that a code is of */
  readonly list?: string;
}

/** A fact that the format asks, and where it asks for it. */
export interface AskedFact extends Omit<WrittenFact, "items"> {
  readonly items?: readonly AskedField[];
  place(): Place;
}

export interface AskedField extends WrittenField {
  /** what the codes of its list are called in a year */
  names(year: number): ReadonlyMap<string, Written>;
}

/** What a figure of the entries of a list is called, as a measure and in the ledger. */
export function figureOfList(list: string, field: string): string {
  return `${list}${field}`;
}

/** What must hold of a unit, and of what the fact is about, for it to be asked. */
export interface AskedWhen {
  /** one that is not zero */
  readonly measure?: string;
  readonly 单位性质?: readonly ValueOf<"单位性质">[];
}

/** What an amount or a count is counted in; undefined of facts in words. */
export function unitOfFact({
  kind,
  unit,
}: Pick<WrittenFact | WrittenField, "kind" | "unit">): Unit | undefined {
  if (kind === "amount") return "元";
  return kind === "count" ? (unit ?? "个") : undefined;
}

import type { Code } from "../../src/diagnostic/diagnostic-codes.js";
import { BREACHES } from "../proofread/breaches.js";
import type { Edit } from "../proofread/reading.js";
import type { Document } from "./document.js";

/**
 * A fault of published disclosures: how a person would bring it about, and what is told; where nobody can, what is
 * printed instead.
 */
export interface PublishedFault {
  /** in its own words */
  readonly fault: string;
  /** the disclosure that is edited and printed, where it is not the sample */
  readonly of?: "administrative";
  readonly attempts?: readonly Attempt[];
  readonly instead?: (printed: Printing) => unknown;
}

/** What a person would write, in the data or in a template; nothing where the disclosure is so as it is. */
export interface Attempt {
  readonly edits: readonly Edit[];
  /** all that is told of it: the code, and the words that are underlined; "" where there is no place */
  readonly told: readonly (readonly [code: Code, words: string])[];
}

/** The disclosure as it comes out, with edits if any are given. */
export type Printing = (...edits: readonly Edit[]) => Promise<Document>;

export const DATA = "data/403008/2023.yaml";
export const ADMINISTRATIVE = "data/410001/2024.yaml";
export const MEASURES = "templates/henan/measures.yaml";
export const narrative = (name: string): string => `templates/henan/narrative/${name}.hbs`;
export const table = (name: string): string => `templates/henan/tables/${name}.yaml`;

/** A text that occurs once in a file, and what is written in its place. */
export function edit(file: string, find: string, replace: string): Edit {
  return { file, find, replace };
}

/** One edit, and the one thing that is told. */
export function attempt(file: string, find: string, replace: string, code: Code, words: string): Attempt {
  return { edits: [edit(file, find, replace)], told: [[code, words]] };
}

/** The attempt that proofreading is tested with under this name; the words are those underlined. */
export function proofread(name: string, ...words: readonly string[]): Attempt {
  const breach = BREACHES.find(({ fault }) => fault === name);
  if (!breach) throw new Error(`no breach is called “${name}”`);
  return { edits: [breach], told: words.map((each) => [breach.code, each] as const) };
}

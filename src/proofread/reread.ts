import type { Budget } from "../model/budget.js";
import type { Pack } from "../model/pack.js";
import type { Passage, Slip } from "../model/passage.js";
import { CHANGES } from "./changes.js";
import { EMPTY_TABLES } from "./empty-tables.js";
import { FLAT_WITH_REASON } from "./flat.js";
import { PERSONAL_DATA } from "./personal.js";
import { PUNCTUATION } from "./punctuation.js";
import { RESIDUE } from "./residue.js";
import type { Proof, Rule } from "./rule.js";
import { SECRECY } from "./secrecy.js";
import { SYNONYMS } from "./synonyms.js";
import { UNITS } from "./units.js";
import { YEARS } from "./years.js";

/** What holds for any document, whoever has written it: the others ask where a figure comes from. */
const RULES: readonly Rule<Proof>[] = [
  PERSONAL_DATA,
  SECRECY,
  UNITS,
  YEARS,
  FLAT_WITH_REASON,
  CHANGES,
  RESIDUE,
  PUNCTUATION,
  SYNONYMS,
  EMPTY_TABLES,
];

/** What is read, and for which unit and format. */
export interface Rereading {
  readonly passages: readonly Passage[];
  readonly budget: Budget;
  readonly pack: Pack;
}

/** What is wrong with the words of a document that was made elsewhere. */
export function reread(rereading: Rereading): readonly Slip[] {
  const proof = { ...rereading, missing: () => [] };
  return RULES.flatMap(({ code, severity, examine }) =>
    examine(proof).map(({ passage, start, end, message }) => ({
      code,
      severity,
      passage,
      start,
      end,
      message,
    })),
  );
}

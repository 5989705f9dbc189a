import { CHANGES, GROWTH_RATES } from "./changes.js";
import { GLYPHS } from "./characters.js";
import { PERHAPS_PERSONAL_DATA, PERSONAL_DATA } from "./confidential/personal.js";
import { SECRECY } from "./confidential/secrecy.js";
import { DISCLOSED } from "./disclosed.js";
import { EMPTY_TABLES } from "./empty-tables.js";
import { ENUMERATIONS } from "./enumerations.js";
import { FLAT_WITH_REASON } from "./flat.js";
import { NAMED_FIGURES } from "./named-figures.js";
import { PUNCTUATION, PUNCTUATION_IN_CELLS } from "./punctuation.js";
import { RESIDUE, TRUNCATION_IN_CELLS } from "./residue.js";
import type { Proof, Rule } from "./rule.js";
import { SAME_NAME } from "./same-name.js";
import { SHARES } from "./shares.js";
import { SUMS } from "./sums.js";
import { SYNONYMS } from "./synonyms.js";
import { TERMS } from "./terms.js";
import { TYPED_NUMBERS } from "./typed-numbers.js";
import { UNITS } from "./units.js";
import { YEARS, YEARS_IN_CELLS, YEARS_IN_REASONS } from "./years.js";

/** All that a report is read for, in the order in which it is reported. */
export const RULES: readonly Rule[] = [
  GLYPHS,
  PERSONAL_DATA,
  PERHAPS_PERSONAL_DATA,
  SECRECY,
  TYPED_NUMBERS,
  UNITS,
  YEARS,
  YEARS_IN_REASONS,
  YEARS_IN_CELLS,
  FLAT_WITH_REASON,
  CHANGES,
  GROWTH_RATES,
  RESIDUE,
  TRUNCATION_IN_CELLS,
  PUNCTUATION,
  PUNCTUATION_IN_CELLS,
  SYNONYMS,
  TERMS,
  ENUMERATIONS,
  EMPTY_TABLES,
  SUMS,
  SAME_NAME,
  NAMED_FIGURES,
  SHARES,
  DISCLOSED,
];

/** What holds for any document, whoever has written it: the others ask where a figure comes from. */
export const RULES_OF_ANY: readonly Rule<Proof>[] = [
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

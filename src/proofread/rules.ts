import { CHANGES, GROWTH_RATES } from "./changes.js";
import { GLYPHS } from "./characters.js";
import { EMPTY_TABLES } from "./empty-tables.js";
import { FLAT_WITH_REASON } from "./flat.js";
import { PERSONAL_DATA } from "./personal.js";
import { PUNCTUATION, PUNCTUATION_IN_CELLS } from "./punctuation.js";
import { RESIDUE } from "./residue.js";
import type { Rule } from "./rule.js";
import { SECRECY } from "./secrecy.js";
import { SUMS } from "./sums.js";
import { SYNONYMS } from "./synonyms.js";
import { TYPED_NUMBERS } from "./typed-numbers.js";
import { UNITS } from "./units.js";
import { YEARS, YEARS_IN_CELLS } from "./years.js";

/** All that a report is read for, in the order in which it is reported. */
export const RULES: readonly Rule[] = [
  GLYPHS,
  PERSONAL_DATA,
  SECRECY,
  TYPED_NUMBERS,
  UNITS,
  YEARS,
  YEARS_IN_CELLS,
  FLAT_WITH_REASON,
  CHANGES,
  GROWTH_RATES,
  RESIDUE,
  PUNCTUATION,
  PUNCTUATION_IN_CELLS,
  SYNONYMS,
  EMPTY_TABLES,
  SUMS,
];

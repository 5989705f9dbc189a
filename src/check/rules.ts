import { AGENCY_OPERATION_RULES } from "./agency-operation.js";
import { CODE_RULES } from "./codes.js";
import { CONSOLIDATION_RULES } from "./consolidation.js";
import { EXPENDITURE_KIND_RULES } from "./expenditure-kinds.js";
import { FUNCTION_FUND_RULES } from "./function-funds.js";
import { APPROPRIATION_RULES, FUND_RULES } from "./funds.js";
import { LAST_YEAR_RULES } from "./last-year.js";
import { MAGNITUDE_RULES } from "./magnitude.js";
import { MISCOUNTED_RULES } from "./miscounted.js";
import { FACT_RULES } from "./own-facts.js";
import { PERFORMANCE_RULES } from "./performance.js";
import { PERSONNEL_RULES } from "./personnel.js";
import { PROCUREMENT_RULES } from "./procurement.js";
import { PROJECT_RULES } from "./projects.js";
import { REASON_RULES } from "./reasons/reasons.js";
import { RELATION_RULES } from "./relations.js";
import type { LedgerRule } from "./rule.js";
import { THREE_PUBLIC_RULES } from "./three-public.js";
import { TOTAL_RULES } from "./totals.js";
import { VEHICLE_RULES } from "./vehicles.js";

/** What holds this year's figures against last year's. */
export const COMPARING_RULES: readonly LedgerRule[] = [
  ...LAST_YEAR_RULES,
  ...MAGNITUDE_RULES,
  ...REASON_RULES,
];

/** What adds this year's amounts up and holds the sums against one another, and against what indicators say. */
export const SUMMING_RULES: readonly LedgerRule[] = [
  ...TOTAL_RULES,
  ...FUND_RULES,
  ...PROCUREMENT_RULES,
  ...PERFORMANCE_RULES,
];

/** Every 勾稽 rule, in the order in which they are documented. */
export const LEDGER_RULES: readonly LedgerRule[] = [
  ...TOTAL_RULES,
  ...RELATION_RULES,
  ...FUND_RULES,
  ...APPROPRIATION_RULES,
  ...FUNCTION_FUND_RULES,
  ...THREE_PUBLIC_RULES,
  ...EXPENDITURE_KIND_RULES,
  ...AGENCY_OPERATION_RULES,
  ...VEHICLE_RULES,
  ...PROCUREMENT_RULES,
  ...PERFORMANCE_RULES,
  ...PROJECT_RULES,
  ...FACT_RULES,
  ...CODE_RULES,
  ...PERSONNEL_RULES,
  ...CONSOLIDATION_RULES,
  ...LAST_YEAR_RULES,
  ...REASON_RULES,
  ...MISCOUNTED_RULES,
  ...MAGNITUDE_RULES,
];

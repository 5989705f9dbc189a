import type { Parameters } from "fast-check";
import type { Sizes } from "./projects.js";

const { PROPERTY_RUNS, PROPERTY_SEED, PROPERTY_PATH } = process.env;

/** A few budgets on every run of the tests; a night may take many. */
const USUAL = 30;
export const RUNS = Number(PROPERTY_RUNS ?? USUAL);
export const MANY = RUNS > USUAL;

/** Where there is time, budgets are as large as they come. */
export const SIZES: Sizes = MANY
  ? { lines: 40, projects: 60, targets: 12 }
  : { lines: 10, projects: 4, targets: 3 };

/** A run takes one to two seconds of a processor; at night others may have most of it. */
const SECONDS_A_RUN = MANY ? 15 : 4;
const SECOND = 1000;

/** In ms. What is found is told before the test runner stops waiting. */
export const LIMIT = (RUNS + 12) * SECONDS_A_RUN * SECOND;

/** The usual run is the same every time; only a night looks for what nobody has seen yet. */
export const SEED = Number(PROPERTY_SEED ?? "2023");
const IS_SEEDED = PROPERTY_SEED !== undefined || !MANY;

/**
 * To try a property `numRuns` times. A failure prints its seed and path; with both in PROPERTY_SEED and PROPERTY_PATH, and
 * PROPERTY_RUNS as it was, it comes again.
 */
export function settings<Input>(numRuns = RUNS): Parameters<Input> {
  return {
    numRuns,
    interruptAfterTimeLimit: LIMIT - 5 * SECOND,
    markInterruptAsFailure: true,
    ...(IS_SEEDED && { seed: SEED }),
    ...(PROPERTY_PATH !== undefined && { path: PROPERTY_PATH, numRuns: 1, endOnFailure: true }),
  };
}

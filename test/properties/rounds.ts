import { describe, test } from "@jest/globals";
import fc, { type IAsyncProperty } from "fast-check";
import { HENAN } from "./facts.js";
import type { Sizes } from "./projects.js";

const { PROPERTY_RUNS, PROPERTY_SEED, PROPERTY_PATH } = process.env;

/** How often a property is tried: once by every run of the tests, more often by test:real, many times at night. */
const SAMPLE = 1;
const REAL = 30;
export const RUNS = Number(PROPERTY_RUNS ?? SAMPLE);
/** Whether there is time for what proves little more. */
export const THOROUGH = RUNS >= REAL;
export const MANY = RUNS > REAL;

/** Where there is time, budgets are as large as they come. */
export const SIZES: Sizes = MANY
  ? { lines: 40, projects: 60, targets: 12 }
  : { lines: 10, projects: 4, targets: 3 };

/** The usual run is the same every time; only a night looks for what nobody has seen yet. */
export const SEED = Number(PROPERTY_SEED ?? (MANY ? Date.now() % 1_000_000 : 2023));

/** In ms: how long a smaller failing case is looked for, so that what was found is said before the runner stops waiting. */
const SHRINKING = 20_000;

/** Of this format budgets and tables are so unlike the others that it has rounds of its own. */
export const PUTUO = { pack: "shanghai-putuo" };

/** How many of `count` rounds a format has: but for a night, a third stands for all of one like the first. */
export function roundsOf({ pack }: { readonly pack: string }, count = RUNS): number {
  return MANY || pack === HENAN.pack ? count : Math.round(count / 3);
}

/**
 * Tries a property `count` times, each a test of its own with a time of its own. Its name says the seed and the path with
 * which it comes again, in PROPERTY_SEED and PROPERTY_PATH: they are known even where it never comes to an end.
 */
export function tryInRounds<Input>(says: string, property: IAsyncProperty<Input>, count = RUNS): void {
  if (count === 0) return;
  const rounds = Array.from({ length: count }, (_, round) => String(round));
  const paths = PROPERTY_PATH === undefined ? rounds : [PROPERTY_PATH];
  describe(says, () => {
    test.each(paths)(`seed ${SEED}, path %s`, (path) => tryOnce(property, path));
  });
}

/** Tries what a path leads to; where it fails, smaller cases for so long, and tells the smallest that fails. */
export async function tryOnce<Input>(
  property: IAsyncProperty<Input>,
  path: string,
  shrinking = SHRINKING,
): Promise<void> {
  const from = { seed: SEED, path, numRuns: 1 };
  const found = await fc.check(property, { ...from, endOnFailure: true });
  if (!found.failed) return;
  const smaller = await fc.check(property, { ...from, interruptAfterTimeLimit: shrinking });
  const smallest = smaller.failed ? smaller : found;
  throw new Error(fc.defaultReportMessage(smallest), { cause: smallest.errorInstance });
}

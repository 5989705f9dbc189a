import { test } from "@jest/globals";

/** Whether all files run at once and nobody waits for the night: `setup.mjs` says so. */
const isSampled = process.env.DISCLOSURE_TESTS === "sampled" && !process.env.UPDATE;

/**
 * What `npm test` tries of many cases of one kind: every so many-th of them, and the first. A file that is run by itself, and
 * `npm run test:nightly`, try all.
 */
export function sampleOf<T>(cases: readonly T[], every: number): readonly T[] {
  return isSampled ? cases.filter((_, index) => index % every === 0) : cases;
}

/** A test that `npm test` has no time for, of a kind that others of it prove as well. */
export const atNight: typeof test = isSampled ? (test.skip as typeof test) : test;

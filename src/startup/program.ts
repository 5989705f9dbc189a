import { run as runPlainly, type Surroundings } from "../cli/run.js";
import type { UnitOrder, UnitOutcome } from "../work/batch.js";
import buildUnitPlainly from "../work/unit-worker.js";
import { installReady } from "./ready.js";

// The module that the program in one file is made of.

const prepared = installReady();

/** `run` of the command line, with what is ready. */
export function run(args: readonly string[], around: Surroundings): Promise<number> {
  return runPlainly(args, { ...around, prepared });
}

/** Builds one unit's disclosure in a thread, likewise. */
export function buildUnit(order: UnitOrder): Promise<UnitOutcome> {
  return buildUnitPlainly(order, prepared);
}

import { run as runPlainly, type Surroundings } from "../cli/run.js";
import { serveDesk as serveDeskPlainly } from "../web/engine/thread.js";
import { openDesk } from "../web/server/desk.js";
import type { UnitOrder, UnitOutcome } from "../work/batch.js";
import buildUnitPlainly from "../work/unit-worker.js";
import { installReady } from "./ready.js";
import { readyDesk } from "./ready-desk.js";

// The module that the program in one file is made of.

const prepared = installReady();

/** `run` of the command line, with what is ready. */
export function run(args: readonly string[], around: Omit<Surroundings, "desk">): Promise<number> {
  return runPlainly(args, { ...around, prepared, desk: (order) => openDesk(order, readyDesk()) });
}

/** Builds one unit's disclosure in a thread, likewise. */
export function buildUnit(order: UnitOrder): Promise<UnitOutcome> {
  return buildUnitPlainly(order, prepared);
}

/** Does what a thread of the desk was begun for, likewise. */
export function serveDesk(): void {
  serveDeskPlainly(prepared);
}

import type { UnitOrder, UnitOutcome } from "../work/batch.js";
import buildUnit from "../work/unit-worker.js";
import { installReady } from "./ready.js";

// The module that a thread of a batch begins with.

const prepared = installReady();

/** Builds one unit's disclosure, with what is ready. */
export default function buildUnitWithReady(order: UnitOrder): Promise<UnitOutcome> {
  return buildUnit(order, prepared);
}

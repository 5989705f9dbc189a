import type { UnitOrder, UnitOutcome } from "./batch.js";
import { build, openProgram, type Program, type Setting } from "./build.js";
import { isCurrent } from "./current.js";
import { Refusal } from "./diagnostic.js";

/** Opened once for all the units that this thread builds. */
let program: Program | undefined;

/** Builds one unit's disclosure in a thread of its own; what is wrong with it is the outcome, not an error. */
export default async function buildUnit({
  data,
  pack,
  output,
  strict,
  force,
  ...at
}: UnitOrder): Promise<UnitOutcome> {
  try {
    program ??= openProgram(at.program);
    const setting: Setting = {
      program,
      project: at.project,
      strict,
      step: async (_name, _subject, work) => work(),
    };
    const current = force ? undefined : isCurrent({ data, pack, output }, setting);
    if (current) return { data, state: "unchanged", ...current, found: [] };
    const { file, pages, warnings } = await build({ data, pack, output }, setting);
    return { data, state: "built", file, pages, found: warnings };
  } catch (error) {
    if (error instanceof Refusal) return { data, state: "refused", found: error.diagnostics };
    return {
      data,
      state: "crashed",
      found: [],
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

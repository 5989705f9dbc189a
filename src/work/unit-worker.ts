import { Refusal } from "../diagnostic/refusal.js";
import { NameTaken } from "../record/owner.js";
import type { UnitOrder, UnitOutcome } from "./batch.js";
import {
  type BuiltForm,
  build,
  examine,
  openProgram,
  type Prepared,
  type Program,
  type Setting,
} from "./build.js";
import { currentOf } from "./current.js";

/** Opened once for all the units that this thread builds. */
let program: Program | undefined;

/** Builds one unit's disclosure in a thread of its own; what is wrong with it is the outcome, not an error. */
export default async function buildUnit(order: UnitOrder, prepared?: Prepared): Promise<UnitOutcome> {
  const { data } = order;
  try {
    program ??= openProgram(order.program, prepared);
    const { project, strict } = order;
    const setting: Setting = { program, project, strict, step: async (_name, _subject, work) => work() };
    return await (order.draft ? drafted(order, setting) : built(order, setting));
  } catch (error) {
    if (error instanceof NameTaken)
      return { data, state: "refused", file: error.file, found: error.diagnostics };
    if (error instanceof Refusal) {
      const { diagnostics: found, leftOut } = error;
      return { data, state: "refused", found, leftOut };
    }
    const message = error instanceof Error ? error.message : String(error);
    return { data, state: "crashed", found: [], message };
  }
}

async function built(
  { data, pack, output, also, force, records, likeness }: UnitOrder,
  setting: Setting,
): Promise<UnitOutcome> {
  const order = { data, pack, output, also, likeness };
  const ofYear = records.filter((record) => record.includes(`/${data.unit}-${data.year}.`));
  // what is wrong with two units is wrong with the one that has not changed, too
  const current = force || likeness.codes.length > 0 ? undefined : currentOf(order, setting, ofYear);
  if (!current) {
    const { file, kept, pages, forms, warnings } = await build(order, setting);
    const made = { file, ...(kept === undefined ? {} : { kept }), pages, ...formsOf(forms) };
    return { data, state: "built", ...made, found: warnings };
  }
  // it may have been built when warnings did not stop
  if (setting.strict) await examine(order, setting);
  return { data, state: "unchanged", ...current, found: [] };
}

/** An outcome names forms where there are any. */
function formsOf(forms: readonly BuiltForm[]): Pick<UnitOutcome, "forms"> {
  return forms.length > 0 ? { forms: forms.map(({ file }) => file) } : {};
}

async function drafted(
  { data, pack, output, also, likeness }: UnitOrder,
  setting: Setting,
): Promise<UnitOutcome> {
  const { draft } = await import("./draft.js");
  const { file, pages, forms, found } = await draft({ data, pack, output, also, likeness }, setting);
  return { data, state: "drafted", file, pages, ...formsOf(forms), found };
}

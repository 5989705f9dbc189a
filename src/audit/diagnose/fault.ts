import type { Diagnostic } from "../../diagnostic.js";
import type { Wording } from "../collate/differences.js";
import type { Fault } from "../faults/fault.js";
import { textOf } from "../words/strip.js";
import { type Names, placed, quoted, report } from "./saying.js";

/** A fault, with what the program prints instead of the words it is in. */
export function diagnoseFault(fault: Fault, instead: readonly Wording[], names: Names): Diagnostic {
  const [first, ...others] = fault.stretches;
  return report(
    fault.severity,
    fault.code,
    fault.message,
    first,
    names,
    ...fault.notes,
    ...others.map((stretch) => placed(stretch, quoted(textOf(stretch)))),
    ...instead
      .slice(0, 1)
      .map(({ expected, context }) => `程序印的是：${quoted(context === "" ? expected : context)}`),
    `怎么改：${fault.remedy}`,
  );
}

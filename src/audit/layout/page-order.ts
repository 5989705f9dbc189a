import type { ScriptLine } from "../../model/manuscript.js";
import type { BarePage } from "./furniture.js";

/** A page whose number is not the one that follows. */
export interface PageJump {
  readonly expected: number;
  readonly printed: number;
  /** where the number is printed */
  readonly line: ScriptLine;
}

/** What is printed on fewer pages may be no page number. */
const LEAST_NUMBERED = 2 / 3;
/** Where so many are out of order, they are numbers of something else. */
const MOST_JUMPS = 1 / 4;

/** The pages that are missing, too many, or in another's place, told by the numbers on them; an annex may begin anew. */
export function pageJumps(pages: readonly BarePage[]): readonly PageJump[] {
  const numbered = pages.flatMap(({ number }, index) => (number ? [{ index, ...number }] : []));
  const jumps = numbered.slice(1).flatMap(({ index, printed, line }, before): PageJump[] => {
    const last = numbered[before];
    const expected = last ? last.printed + index - last.index : printed;
    return printed === expected || printed === 1 ? [] : [{ expected, printed, line }];
  });
  const isTelling =
    numbered.length >= pages.length * LEAST_NUMBERED && jumps.length <= numbered.length * MOST_JUMPS;
  return isTelling ? jumps : [];
}

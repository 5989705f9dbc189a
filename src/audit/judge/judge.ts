import type { Diagnostic } from "../../diagnostic.js";
import type { Manuscript } from "../../model/manuscript.js";
import type { Pack } from "../../model/pack.js";
import type { Slip } from "../../model/passage.js";
import type { Quantity } from "../../money/money.js";
import { SHARE } from "../../text/thresholds.js";
import type { Held } from "../collate/collate.js";
import type { Missing, Superfluous } from "../collate/differences.js";
import { diagnoseCause, diagnoseFault, diagnoseMisplaced } from "../diagnose/figures.js";
import { diagnoseCaptions, diagnoseMissing, diagnoseSuperfluous } from "../diagnose/gaps.js";
import { diagnoseMarks, diagnoseWritings } from "../diagnose/marks.js";
import { diagnoseContents, diagnosePageJumps, diagnoseReorderings } from "../diagnose/order.js";
import type { Names } from "../diagnose/saying.js";
import { diagnoseUnread, diagnoseWatermarks } from "../diagnose/unread.js";
import { diagnoseWordings } from "../diagnose/wordings.js";
import type { Fault } from "../faults/fault.js";
import { faultsOf, pageFaults } from "../faults/faults.js";
import { type Stretch, spanOf, textOf } from "../words/strip.js";
import { countedIn } from "../words/tokens.js";
import { type Cause, causesOf } from "./causes.js";
import { marksOf } from "./marks.js";
import { brokenSums } from "./sums.js";
import { createTouch, overlap, type Touch } from "./touch.js";

/** What is to be said of a document, each cause once. */
export function judge(
  manuscript: Manuscript,
  held: Held,
  slips: readonly Slip[],
  pack: Pack,
  names: Names,
): readonly Diagnostic[] {
  const { collation, script } = held;
  const found = new Map([...script.narrative, ...script.tables].map((each) => [each.passage, each]));
  const touch = createTouch(collation);
  const faults = faultsOf(script, firstOfEach(slips), found, pack).filter((fault) => isNew(fault, touch));
  const gaps = [...collation.superfluous, ...collation.missing];
  const { causes, shifted } = causesOf(collation.readings, gaps.map(shiftOf));
  const shiftedBy = new Map(gaps.map((gap, index) => [gap, shifted[index] ?? []]));
  const broken = brokenSums(held.sums, collation.readings);
  const own = faults.filter((fault) => !causes.some((cause) => isAt(fault, cause)));
  const isTold = (stretch: Stretch | undefined): boolean =>
    stretch !== undefined && own.some((fault) => covers(fault, stretch));
  const marks = marksOf(collation, firstOfEach(slips), found, touch.around);
  const isRead = manuscript.pages.every(({ unread }) => unread === undefined);
  const isWhole = isRead && held.jumbled.length === 0;
  return [
    ...diagnoseUnread(manuscript, held.jumbled, names),
    ...diagnoseWatermarks(manuscript),
    ...causes.flatMap((cause) => {
      const sums = broken.filter(({ sum }) =>
        cause.readings.some(({ cell }) => cell && [sum.total, ...sum.parts].includes(cell)),
      );
      return diagnoseCause(cause, { sums, faults: faults.filter((fault) => isAt(fault, cause)) }, names);
    }),
    ...collation.misplaced.map((each) => diagnoseMisplaced(each, names)),
    ...own.map((fault) =>
      diagnoseFault(
        fault,
        collation.wordings.filter(({ stretch }) => covers(fault, stretch)),
        names,
      ),
    ),
    ...pageFaults(held.pageStrips).map((fault) => diagnoseFault(fault, [], names)),
    ...collation.missing
      .filter(({ what, beside }) => what !== "caption" && !(isSmall(what) && isTold(beside)))
      .map((each) =>
        diagnoseMissing(each, shiftedBy.get(each) ?? [], isWhole || (isRead && isPart(each)), names),
      ),
    ...diagnoseCaptions(
      collation.missing.filter(({ what }) => what === "caption"),
      names,
    ),
    ...collation.superfluous
      .filter(({ what, stretch }) => !(isSmall(what) ? isTold(stretch) : isMostly(stretch, own)))
      .map((each) => diagnoseSuperfluous(each, shiftedBy.get(each) ?? [], usedBeside(held, each), names)),
    ...diagnoseWordings(
      collation.wordings.filter(({ stretch }) => !isTold(stretch)),
      held.facts,
      names,
    ),
    ...diagnoseReorderings(collation.reorderings, names),
    ...diagnoseWritings(collation.writings, names),
    ...diagnoseMarks(marks, names),
    // what an entry leads to may stand where nothing could be read
    ...diagnoseContents(
      held.wrongEntries.filter(({ page }) => isWhole || page !== undefined),
      names,
    ),
    ...diagnosePageJumps(held.pageJumps, names),
  ];
}

/** Whether a fault is not the report's too, as far as its words tell. */
function isNew({ stretches, reach, isReckoned }: Fault, touch: Touch): boolean {
  return isReckoned && reach ? touch.within(reach) : stretches.some(touch.around);
}

/** More slips of one kind say nothing new. */
const MOST_SLIPS = 200;

function firstOfEach(slips: readonly Slip[]): readonly Slip[] {
  const counts = new Map<string, number>();
  return slips.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= MOST_SLIPS;
  });
}

function isSmall(what: Missing["what"] | Superfluous["what"]): boolean {
  return what === "figure" || what === "phrase" || what === "words";
}

/** What is part of something that was read cannot stand in a table that was not. */
function isPart({ what }: Missing): boolean {
  return what === "row" || what === "figure" || what === "phrase";
}

/** By how much the totals differ that a row is missing in, or added to. */
function shiftOf(gap: Missing | Superfluous): readonly Quantity[] {
  if ("stretch" in gap)
    return gap.what === "row" ? gap.amounts.flatMap((amount) => countedIn(amount, "万元") ?? []) : [];
  return (gap.amounts ?? []).map((amount) => amount.negated());
}

function isAt(fault: Fault, { readings }: Cause): boolean {
  return readings.some(({ stretch }) => covers(fault, stretch));
}

function covers({ stretches, reach }: Fault, stretch: Stretch): boolean {
  return [...stretches, ...(reach ? [reach] : [])].some((each) => overlap(spanOf(each), spanOf(stretch)));
}

function isMostly(stretch: Stretch, faults: readonly Fault[]): boolean {
  const [from, to] = spanOf(stretch);
  const lengths = faults.map(({ stretches: [first] }) => {
    const [start, end] = spanOf(first);
    return Math.max(0, Math.min(to, end) - Math.max(from, start));
  });
  return Math.max(0, ...lengths) >= SHARE.wrong * (to - from);
}

/** Whether a term occurs anywhere but where it is explained. */
function usedBeside({ script }: Held, { stretch }: Superfluous): (term: string) => boolean {
  return (term) => {
    const texts = [...script.narrative, ...script.tables].map(({ strip }) => strip.text);
    const all = texts.reduce((count, text) => count + text.split(term).length - 1, 0);
    return all > textOf(stretch).split(term).length - 1;
  };
}

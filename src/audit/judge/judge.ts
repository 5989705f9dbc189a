import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Manuscript } from "../../model/manuscript.js";
import type { Pack } from "../../model/pack/pack.js";
import type { Slip } from "../../model/passage.js";
import type { Quantity } from "../../money/money.js";
import { namesChange } from "../../text/direction.js";
import { SHARE } from "../../text/thresholds.js";
import type { Collated } from "../collate/collate.js";
import type { Missing, Superfluous } from "../collate/differences.js";
import { diagnoseCause, diagnoseFault, diagnoseMisplaced } from "../diagnose/figures.js";
import { diagnoseCaptions, diagnoseMissing, diagnoseSuperfluous } from "../diagnose/gaps.js";
import { diagnoseMarks, diagnoseWritings } from "../diagnose/marks.js";
import { diagnoseContents, diagnosePageJumps, diagnoseReorderings } from "../diagnose/order.js";
import { diagnoseRewordings } from "../diagnose/rewordings.js";
import type { SourceNames } from "../diagnose/saying.js";
import { diagnoseUnread, diagnoseWatermarks } from "../diagnose/unread.js";
import type { DocumentFault } from "../faults/fault.js";
import { faultsOf, pageFaults } from "../faults/faults.js";
import type { FoundSlip } from "../faults/slips.js";
import { spanOf, type TextRange, textOf } from "../words/placed-text.js";
import { countedIn } from "../words/tokens.js";
import { causesOf, type FigureCause } from "./causes.js";
import { marksOf } from "./marks.js";
import { brokenSums } from "./sums.js";
import { createTouch, overlap } from "./touch.js";

/** What is to be said of a document, each cause once. */
export function judge(
  manuscript: Manuscript,
  collated: Collated,
  slips: readonly Slip[],
  { words }: Pack,
  names: SourceNames,
): readonly Diagnostic[] {
  const { collation, script } = collated;
  const found = new Map([...script.narrative, ...script.tables].map((each) => [each.passage, each]));
  const touch = createTouch(collation);
  const placed = firstOfEach(slips).flatMap((slip): readonly FoundSlip[] => {
    const place = found.get(slip.passage);
    return place ? [{ ...slip, place }] : [];
  });
  // what the report has too, as far as the words tell, is no fault of the document
  const faults = faultsOf(script, placed, words).filter(({ ranges, reach, isReckoned }) =>
    isReckoned && reach ? touch.within(reach) : ranges.some(touch.around),
  );
  const gaps = [...collation.superfluous, ...collation.missing];
  const { causes, shifted } = causesOf(collation.readings, gaps.map(shiftOf));
  const shiftedBy = new Map(gaps.map((gap, index) => [gap, shifted[index] ?? []]));
  const broken = brokenSums(collated.sums, collation.readings);
  // where a rise stands in place of a fall, numbers that are as the report has them contradict each other by that alone
  const turned = collation.rewordings.filter(
    ({ expected, found: instead }) => namesChange(expected) && namesChange(instead),
  );
  const isTurned = (fault: DocumentFault): boolean =>
    fault.isReckoned === true && turned.some(({ range }) => covers(fault, range));
  const own = faults.filter((fault) => !causes.some((cause) => isAt(fault, cause)) && !isTurned(fault));
  const isReported = (range: TextRange | undefined): boolean =>
    range !== undefined && own.some((fault) => covers(fault, range));
  const rewordings = collation.rewordings.filter(({ range }) => !isReported(range));
  const marks = marksOf(collation, placed, touch.around);
  const isRead = manuscript.pages.every(({ unread }) => unread === undefined);
  const isWhole = isRead && collated.jumbled.length === 0;
  const said = [
    ...causes.flatMap((cause) => {
      const sums = broken.filter(({ sum }) =>
        cause.readings.some(({ cell }) => cell && [sum.total, ...sum.parts].includes(cell)),
      );
      const alike = faults.filter((fault) => isAt(fault, cause));
      return diagnoseCause(cause, sums, alike);
    }),
    ...collation.misplaced.map((each) => diagnoseMisplaced(each)),
    ...own.map((fault) => {
      const instead = collation.rewordings.find(({ range }) => covers(fault, range));
      return diagnoseFault(fault, instead);
    }),
    ...pageFaults(collated.pageTexts).map((fault) => diagnoseFault(fault)),
    ...collation.missing
      .filter(({ what, beside }) => what !== "caption" && !(SMALL.includes(what) && isReported(beside)))
      .map((each) => {
        const isCertain = isWhole || (isRead && PARTS.includes(each.what));
        return diagnoseMissing(each, shiftedBy.get(each) ?? [], isCertain);
      }),
    ...diagnoseCaptions(collation.missing.filter(({ what }) => what === "caption")),
    ...collation.superfluous
      .filter(({ what, range }) => !(SMALL.includes(what) ? isReported(range) : isMostly(range, own)))
      .map((each) => diagnoseSuperfluous(each, shiftedBy.get(each) ?? [], usedBeside(collated, each))),
    ...diagnoseRewordings(rewordings, collated.facts),
    ...diagnoseReorderings(collation.reorderings),
    ...diagnoseWritings(collation.writings),
    ...diagnoseMarks(marks),
    // what an entry leads to may stand where nothing could be read
    ...diagnoseContents(collated.wrongEntries.filter(({ page }) => isWhole || page !== undefined)),
    ...diagnosePageJumps(collated.pageJumps),
  ];
  return [
    ...diagnoseUnread(manuscript, collated.jumbled),
    ...diagnoseWatermarks(manuscript),
    ...said.map((remark) => remark(names)),
  ];
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

/** Parts of a sentence or a line, which a fault at their place speaks of too. */
const SMALL: readonly string[] = ["figure", "phrase", "words"];
/** What is part of something that was read cannot stand in a table that was not. */
const PARTS: readonly string[] = ["row", "figure", "phrase"];

/** By how much the totals differ that a row is missing in, or added to. */
function shiftOf(gap: Missing | Superfluous): readonly Quantity[] {
  if ("range" in gap)
    return gap.what === "row" ? gap.amounts.flatMap((amount) => countedIn(amount, "万元") ?? []) : [];
  return (gap.amounts ?? []).map((amount) => amount.negated());
}

function isAt(fault: DocumentFault, { readings }: FigureCause): boolean {
  return readings.some(({ range }) => covers(fault, range));
}

function covers({ ranges, reach }: DocumentFault, range: TextRange): boolean {
  return [...ranges, ...(reach ? [reach] : [])].some((each) => overlap(each, range));
}

function isMostly(range: TextRange, faults: readonly DocumentFault[]): boolean {
  const [from, to] = spanOf(range);
  const lengths = faults.map(({ ranges: [first] }) => {
    const [start, end] = spanOf(first);
    return Math.max(0, Math.min(to, end) - Math.max(from, start));
  });
  return Math.max(0, ...lengths) >= SHARE.wrong * (to - from);
}

/** Whether a term occurs anywhere but where it is explained. */
function usedBeside({ script }: Collated, { range }: Superfluous): (term: string) => boolean {
  return (term) => {
    const texts = [...script.narrative, ...script.tables].map(({ source }) => source.text);
    const all = texts.reduce((count, text) => count + text.split(term).length - 1, 0);
    return all > textOf(range).split(term).length - 1;
  };
}

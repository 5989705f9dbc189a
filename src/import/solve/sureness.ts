import { firstOfEach, groupedBy } from "../../model/groups.js";
import type { FenRange, Side } from "./asked.js";
import { differences, type Equation } from "./equations.js";
import { rangesOf, type Transportation } from "./flow.js";
import { DEAR } from "./prices.js";
import type { Amounts } from "./solved-amounts.js";
import type { Unknown } from "./unknowns.js";

/** How sure a line is: by the tables alone, by what is usual, or one of several that print the same. */
export type Sureness = "定" | "按对应" | "多解";

/** How sure an unknown amount is, and between which amounts it can be by practice. */
export interface Judged extends FenRange {
  readonly sureness: Sureness;
  /** the unknowns that could be had in its place, itself the first; of what is sure there are none */
  readonly rivals: readonly Rival[];
}

export interface Rival extends FenRange {
  readonly number: number;
}

/** What is known of all unknowns by the tables together. */
export interface Situation {
  readonly unknowns: readonly Unknown[];
  readonly bounds: readonly FenRange[];
  readonly cells: readonly Equation[];
  readonly amounts: Amounts;
  /** the unknowns in cells that are not printed again, so that nothing of them is sure */
  readonly doubted: ReadonlySet<number>;
}

/** A sum of lines of one side of their classifications, and the block that all of them are of. */
interface Node extends Equation {
  readonly block: string | undefined;
}

/** So many roundings may stand between a line and the cells that it is known from. */
const ROUNDINGS = 4;

/** How sure each of the lines is that have an amount. */
export function judge(situation: Situation): ReadonlyMap<number, Judged> {
  const { unknowns, bounds, amounts } = situation;
  const tolerance = toleranceOf(situation.cells);
  const taken = unknowns.flatMap((_, number) => ((amounts[number] ?? 0) > 0 ? [number] : []));
  // what may be nothing is not known to be there
  const isNarrow = ({ low, high }: FenRange): boolean => low > 0 && high - low <= tolerance;
  const isKnown = (number: number): boolean => isNarrow(bounds[number] ?? { low: 0, high: 0 });
  const [known, open] = [taken.filter(isKnown), taken.filter((number) => !isKnown(number))];
  const judged = new Map(known.map((number) => [number, certain(bounds[number])] as const));
  const equations = nodesOf(situation);
  const possible = unknowns.flatMap((_, number) => ((bounds[number]?.high ?? 0) > 0 ? [number] : []));
  const blocks = groupedBy(
    possible.filter((number) => unknowns[number]?.dimensions.经济科目 !== undefined),
    (number) => blockOf(unknowns[number]),
  );
  for (const [block, members] of blocks) {
    const wanted = open.filter((number) => blockOf(unknowns[number]) === block && members.includes(number));
    for (const [number, each] of judgeBlock(situation, equations, members, wanted, isNarrow))
      judged.set(number, each);
  }
  for (const number of open)
    if (!judged.has(number)) judged.set(number, undecided(situation, equations, number, new Map()));
  for (const number of situation.doubted)
    if (judged.has(number)) judged.set(number, undecided(situation, equations, number, new Map()));
  return judged;
}

/** The widest rounding of a cell, as often as it may add up. */
export function toleranceOf(cells: readonly Equation[]): number {
  return ROUNDINGS * cells.reduce((all, { low, high }) => Math.max(all, high - low), 0);
}

function certain(range: FenRange = { low: 0, high: 0 }): Judged {
  return { ...range, sureness: "定", rivals: [] };
}

/** Basic expenditure, or that on projects, of one pot. */
function blockOf(unknown: Unknown | undefined): string {
  return `${unknown?.pot} ${unknown?.dimensions.支出性质}`;
}

/** The sums of expenditure by function and by economic code, printed and between printed ones, the finest first. */
function nodesOf({ unknowns, cells, bounds }: Situation): readonly Node[] {
  const possible = (number: number): boolean => (bounds[number]?.high ?? 0) > 0;
  const kept = cells.map((each) => ({ ...each, terms: each.terms.filter(possible) }));
  return [...kept, ...differences(kept)]
    .filter(({ terms }) => terms.length > 0)
    .map((each): Node => {
      const [block, another] = new Set(each.terms.map((term) => blockOf(unknowns[term])));
      return { ...each, block: another === undefined ? block : undefined };
    })
    .sort((a, b) => a.terms.length - b.terms.length || a.high - a.low - (b.high - b.low));
}

/** The lines of a block by its transportation problem: with every line possible first, then with those that are not dear. */
function judgeBlock(
  situation: Situation,
  equations: readonly Node[],
  members: readonly number[],
  wanted: readonly number[],
  isNarrow: (range: FenRange) => boolean,
): ReadonlyMap<number, Judged> {
  const { unknowns } = situation;
  if (wanted.length === 0) return new Map();
  const usual = usualOf(situation, members);
  const sure = rangesIn(situation, equations, members, wanted);
  const likely = rangesIn(situation, equations, usual, usual);
  return new Map(
    wanted.map((number) => {
      const range = sure.get(number);
      if (range && isNarrow(range)) return [number, certain(range)] as const;
      const practical = likely.get(number);
      const isUnusual = (unknowns[number]?.price ?? 0) >= DEAR;
      if (practical && isNarrow(practical) && !isUnusual)
        return [number, { ...practical, sureness: "按对应", rivals: [] }] as const;
      return [number, undecided(situation, equations, number, likely)] as const;
    }),
  );
}

/**
 * The lines that are not dear. Where something dear is unavoidable under a function, all that is no dearer could be it as
 * well: of solutions that cost the same, only one was found.
 */
function usualOf({ unknowns, amounts }: Situation, members: readonly number[]): readonly number[] {
  const dearest = new Map<string, number>();
  for (const number of members) {
    const { group = "", price = 0 } = unknowns[number] ?? {};
    if ((amounts[number] ?? 0) > 0) dearest.set(group, Math.max(price, dearest.get(group) ?? 0));
  }
  return members.filter((number) => {
    const { group = "", price = 0 } = unknowns[number] ?? {};
    return price < DEAR || price <= (dearest.get(group) ?? 0);
  });
}

/** A line of which there are others in its place: those that share its amount of an economic code. */
function undecided(
  { unknowns, bounds, amounts }: Situation,
  equations: readonly Node[],
  number: number,
  ranges: ReadonlyMap<number, FenRange>,
): Judged {
  const own = unknowns[number];
  const side: Side = own?.dimensions.经济科目 === undefined ? "project" : "economy";
  const shared =
    equations.find((each) => each.side === side && each.terms.includes(number)) ??
    equations.find(({ terms }) => terms.length > 1 && terms.includes(number));
  const price = (each: number): number => unknowns[each]?.price ?? 0;
  const isLikely = (each: number): boolean => price(each) < DEAR || (amounts[each] ?? 0) > 0;
  const at = (each: number): FenRange =>
    ranges.get(each) ?? ((isLikely(each) && bounds[each]) || { low: 0, high: 0 });
  const others = (shared?.terms ?? [])
    .filter((each) => each !== number && unknowns[each]?.account === own?.account && at(each).high > 0)
    .sort((a, b) => price(a) - price(b) || at(b).high - at(a).high || a - b);
  const rivals = [number, ...others].map((each): Rival => ({ ...at(each), number: each }));
  return { ...at(number), sureness: "多解", rivals };
}

/** Between which amounts some lines of a block can be, where only its `members` are. */
function rangesIn(
  situation: Situation,
  equations: readonly Node[],
  members: readonly number[],
  wanted: readonly number[],
): ReadonlyMap<number, FenRange> {
  const own = new Set(members);
  const left = nodes(equations, "function", members, own, situation);
  const right = nodes(equations, "economy", members, own, situation);
  const problem: Transportation = {
    left: left.ranges,
    right: right.ranges,
    arcs: members.map((number) => ({ from: left.of.get(number) ?? 0, to: right.of.get(number) ?? 0 })),
  };
  const position = new Map(members.map((number, index) => [number, index]));
  const ranges = rangesOf(
    problem,
    wanted.map((number) => position.get(number) ?? 0),
  );
  return new Map(
    wanted.flatMap((number, index) => (ranges?.[index] ? [[number, ranges[index]] as const] : [])),
  );
}

/** For each line the finest sum of one side that is of this block alone; a line without one has a sum of its own. */
function nodes(
  equations: readonly Node[],
  side: Side,
  members: readonly number[],
  own: ReadonlySet<number>,
  { unknowns, bounds }: Situation,
): { readonly ranges: readonly FenRange[]; readonly of: ReadonlyMap<number, number> } {
  const block = blockOf(unknowns[members[0] ?? 0]);
  const within = equations.flatMap((each) => {
    if (each.side !== side || each.block !== block) return [];
    return [{ ...each, terms: each.terms.filter((term) => own.has(term)) }];
  });
  const finest = new Map<number, Equation>();
  for (const each of within) for (const term of each.terms) if (!finest.has(term)) finest.set(term, each);
  const chosen = firstOfEach([...finest.values()], (each) => each);
  const of = new Map<number, number>();
  const ranges = chosen.map((each, index): FenRange => {
    const held = each.terms.filter((term) => finest.get(term) === each);
    for (const term of held) of.set(term, index);
    // what others hold of it is not known, so that nothing need be left for these
    return { low: held.length < each.terms.length ? 0 : each.low, high: each.high };
  });
  const alone = members.filter((number) => !of.has(number));
  for (const [index, number] of alone.entries()) of.set(number, chosen.length + index);
  return { ranges: [...ranges, ...alone.map((number) => ({ low: 0, high: bounds[number]?.high ?? 0 }))], of };
}

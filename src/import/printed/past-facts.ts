import { groupedBy } from "../../model/groups.js";
import type { Query } from "../../model/ledger.js";
import { type Measure, queryOf } from "../../model/pack/measure.js";
import type { Pack } from "../../model/pack/pack.js";
import { callsIn, SAYING, syntaxOf } from "../../model/template.js";
import { type Quantity, sum } from "../../money/money.js";
import type { AmountRange } from "./amounts.js";
import { figuresInProse, type PlacedWords } from "./prose.js";
import type { ReadTables } from "./read-tables.js";
import { byRegion, type OneUnit, partitionsOf, regionKeys } from "./regions.js";

/** What a document of last year says of the measures that this year is compared by. */
export interface LastYearFacts {
  readonly facts: readonly LastYearFact[];
  /** those of which it says nothing */
  readonly missing: readonly Measure[];
  /** those that it gives differently in two places, with both, in words */
  readonly doubtful: readonly { readonly measure: Measure; readonly says: string }[];
}

export interface LastYearFact {
  readonly measure: Measure;
  /** as it is printed, in 元 or in pieces */
  readonly amount: Quantity;
  readonly text: string;
  readonly where: string;
}

/** A place that says what a measure came to. */
interface Evidence extends AmountRange {
  readonly text: string;
  readonly where: string;
}

/** The measures that a format compares with last year, wherever it says so. */
export function comparedMeasures({
  compared,
  narrative,
  measures,
}: Pick<Pack, "compared" | "narrative" | "measures">): readonly Measure[] {
  const asking: readonly string[] = [...SAYING.change, ...OF_CHANGE];
  const called = [...narrative.values()].flatMap(({ text }) => callsIn(syntaxOf(text)));
  const names = called.filter(({ helper }) => asking.includes(helper)).flatMap((call) => call.measures);
  return [...new Set([...compared, ...names])].flatMap((name) => measures.get(name) ?? []);
}

/** What also asks how a measure changed, and does not say it. */
const OF_CHANGE = ["增减词", "升降词", "同增减", "持平", "为零两年"];

/**
 * What a document of last year printed for each measure that is compared: where a cell of its tables asks for the same,
 * or its text stands where the format prints the measure. The most exact of several is taken; an empty cell says nothing
 * against a figure. What no place says is the sum of those that say its parts.
 */
export function lastYearFacts(
  read: Pick<ReadTables, "tables">,
  paragraphs: readonly PlacedWords[],
  pack: Pack,
  unit: OneUnit | undefined,
): LastYearFacts {
  const keyed = regionKeys(unit);
  const cells = read.tables.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]));
  const byQuery = byRegion(cells, keyed);
  const placesOf = (query: Query): readonly Evidence[] => byQuery.get(keyed(query)) ?? [];
  const sumFor = (query: Query): Evidence | undefined => {
    for (const parts of partitionsOf(query)) {
      const found = parts.flatMap((part) => bestOf(placesOf(part)) ?? []);
      if (found.length === parts.length) return sumOf(found);
    }
    return undefined;
  };
  const said = groupedBy(figuresInProse(paragraphs, pack), ({ measure }) => measure);
  const facts: LastYearFact[] = [];
  const missing: Measure[] = [];
  const doubtful: { measure: Measure; says: string }[] = [];
  for (const measure of comparedMeasures(pack)) {
    const query = queryOf(pack.measures, measure);
    const places = [...(query ? placesOf(query) : []), ...(said.get(measure) ?? [])];
    const best = bestOf(places) ?? (query && sumFor(query));
    const says = disagreement(places);
    if (!best) missing.push(measure);
    else if (says === undefined)
      facts.push({ measure, amount: best.printed, text: best.text, where: best.where });
    else doubtful.push({ measure, says: `“${measure.name}”两处不同：${says}` });
  }
  return { facts, missing, doubtful };
}

/** A figure before an empty cell, and the most exact of them. */
function bestOf(places: readonly Evidence[]): Evidence | undefined {
  const printed = places.filter(({ text }) => text !== "");
  const [best] = (printed.length > 0 ? printed : places).toSorted((a, b) => widthOf(a).cmp(widthOf(b)));
  return best;
}

/** What several places come to together; those of nothing need not be named. */
function sumOf(parts: readonly Evidence[]): Evidence {
  const named = parts.filter(({ text }) => text !== "");
  return {
    low: sum(parts.map(({ low }) => low)),
    high: sum(parts.map(({ high }) => high)),
    printed: sum(parts.map(({ printed }) => printed)),
    text: named.map(({ text }) => text).join("＋"),
    where: (named.length > 0 ? named : parts).map(({ where }) => where).join("、"),
  };
}

function widthOf({ low, high }: Evidence): Quantity {
  return high.minus(low);
}

/** Two places that no one amount can be printed as; undefined where all agree. */
function disagreement(all: readonly Evidence[]): string | undefined {
  const places = all.filter(({ text }) => text !== "");
  const [first] = places;
  if (!first) return undefined;
  const least = places.reduce((one, other) => (other.high.lt(one.high) ? other : one), first);
  const most = places.reduce((one, other) => (other.low.gt(one.low) ? other : one), first);
  if (most.low.lte(least.high)) return undefined;
  return [least, most].map(({ where, text }) => `${where}是 ${text}`).join("，");
}

import { groupedBy } from "../../model/groups.js";
import { type Measure, queryOf } from "../../model/pack/measure.js";
import type { Pack } from "../../model/pack/pack.js";
import { callsIn, SAYING, syntaxOf } from "../../model/template.js";
import type { Quantity } from "../../money/money.js";
import type { AmountRange } from "./amounts.js";
import { figuresInProse, type PlacedWords } from "./prose.js";
import type { ReadTables } from "./read-tables.js";
import { byRegion, type OneUnit, regionKeys } from "./regions.js";

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
 * against a figure.
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
  const said = groupedBy(figuresInProse(paragraphs, pack), ({ measure }) => measure);
  const facts: LastYearFact[] = [];
  const missing: Measure[] = [];
  const doubtful: { measure: Measure; says: string }[] = [];
  for (const measure of comparedMeasures(pack)) {
    const query = queryOf(pack.measures, measure);
    const key = query && keyed(query);
    const places: readonly Evidence[] = [
      ...(key === undefined ? [] : (byQuery.get(key) ?? [])),
      ...(said.get(measure) ?? []),
    ];
    const printed = places.filter(({ text }) => text !== "");
    const [best] = (printed.length > 0 ? printed : places).toSorted((a, b) => widthOf(a).cmp(widthOf(b)));
    const says = disagreement(printed);
    if (!best) missing.push(measure);
    else if (says === undefined)
      facts.push({ measure, amount: best.printed, text: best.text, where: best.where });
    else doubtful.push({ measure, says: `“${measure.name}”两处不同：${says}` });
  }
  return { facts, missing, doubtful };
}

function widthOf({ low, high }: Evidence): Quantity {
  return high.minus(low);
}

/** Two places that no one amount can be printed as; undefined where all agree. */
function disagreement(places: readonly Evidence[]): string | undefined {
  const [first] = places;
  if (!first) return undefined;
  const least = places.reduce((one, other) => (other.high.lt(one.high) ? other : one), first);
  const most = places.reduce((one, other) => (other.low.gt(one.low) ? other : one), first);
  if (most.low.lte(least.high)) return undefined;
  return [least, most].map(({ where, text }) => `${where}是 ${text}`).join("，");
}

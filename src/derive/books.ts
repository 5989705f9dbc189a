import type { LastYear } from "../model/budget.js";
import { natureOf } from "../model/dimensions.js";
import { figureOfLines } from "../model/figure.js";
import { GAP, isGap } from "../model/gap.js";
import { groupedBy } from "../model/groups.js";
import {
  type Account,
  type Books,
  countsPieces,
  type Dimension,
  type Figure,
  type Ledger,
  type LedgerLine,
  type Unsaid,
  type Where,
} from "../model/ledger.js";
import {
  type CountMeasure,
  type Measure,
  type Measures,
  namedMeasure,
  queryOf,
  type SumMeasure,
} from "../model/pack/measure.js";
import { compareRegions, type Region, regionOf } from "../model/query.js";
import { type Quantity, quantity, sum, type Unit, ZERO } from "../money/money.js";

/** The books of a ledger: queries by the pack's measures; last year's from its ledger, or else as `written` down. */
export function openBooks(
  ledger: Ledger,
  measures: Measures,
  before: Ledger | undefined,
  written: LastYear["figures"],
): Books {
  const units = new Map<string, Books>();
  const ofUnit = (code: string): Books => {
    // a department has hundreds of units, and each is asked for hundreds of times
    if (units.size === 0) for (const [unit, books] of booksByUnit(ledger, measures)) units.set(unit, books);
    return units.get(code) ?? openBooks({ ...ledger, lines: [] }, measures, undefined, new Map());
  };
  const lastYear = (measure: Measure): Figure | undefined =>
    before && isKnownOf(before, measure)
      ? evaluate(before, measures, measure)
      : writtenFigure(measure, written);
  return {
    ledger,
    ofUnit,
    lines: (accounts, ...conditions) => select(ledger, accounts, conditions),
    figure: (measure) => ({ ...evaluate(ledger, measures, measure), query: queryOf(measures, measure) }),
    lastYear,
    before(accounts, ...conditions) {
      if (before) return figureOfLines("", select(before, accounts, conditions), unitOf(accounts));
      const asked = regionOf([{ accounts, conditions }]);
      const same = [...measures.values()].find((each) => asksFor(each, measures, asked));
      return same && lastYear(same);
    },
  };
}

/** Whether a measure takes the lines of a region and no others. */
function asksFor(measure: Measure, measures: Measures, region: Region | undefined): boolean {
  const query = queryOf(measures, measure);
  const own = query && regionOf(query);
  if (!own || !region) return false;
  const { narrower, wider } = compareRegions(own, region);
  return narrower.length + wider.length === 0;
}

function unitOf(accounts: readonly Account[]): Unit {
  return countsPieces(accounts) ? "个" : "元";
}

/** Whether a year's ledger can say what a measure came to: a fact that its format did not ask then is not nothing. */
function isKnownOf(ledger: Ledger, measure: Measure): boolean {
  if (measure.kind !== "sum" || measure.account !== "版式事项") return true;
  return select(ledger, [measure.account], [measure.where]).length > 0;
}

/** The books of each unit by itself; what it had last year is not told apart. */
function booksByUnit(ledger: Ledger, measures: Measures): ReadonlyMap<string, Books> {
  const lines = groupedBy(ledger.lines, ({ dimensions }) => dimensions.单位 ?? "");
  return new Map(
    [...lines].map(([unit, own]) => [
      unit,
      openBooks({ ...ledger, lines: own }, measures, undefined, new Map()),
    ]),
  );
}

function select(
  ledger: Ledger,
  accounts: readonly Account[],
  conditions: readonly Where[],
): readonly LedgerLine[] {
  const wanted = conditions.flatMap((where) => Object.entries(where) as Condition[]);
  return linesOf(ledger, accounts, wanted).flatMap((line) => {
    if (!line.unsaid) return meets(line.dimensions, wanted) ? [line] : [];
    return unsaidLine(line, line.unsaid, wanted);
  });
}

/** A line of which not all is said yet, if it meets what is wanted or may: of what is not, it keeps what was asked for. */
function unsaidLine(
  line: LedgerLine,
  unsaid: readonly Unsaid[],
  wanted: readonly Condition[],
): readonly LedgerLine[] {
  const isOpen = ([dimension]: Condition): boolean => isGap(line.dimensions[dimension]);
  const said = wanted.filter((each) => !isOpen(each));
  if (!meets(line.dimensions, said) || !canBe(line, unsaid, wanted.filter(isOpen))) return [];
  const asked = unsaid.filter(({ dimensions }) => wanted.some(([each]) => dimensions.includes(each)));
  const known = { ...line, unsaid: asked };
  return [meets(line.dimensions, wanted) ? known : unknown(known)];
}

/** Whether one value of each dimension is all that is wanted of it, and goes with what is said of the line. */
function canBe({ dimensions }: LedgerLine, unsaid: readonly Unsaid[], wanted: readonly Condition[]): boolean {
  const isCandidate = (dimension: Dimension, value: string): boolean =>
    unsaid.every(({ undecided }) => undecided?.[dimension]?.includes(value) ?? true);
  return wanted.every(([dimension, values]) =>
    [values].flat().some((value) => {
      const isWanted = wanted.every(
        ([other, these]) => other !== dimension || [these].flat().includes(value),
      );
      const goes = dimension !== "类别" || natureOf(value).支出性质 === dimensions.支出性质;
      const isSame = isGap(value) ? dimensions[dimension] === value : goes && isCandidate(dimension, value);
      return isWanted && isSame;
    }),
  );
}

/** A line of which it is not known whether it counts. */
function unknown(line: LedgerLine): LedgerLine {
  const isUndecided = line.unsaid?.every(({ undecided }) => undecided) ?? false;
  return { ...line, amount: ZERO, gap: true, ...(isUndecided && { undecided: true }) };
}

/** Of which a department has the more values the more units it has. */
const MANIFOLD: readonly Dimension[] = ["单位", "项目"];

/** The lines of each account, and of those with one value of a manifold dimension: tables ask for them again and again. */
const known = new WeakMap<Ledger, ReadonlyMap<string, readonly LedgerLine[]>>();

/** Those that may meet the conditions, in the order of the ledger. */
function linesOf(
  ledger: Ledger,
  accounts: readonly Account[],
  wanted: readonly Condition[],
): readonly LedgerLine[] {
  const [account, ...others] = accounts;
  if (account === undefined || others.length > 0)
    return ledger.lines.filter((line) => accounts.includes(line.account));
  const lines = known.get(ledger) ?? indexed(ledger);
  known.set(ledger, lines);
  const [narrowing] = wanted.filter(
    ([dimension, value]) =>
      typeof value === "string" && MANIFOLD.includes(dimension) && !lines.has(keyOf(account, dimension, GAP)),
  );
  return lines.get(narrowing ? keyOf(account, ...narrowing) : account) ?? [];
}

function indexed({ lines }: Ledger): ReadonlyMap<string, readonly LedgerLine[]> {
  const keyed = lines.flatMap((line) => [
    { key: line.account as string, line },
    ...MANIFOLD.flatMap((dimension) => {
      const value = line.dimensions[dimension];
      return value === undefined ? [] : [{ key: keyOf(line.account, dimension, value), line }];
    }),
  ]);
  return new Map(
    [...groupedBy(keyed, ({ key }) => key)].map(([key, some]) => [key, some.map(({ line }) => line)]),
  );
}

function keyOf(account: Account, ...[dimension, value]: Condition): string {
  return `${account} ${dimension} ${value}`;
}

type Condition = readonly [Dimension, string | readonly string[]];

function meets(dimensions: LedgerLine["dimensions"], wanted: readonly Condition[]): boolean {
  return wanted.every(([dimension, values]) => {
    const value = dimensions[dimension];
    return value !== undefined && (typeof values === "string" ? value === values : values.includes(value));
  });
}

function evaluate(ledger: Ledger, measures: Measures, measure: Measure): Figure {
  switch (measure.kind) {
    case "sum":
      return figureOfLines(measure.name, measuredLines(ledger, measures, measure), measure.unit);
    case "count":
      return count(measure, measuredLines(ledger, measures, measure));
    case "total": {
      const parts = measure.of.map((name) => evaluate(ledger, measures, namedMeasure(measures, name)));
      const lines = parts.flatMap((part) => part.lines);
      return figureOfLines(measure.name, lines, parts[0]?.unit ?? "元");
    }
    case "constant":
      return { amount: measure.value, unit: "元", decimals: 2, measure: measure.name, lines: [] };
  }
}

function measuredLines(
  ledger: Ledger,
  measures: Measures,
  measure: SumMeasure | CountMeasure,
): readonly LedgerLine[] {
  const lines = select(ledger, [measure.account], [measure.where]);
  if (measure.projectsFrom === undefined) return lines;
  const threshold = evaluate(ledger, measures, namedMeasure(measures, measure.projectsFrom)).amount;
  const spent = spentByProject(ledger);
  const gaps = new Map(
    select(ledger, ["支出"], []).flatMap(({ gap, dimensions, place }) =>
      gap && dimensions.项目 !== undefined ? [[dimensions.项目, place] as const] : [],
    ),
  );
  return lines.flatMap((line) => {
    const { 项目: project } = line.dimensions;
    if (project === undefined) return [];
    if ((spent.get(project) ?? ZERO).gte(threshold)) return [line];
    // one whose amount is not known yet may come to it
    const place = gaps.get(project);
    return place
      ? [unknown({ ...line, unsaid: [...(line.unsaid ?? []), { dimensions: ["项目"], place }] })]
      : [];
  });
}

function spentByProject(ledger: Ledger): ReadonlyMap<string | undefined, Quantity> {
  const lines = groupedBy(select(ledger, ["支出"], []), ({ dimensions }) => dimensions.项目);
  return new Map([...lines].map(([project, spent]) => [project, sum(spent.map(({ amount }) => amount))]));
}

function count(measure: CountMeasure, lines: readonly LedgerLine[]): Figure {
  const values = new Set(lines.flatMap((line) => (line.gap ? [] : [line.dimensions[measure.of]])));
  return {
    amount: quantity(String(values.size)),
    unit: measure.unit,
    decimals: 0,
    measure: measure.name,
    lines,
  };
}

function writtenFigure(measure: Measure, figures: LastYear["figures"]): Figure | undefined {
  const written = figures.get(measure.name);
  if (!written) return undefined;
  const { value: amount, gap, place } = written;
  const unit = measure.kind === "sum" ? measure.unit : "元";
  return figureOfLines(measure.name, [{ amount, ...(gap && { gap }), label: measure.name, place }], unit);
}

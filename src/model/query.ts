import { ACCOUNT_DIMENSIONS, DIMENSION_VALUES, natureOf } from "./dimensions.js";
import type { Account, Dimension, Query, Selection } from "./ledger.js";

/**
 * What a query selects, said in one way however the query says it: two queries select the same lines of every ledger
 * where their regions are equal.
 */
export interface Region {
  readonly accounts: readonly Account[];
  /** the values that are allowed, or beginnings of codes; of each dimension that is limited and follows from no other */
  readonly limits: Limits;
}

type Limit = readonly [Dimension, readonly string[]];
type Limits = ReadonlyMap<Dimension, readonly string[]>;

/** How one region lies to another: in which dimensions it takes fewer values, in which more. */
export interface Comparison {
  /** how many limits both have */
  readonly shared: number;
  readonly narrower: readonly Dimension[];
  readonly wider: readonly Dimension[];
}

/** The dimensions that are beginnings of another's codes. */
const BEGINNINGS: Readonly<Partial<Record<Dimension, Dimension>>> = {
  功能类: "功能科目",
  功能款: "功能科目",
  经济类: "经济科目",
  政府经济类: "政府经济科目",
};
const CODES = new Set(Object.values(BEGINNINGS));

/** What lines of projects have, and no other expenditure. */
const OF_PROJECTS: ReadonlySet<Dimension> = new Set(["项目", "绩效评价", "重点项目"]);

const FIXED: Readonly<Partial<Record<Dimension, readonly string[]>>> = DIMENSION_VALUES;

const known = new WeakMap<Query, Region | undefined>();

/** The region of a query; undefined where it selects nothing, or no single region is all of it. */
export function regionOf(query: Query): Region | undefined {
  if (!known.has(query)) known.set(query, makeRegion(query));
  return known.get(query);
}

function makeRegion(query: Query): Region | undefined {
  const [first, ...others] = query.flatMap((selection) => selected(selection) ?? []);
  return others.reduce((all, each) => all && union(all, each), first);
}

function selected({ accounts, conditions }: Selection): Region | undefined {
  const written = conditions
    .flatMap((where) => Object.entries(where))
    .map(([dimension, values]): Limit => [dimension as Dimension, [values].flat()]);
  const own = accounts.filter((each) => written.every(([key]) => ACCOUNT_DIMENSIONS[each].includes(key)));
  const isOfProjects = own.join() === "支出" && written.some(([key]) => OF_PROJECTS.has(key));
  const limits = new Map<Dimension, readonly string[]>();
  const implied: readonly Limit[] = isOfProjects ? [["支出性质", ["项目支出"]]] : [];
  for (const each of [...written, ...implied]) {
    const [dimension, values] = underlying(each);
    const before = limits.get(dimension);
    limits.set(dimension, before ? overlap(dimension, before, values) : values);
  }
  return region(own, limits);
}

/** A condition said by the dimension that the given one follows from. */
function underlying([dimension, values]: Limit): Limit {
  if (dimension !== "经费性质" && dimension !== "支出性质") {
    return [BEGINNINGS[dimension] ?? dimension, values];
  }
  return ["类别", DIMENSION_VALUES.类别.filter((kind) => values.includes(natureOf(kind)[dimension] ?? ""))];
}

function region(accounts: readonly Account[], all: Limits): Region | undefined {
  const limits = [...all].filter(([key, values]) => !FIXED[key]?.every((each) => values.includes(each)));
  const isNothing = accounts.length === 0 || limits.some(([, values]) => values.length === 0);
  if (isNothing) return undefined;
  return {
    accounts: accounts.toSorted(),
    limits: new Map(limits.map(([key, values]) => [key, fewest(key, values)])),
  };
}

/** Each value once, and no code whose beginning is allowed. */
function fewest(dimension: Dimension, values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((each, _, all) =>
    all.every((other) => other === each || !covers(dimension, other, each)),
  );
}

function covers(dimension: Dimension, value: string, other: string): boolean {
  return value === other || (CODES.has(dimension) && value !== "" && other.startsWith(value));
}

function isWithin(dimension: Dimension, values: readonly string[], others: readonly string[]): boolean {
  return values.every((each) => others.some((other) => covers(dimension, other, each)));
}

function overlap(
  dimension: Dimension,
  values: readonly string[],
  others: readonly string[],
): readonly string[] {
  const within = (some: readonly string[], all: readonly string[]): readonly string[] =>
    some.filter((each) => isWithin(dimension, [each], all));
  return [...within(values, others), ...within(others, values)];
}

/** Two regions that differ in one thing, and have no line in common, as one. */
function union(one: Region, other: Region): Region | undefined {
  const [dimension, ...more] = differing(one, other);
  if (one.accounts.join() !== other.accounts.join()) {
    const isDisjoint = !one.accounts.some((each) => other.accounts.includes(each));
    return isDisjoint && !dimension ? region([...one.accounts, ...other.accounts], one.limits) : undefined;
  }
  const values = dimension && one.limits.get(dimension);
  const others = dimension && other.limits.get(dimension);
  if (!values || !others || more.length > 0 || overlap(dimension, values, others).length > 0)
    return undefined;
  return region(one.accounts, new Map(one.limits).set(dimension, [...values, ...others]));
}

function differing(one: Region, other: Region): readonly Dimension[] {
  const dimensions = new Set([...one.limits.keys(), ...other.limits.keys()]);
  return [...dimensions].filter((key) => !takes(one, other, key) || !takes(other, one, key));
}

/** Whether of a dimension one region takes all that another takes. */
function takes({ limits }: Region, other: Region, dimension: Dimension): boolean {
  const all = limits.get(dimension);
  const values = other.limits.get(dimension);
  return !all || (values !== undefined && isWithin(dimension, values, all));
}

/** How a region lies to another; undefined where they are of other accounts. */
export function compareRegions(one: Region, other: Region): Comparison | undefined {
  if (one.accounts.join() !== other.accounts.join()) return undefined;
  const different = differing(one, other);
  return {
    shared: [...one.limits.keys()].filter((key) => !different.includes(key)).length,
    narrower: different.filter((key) => !takes(one, other, key)),
    wider: different.filter((key) => !takes(other, one, key)),
  };
}

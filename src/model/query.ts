import { ACCOUNT_DIMENSIONS, DIMENSION_VALUES, natureOf } from "./dimensions.js";
import type { Account, Dimension, Query, Selection } from "./ledger.js";

/** What lines can be limited by; `projectsFrom` holds whatever the other limits are. */
export type Aspect = Dimension | "projectsFrom";

/**
 * The lines that a query selects, said in one way however the query says it: two queries select the same lines of every
 * ledger where their regions are equal.
 */
export interface Region {
  readonly accounts: readonly Account[];
  /** the values, or beginnings of codes, that are allowed; nothing that is no limit, or follows from another */
  readonly limits: Limits;
}

type Limit = readonly [Aspect, readonly string[]];
type Limits = ReadonlyMap<Aspect, readonly string[]>;

/** How one region lies to another: by what it takes fewer lines, by what more. */
export interface Comparison {
  /** how many limits they have in common */
  readonly shared: number;
  readonly narrower: readonly Aspect[];
  readonly wider: readonly Aspect[];
}

/** The dimensions that are beginnings of another's codes. */
const BEGINNINGS: Readonly<Partial<Record<Aspect, Dimension>>> = {
  功能类: "功能科目",
  功能款: "功能科目",
  经济类: "经济科目",
  政府经济类: "政府经济科目",
};
const CODES: ReadonlySet<Aspect> = new Set(Object.values(BEGINNINGS));

/** What the expenditure on projects has, which is of kinds of its own, and no other. */
const OF_PROJECTS: ReadonlySet<Aspect> = new Set(["项目", "绩效评价", "重点项目", "projectsFrom"]);

const VALUES: Readonly<Partial<Record<Aspect, readonly string[]>>> = DIMENSION_VALUES;

const known = new WeakMap<Query, Region | undefined>();

/** The region of a query; undefined where it selects nothing, or what no single region is. */
export function regionOf(query: Query): Region | undefined {
  if (!known.has(query)) {
    const [first, ...others] = query.flatMap((selection) => selected(selection) ?? []);
    known.set(
      query,
      others.reduce((all, each) => all && union(all, each), first),
    );
  }
  return known.get(query);
}

function selected({ accounts, conditions, projectsFrom }: Selection): Region | undefined {
  const written = conditions
    .flatMap((where) => Object.entries(where))
    .map(([dimension, values]): Limit => [dimension as Dimension, [values].flat()]);
  if (projectsFrom !== undefined) written.push(["projectsFrom", [projectsFrom]]);
  const own = accounts.filter((account) => written.every(([aspect]) => hasAspect(account, aspect)));
  const isOfProjects = own.join() === "支出" && written.some(([aspect]) => OF_PROJECTS.has(aspect));
  if (isOfProjects) written.push(["支出性质", ["项目支出"]]);
  const limits = new Map<Aspect, readonly string[]>();
  for (const [aspect, values] of written.map(underlying)) {
    const before = limits.get(aspect);
    limits.set(aspect, before ? overlap(aspect, before, values) : values);
  }
  return regionFrom(own, limits);
}

function hasAspect(account: Account, aspect: Aspect): boolean {
  return ACCOUNT_DIMENSIONS[account].includes(aspect === "projectsFrom" ? "项目" : aspect);
}

/** A limit said by what it follows from. */
function underlying([aspect, values]: Limit): Limit {
  if (aspect !== "经费性质" && aspect !== "支出性质") return [BEGINNINGS[aspect] ?? aspect, values];
  return ["类别", DIMENSION_VALUES.类别.filter((kind) => values.includes(natureOf(kind)[aspect] ?? ""))];
}

function regionFrom(accounts: readonly Account[], all: Limits): Region | undefined {
  const limits = [...all].filter(
    ([aspect, values]) => !VALUES[aspect]?.every((each) => values.includes(each)),
  );
  const isNothing = accounts.length === 0 || limits.some(([, values]) => values.length === 0);
  return isNothing ? undefined : { accounts: accounts.toSorted(), limits: new Map(limits) };
}

/** What both allow, each value once. */
function overlap(aspect: Aspect, values: readonly string[], others: readonly string[]): readonly string[] {
  const within = (some: readonly string[], all: readonly string[]): readonly string[] =>
    some.filter((each) => isWithin(aspect, [each], all));
  return [...new Set([...within(values, others), ...within(others, values)])];
}

function isWithin(aspect: Aspect, values: readonly string[], others: readonly string[]): boolean {
  const covers = (other: string, each: string): boolean =>
    other === each || (CODES.has(aspect) && other !== "" && each.startsWith(other));
  return values.every((each) => others.some((other) => covers(other, each)));
}

/** Two regions with no line in common, and all but one of their limits, or all but their accounts. */
function union(one: Region, other: Region): Region | undefined {
  const [aspect, ...more] = differing(one, other);
  if (!aspect) {
    const isDisjoint = !one.accounts.some((each) => other.accounts.includes(each));
    return isDisjoint ? regionFrom([...one.accounts, ...other.accounts], one.limits) : undefined;
  }
  const [values, others] = [one.limits.get(aspect), other.limits.get(aspect)];
  const isAlone = more.length === 0 && isSameList(one.accounts, other.accounts);
  if (!isAlone || !values || !others || aspect === "projectsFrom") return undefined;
  if (overlap(aspect, values, others).length > 0) return undefined;
  return regionFrom(one.accounts, new Map(one.limits).set(aspect, [...values, ...others]));
}

function differing(one: Region, other: Region): readonly Aspect[] {
  const aspects = new Set([...one.limits.keys(), ...other.limits.keys()]);
  return [...aspects].filter((aspect) => !takesAll(one, other, aspect) || !takesAll(other, one, aspect));
}

/** Whether by one aspect a region takes all that another takes. */
function takesAll(one: Region, other: Region, aspect: Aspect): boolean {
  const [all, values] = [one.limits.get(aspect), other.limits.get(aspect)];
  return !all || (values !== undefined && isWithin(aspect, values, all));
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.join() === other.join();
}

/** How a region lies to another; undefined where they are of other accounts. */
export function compareRegions(one: Region, other: Region): Comparison | undefined {
  if (!isSameList(one.accounts, other.accounts)) return undefined;
  const aspects = differing(one, other);
  return {
    shared: [...one.limits.keys()].filter((aspect) => !aspects.includes(aspect)).length,
    narrower: aspects.filter((aspect) => !takesAll(one, other, aspect)),
    wider: aspects.filter((aspect) => !takesAll(other, one, aspect)),
  };
}

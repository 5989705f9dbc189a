import { ACCOUNT_DIMENSIONS, DIMENSION_VALUES, natureOf } from "./dimensions.js";
import type { Account, Dimension, Query, Selection } from "./ledger.js";

/** What a query limits; lines of a project's size are taken as one sort, whatever else is asked of them. */
export type Aspect = Dimension | "account" | "projectsFrom";

/**
 * What a query selects, said in one way however the query says it: of each aspect that it limits the values that it
 * takes, or beginnings of codes. What takes all values is no limit, and what follows from another aspect is said by it,
 * so that two queries select the same lines of every ledger exactly where their regions are equal.
 */
export type Region = ReadonlyMap<Aspect, readonly string[]>;

/** How one region lies to another: by which aspects it takes fewer lines, by which more; both where it takes others. */
export interface RegionComparison {
  /** how many limits on lines of their accounts they have in common */
  readonly shared: number;
  readonly narrower: readonly Aspect[];
  readonly wider: readonly Aspect[];
}

type Limit = readonly [Aspect, readonly string[]];

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
  const limits = new Map<Aspect, readonly string[]>([["account", own]]);
  for (const [aspect, values] of written.map(underlying)) {
    const before = limits.get(aspect);
    limits.set(aspect, before ? overlap(aspect, before, values) : values);
  }
  return [...limits.values()].some((values) => values.length === 0) ? undefined : withoutWhole(limits);
}

function hasAspect(account: Account, aspect: Aspect): boolean {
  const dimensions: readonly Aspect[] = ACCOUNT_DIMENSIONS[account];
  return dimensions.includes(aspect === "projectsFrom" ? "项目" : aspect);
}

/** A limit said by what it follows from. */
function underlying([aspect, values]: Limit): Limit {
  if (aspect !== "经费性质" && aspect !== "支出性质") return [BEGINNINGS[aspect] ?? aspect, values];
  return ["类别", DIMENSION_VALUES.类别.filter((kind) => values.includes(natureOf(kind)[aspect] ?? ""))];
}

function withoutWhole(limits: Region): Region {
  const isWhole = ([aspect, values]: Limit): boolean =>
    VALUES[aspect]?.every((each) => values.includes(each)) ?? false;
  return new Map([...limits].filter((limit) => !isWhole(limit)));
}

function overlap(aspect: Aspect, values: readonly string[], others: readonly string[]): readonly string[] {
  return [
    ...values.filter((each) => isWithin(aspect, [each], others)),
    ...others.filter((each) => isWithin(aspect, [each], values)),
  ];
}

function isWithin(aspect: Aspect, values: readonly string[], others: readonly string[]): boolean {
  const covers = (other: string, each: string): boolean =>
    other === each || (CODES.has(aspect) && other !== "" && each.startsWith(other));
  return values.every((each) => others.some((other) => covers(other, each)));
}

/** Two regions that differ in one aspect and have no line in common, as one. */
function union(one: Region, other: Region): Region | undefined {
  const [aspect, ...more] = differing(one, other);
  if (!aspect || more.length > 0 || aspect === "projectsFrom") return undefined;
  const [values, others] = [one.get(aspect), other.get(aspect)];
  if (!values || !others || overlap(aspect, values, others).length > 0) return undefined;
  return withoutWhole(new Map(one).set(aspect, [...values, ...others]));
}

function differing(one: Region, other: Region): readonly Aspect[] {
  const aspects = [...new Set([...one.keys(), ...other.keys()])];
  return aspects.filter((aspect) => !takesAll(one, other, aspect) || !takesAll(other, one, aspect));
}

/** Whether by one aspect a region takes all that another takes. */
function takesAll(one: Region, other: Region, aspect: Aspect): boolean {
  const [all, values] = [one.get(aspect), other.get(aspect)];
  return !all || (values !== undefined && isWithin(aspect, values, all));
}

export function compareRegions(one: Region, other: Region): RegionComparison {
  const aspects = differing(one, other);
  return {
    shared: [...one.keys()].filter((each) => each !== "account" && !aspects.includes(each)).length,
    narrower: aspects.filter((aspect) => !takesAll(one, other, aspect)),
    wider: aspects.filter((aspect) => !takesAll(other, one, aspect)),
  };
}

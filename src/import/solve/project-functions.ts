import { groupedBy } from "../../model/groups.js";
import type { FenRange } from "./asked.js";
import type { Equation } from "./equations.js";
import type { Unknown } from "./unknowns.js";

/** The money of one pot that a project has, which is to be put under one of several functions. */
interface Item {
  readonly amount: FenRange;
  /** the unknowns that it could be, each of another function */
  readonly choices: readonly number[];
}

/** What all items of some functions, kinds and pots come to. */
interface Sum {
  readonly amount: FenRange;
  readonly groups: ReadonlySet<string>;
}

/** One function for each item, and whether it is likely that no other would do. */
export interface Assignment {
  readonly chosen: readonly number[];
  readonly isSure: boolean;
}

/** So many steps of the search are taken at most, then nothing is said. */
const MOST_STEPS = 100_000;
/** How much rarer than once a chance agreement has to be, in powers of ten. */
const EVIDENCE = 2;

/** The functions of projects by fewest lines: each project's money of a pot under one only, so that all sums agree. */
export function projectFunctions(
  unknowns: readonly Unknown[],
  bounds: readonly FenRange[],
  equations: readonly Equation[],
): readonly Assignment[] {
  const possible = unknowns.flatMap(({ ofProject }, number) =>
    ofProject && (bounds[number]?.high ?? 0) > 0 ? [number] : [],
  );
  const kinds = groupedBy(possible, (number) => unknowns[number]?.dimensions.类别 ?? "");
  return [...kinds.values()].flatMap((numbers) => {
    const items = itemsOf(unknowns, bounds, equations, numbers);
    const sums = sumsOf(unknowns, equations, new Set(numbers.map((number) => unknowns[number]?.group ?? "")));
    return items?.some(({ choices }) => choices.length > 1) ? assigned(unknowns, items, sums) : [];
  });
}

/** The items of a kind; undefined where tables do not tell their money apart. */
function itemsOf(
  unknowns: readonly Unknown[],
  bounds: readonly FenRange[],
  equations: readonly Equation[],
  numbers: readonly number[],
): readonly Item[] | undefined {
  const own = groupedBy(numbers, (number) => `${unknowns[number]?.dimensions.项目} ${unknowns[number]?.pot}`);
  const items = [...own.values()].map((choices): Item | undefined => {
    const [only, another] = choices;
    const alone = another === undefined ? bounds[only] : undefined;
    const amount = alone ?? equations.find(({ side, terms }) => side === "project" && isSame(terms, choices));
    return amount && { amount, choices };
  });
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
}

function isSame(some: readonly number[], others: readonly number[]): boolean {
  const all = new Set(others);
  return some.length === others.length && some.every((each) => all.has(each));
}

/** The sums by function that are of these groups of lines, of one kind and function each, and of no others. */
function sumsOf(
  unknowns: readonly Unknown[],
  equations: readonly Equation[],
  groups: ReadonlySet<string>,
): readonly Sum[] {
  return equations.flatMap((equation): readonly Sum[] => {
    if (equation.side !== "function" || equation.terms.length === 0) return [];
    const own = new Set(equation.terms.map((term) => unknowns[term]?.group ?? ""));
    return [...own].every((group) => groups.has(group)) ? [{ amount: equation, groups: own }] : [];
  });
}

function assigned(
  unknowns: readonly Unknown[],
  items: readonly Item[],
  sums: readonly Sum[],
): readonly Assignment[] {
  const { found, isComplete } = search(unknowns, items, sums);
  const [first, second] = found;
  if (!first) return [];
  const isSure = isComplete && second === undefined && isUnlikelyByChance(unknowns, items, sums);
  return [{ chosen: first, isSure }];
}

/**
 * Whether amounts that have nothing to do with each other would rarely agree like that: how many ways there are to
 * assign them, against how many different sums the functions could have.
 */
function isUnlikelyByChance(
  unknowns: readonly Unknown[],
  items: readonly Item[],
  sums: readonly Sum[],
): boolean {
  const open = items.filter(({ choices }) => choices.length > 1);
  const ways = open.reduce((all, { choices }) => all + Math.log10(choices.length), 0);
  const total = open.reduce((all, { amount }) => all + amount.high, 0);
  const doubt = items.reduce((all, { amount }) => all + amount.high - amount.low + 1, 0);
  const functions = new Set(
    open.flatMap(({ choices }) => choices.map((each) => unknowns[each]?.dimensions.功能科目)),
  );
  const known = Math.min(functions.size - 1, sums.length);
  return ways + EVIDENCE <= known * Math.log10(Math.max(1, total / doubt));
}

/** A sum, and what of it is assigned and what could still be. */
interface Counter {
  readonly amount: FenRange;
  least: number;
  most: number;
  coming: number;
}

interface Found {
  readonly found: readonly (readonly number[])[];
  readonly isComplete: boolean;
}

/** Depth-first search, the largest amounts first, for two ways at most. */
function search(unknowns: readonly Unknown[], items: readonly Item[], sums: readonly Sum[]): Found {
  const counters = sums.map(({ amount }): Counter => ({ amount, least: 0, most: 0, coming: 0 }));
  const countersOf = (choice: number): readonly Counter[] =>
    counters.filter((_, index) => sums[index]?.groups.has(unknowns[choice]?.group ?? ""));
  const falling = [...items]
    .sort((a, b) => b.amount.high - a.amount.high)
    .map(({ amount, choices }) => {
      const options = choices.map((choice) => ({ choice, counted: countersOf(choice) }));
      return { amount, options, touched: [...new Set(options.flatMap(({ counted }) => counted))] };
    });
  for (const { amount, touched } of falling) for (const each of touched) each.coming += amount.high;
  const found: number[][] = [];
  const chosen: number[] = [];
  let steps = 0;
  const choose = (index: number): void => {
    const item = falling[index];
    if (!item) found.push([...chosen]);
    if (!item || found.length > 1 || steps >= MOST_STEPS) return;
    const { amount, options, touched } = item;
    for (const each of touched) each.coming -= amount.high;
    for (const { choice, counted } of options) {
      steps++;
      count(counted, amount, 1);
      chosen.push(choice);
      if (touched.every(canCome)) choose(index + 1);
      chosen.pop();
      count(counted, amount, -1);
    }
    for (const each of touched) each.coming += amount.high;
  };
  choose(0);
  return { found, isComplete: steps < MOST_STEPS };
}

function count(counters: readonly Counter[], { low, high }: FenRange, sign: 1 | -1): void {
  for (const each of counters) {
    each.least += sign * low;
    each.most += sign * high;
  }
}

function canCome({ amount, least, most, coming }: Counter): boolean {
  return least <= amount.high && most + coming >= amount.low;
}

import { firstOfEach, groupedBy } from "../../model/groups.js";
import { type AskedCell, type FenRange, type Side, valuesIn } from "./asked.js";
import type { Unknown } from "./unknowns.js";

/** What some unknown amounts come to, less others, in 分. */
export interface Equation extends FenRange {
  /** by number */
  readonly terms: readonly number[];
  readonly less: readonly number[];
  /** what its cell tells lines apart by, if it is a cell's or follows from cells */
  readonly side?: Side;
  /** the one code that it is about, if there is one */
  readonly code?: string;
}

/** A printed amount as the sum of unknown ones. */
export function cellEquations(all: readonly AskedCell[], unknowns: readonly Unknown[]): readonly Equation[] {
  const terms: number[][] = all.map(() => []);
  for (const [number, { cells }] of unknowns.entries()) for (const cell of cells) terms[cell]?.push(number);
  return all.map(({ side, range, cell }, index): Equation => {
    const [code, another] = valuesIn(cell.query, side === "economy" ? "经济科目" : "功能科目");
    return {
      ...range,
      terms: terms[index] ?? [],
      less: [],
      side,
      ...(code !== undefined && another === undefined && { code }),
    };
  });
}

/** That what the tables of projects say and what those of codes say is the same money. */
export function projectEquations(unknowns: readonly Unknown[]): readonly Equation[] {
  const projects = unknowns.flatMap(({ ofProject }, number) => (ofProject ? [number] : []));
  if (projects.length === 0) return [];
  const spent = unknowns.flatMap(({ dimensions: { 支出性质: nature } }, number) =>
    nature === "项目支出" ? [number] : [],
  );
  return [...groupedBy(spent, (number) => unknowns[number]?.group).values()].map((numbers) => ({
    low: 0,
    high: 0,
    terms: numbers.filter((number) => !unknowns[number]?.ofProject),
    less: numbers.filter((number) => unknowns[number]?.ofProject),
  }));
}

/** That each fund is spent or carried forward, and nothing is spent, nor by projects, that was not received. */
export function fundEquations(unknowns: readonly Unknown[]): readonly Equation[] {
  const all = [...unknowns.keys()];
  const projects = all.filter((number) => unknowns[number]?.ofProject);
  const numbers = all.filter((number) => !unknowns[number]?.ofProject);
  const isReceived = (number: number): boolean => unknowns[number]?.account === "收入";
  const isCarried = (number: number): boolean => unknowns[number]?.account === "年终结转";
  if (!numbers.some(isReceived)) return [];
  const fundOf = (number: number): string => {
    const { 资金来源: fund, 财政拨款: appropriation } = unknowns[number]?.dimensions ?? {};
    return `${fund} ${appropriation}`;
  };
  const split = (some: readonly number[], high: number): Equation => ({
    low: 0,
    high,
    terms: some.filter(isReceived),
    less: some.filter((number) => !isReceived(number)),
  });
  const byPot = (some: readonly number[]): readonly Equation[] =>
    [...groupedBy(some, (number) => unknowns[number]?.pot).values()].map((each) =>
      split(each, Number.MAX_SAFE_INTEGER),
    );
  return [
    ...[...groupedBy(numbers, fundOf).values()].map((some) => split(some, 0)),
    ...byPot(numbers.filter((number) => !isCarried(number))),
    ...byPot([...numbers.filter(isReceived), ...projects]),
  ];
}

/** What is left of each cell of a code beside another of the same code that is part of it: no table prints that. */
export function differences(equations: readonly Equation[]): readonly Equation[] {
  const coded = equations.filter(({ code, side }) => code !== undefined && side !== "project");
  const groups = groupedBy(coded, ({ side, code }) => `${side} ${code}`);
  return [...groups.values()].flatMap((all) => {
    const some = firstOfEach(all, ({ terms, low, high }) => [low, high, ...terms].join());
    return some.flatMap((whole) => {
      const own = new Set(whole.terms);
      return some.flatMap((part) => difference(whole, own, part) ?? []);
    });
  });
}

function difference(whole: Equation, own: ReadonlySet<number>, part: Equation): Equation | undefined {
  if (part.terms.length === 0 || part.terms.length >= whole.terms.length) return undefined;
  if (!part.terms.every((term) => own.has(term))) return undefined;
  const taken = new Set(part.terms);
  return {
    ...whole,
    low: Math.max(0, whole.low - part.high),
    high: whole.high - part.low,
    terms: whole.terms.filter((term) => !taken.has(term)),
  };
}

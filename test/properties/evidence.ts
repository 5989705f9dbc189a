import { allLines, type BudgetFacts, type Line, sumOf } from "./facts.js";
import { type Compared, thisYear } from "./last-year.js";
import { type Cents, decimal, percent, printed } from "./money.js";
import type { PrintedRow, PrintedTable, Tables } from "./tables.js";

/** What the figures of a section must be, in order: its tables' numbers, and what follows from them. */
export interface Evidence {
  readonly facts: BudgetFacts;
  readonly tables: Tables;
}

/** A number as it was read from a table, and what it stands for. */
export interface Amount {
  readonly shown: bigint;
  readonly exact: Cents;
}

export const wan = (hundredths: bigint): string => `${decimal(hundredths)}万元`;
export const money = (cents: Cents): string => wan(printed(cents));

export function amount(shown: bigint | undefined, exact: Cents): Amount {
  // what is exactly nothing is left blank, or printed where the text says it
  if ((shown === undefined && exact !== 0n) || (shown ?? 0n) !== printed(exact)) {
    throw new Error(`表里是 ${shown ?? "空"}，按数据应为 ${printed(exact)}`);
  }
  return { shown: shown ?? 0n, exact };
}

/** From printed numbers, so that a reader's calculator agrees; from exact ones where the whole is printed as nothing. */
export function share(part: Amount, whole: Amount): string {
  const hundredths = percent(part.shown, whole.shown) ?? percent(part.exact, whole.exact) ?? 0n;
  return `${decimal(hundredths)}%`;
}

export function change({ facts }: Evidence, name: Compared): readonly string[] {
  const now = printed(thisYear(facts)[name]);
  const before = printed(facts.lastYear.get(name) ?? 0n);
  if (now === before) return ["持平"];
  const [amountWord, rateWord] = now > before ? ["增加", "增长"] : ["减少", "下降"];
  const difference = now > before ? now - before : before - now;
  const rate = percent(difference, before);
  return [
    amountWord + wan(difference),
    rate === undefined ? "上年无该预算，不计算增长率" : `${rateWord}${decimal(rate)}%`,
  ];
}

export function firstRow({ number, rows }: PrintedTable): PrintedRow {
  const [row] = rows;
  if (!row) throw new Error(`${number}没有一行`);
  return row;
}

export function spentOn(facts: BudgetFacts, test: (line: Line) => boolean): Cents {
  return sumOf(allLines(facts), test);
}

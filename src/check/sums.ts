import type { Dimension, Figure, LedgerLine, WrittenAmount } from "../model/ledger.js";
import { digits, type Quantity, sum, ZERO } from "../money/money.js";

const LONGEST_SUM = 6;

export function totalOf(lines: readonly WrittenAmount[]): Quantity {
  return sum(lines.map((line) => line.amount));
}

/** An amount of 元 as notes show it, to the 分. */
export function yuan(amount: Quantity): string {
  return digits(amount, 2, true);
}

/** The lines with their places, the middle of a long sum left out. */
export function shownSum(lines: readonly WrittenAmount[], show = yuan): string {
  const terms = lines.map(({ amount, label, place }) => `${show(amount)}（第 ${place.line} 行 ${label}）`);
  if (terms.length <= LONGEST_SUM) return terms.join(" + ") || show(ZERO);
  const half = LONGEST_SUM / 2;
  const left = terms.length - LONGEST_SUM;
  return [...terms.slice(0, half), `…（中间 ${left} 笔）…`, ...terms.slice(-half)].join(" + ");
}

/** A figure as messages call it: 元 to the 分, or pieces. */
export function shownAmount({ amount, unit, decimals }: Figure): string {
  return `${digits(amount, decimals, true)} ${unit}`;
}

/** The lines that a figure is made of, counted as it is. */
export function shownLines({ lines, decimals }: Figure): string {
  return shownSum(lines, (amount) => digits(amount, decimals, true));
}

/** The lines whose amount alone makes up a difference, unless they are too many to tell where it comes from. */
export function suspects(lines: readonly LedgerLine[], difference: Quantity): readonly LedgerLine[] {
  const equal = lines.filter(({ amount }) => amount.eq(difference.abs()));
  return equal.length > LONGEST_SUM ? [] : equal;
}

/** A note that says so, where there are suspects. */
export function shownSuspects(lines: readonly LedgerLine[]): readonly string[] {
  if (lines.length === 0) return [];
  const named = lines.map(({ label, place }) => `第 ${place.line} 行 ${label}`);
  return [`相差的数恰好是这一笔的金额：${named.join("，或者")}`];
}

/** The lines by their value of a dimension, in the order of first occurrence. */
export function linesBy(
  lines: readonly LedgerLine[],
  dimension: Dimension,
): ReadonlyMap<string, readonly LedgerLine[]> {
  const groups = new Map<string, LedgerLine[]>();
  for (const line of lines) {
    const value = line.dimensions[dimension] ?? "";
    const group = groups.get(value);
    if (group) group.push(line);
    else groups.set(value, [line]);
  }
  return groups;
}

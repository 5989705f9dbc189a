import type { Place } from "../diagnostic.js";
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

/** A note that tells of lines; `at` is how it says where each of them stands. */
export type Shown = (at: (place: Place) => string) => string;

/** How a reader who has `home` open finds a place: the line, and the file where it is another one. */
export function foundFrom(home: string | undefined): (place: Place) => string {
  return ({ file, line }) => (file === home ? `第 ${line} 行` : `${file} 第 ${line} 行`);
}

/** What is the sum of the lines, with their places, the middle of a long sum left out. */
export function shownSum(says: string, lines: readonly WrittenAmount[], show = yuan): Shown {
  return (at) => {
    const term = ({ amount, label, place }: WrittenAmount): string =>
      `${show(amount)}（${at(place)} ${label}）`;
    return `${says} = ${shortened(lines, term).join(" + ") || show(ZERO)}`;
  };
}

function shortened(
  lines: readonly WrittenAmount[],
  term: (line: WrittenAmount) => string,
): readonly string[] {
  if (lines.length <= LONGEST_SUM) return lines.map(term);
  const half = LONGEST_SUM / 2;
  const left = lines.length - LONGEST_SUM;
  return [...lines.slice(0, half).map(term), `…（中间 ${left} 笔）…`, ...lines.slice(-half).map(term)];
}

/** A figure as messages call it: 元 to the 分, or pieces. */
export function shownAmount({ amount, unit, decimals }: Figure): string {
  return `${digits(amount, decimals, true)} ${unit}`;
}

/** The lines that a figure is made of, counted as it is; `home` is the file that `says` names, if it names one. */
export function shownLines(says: string, { lines, decimals }: Figure, home?: string): Shown {
  const shown = shownSum(says, lines, (amount) => digits(amount, decimals, true));
  return (at) => shown(home === undefined ? at : foundFrom(home));
}

/** The lines whose amount alone makes up a difference, unless they are too many to tell where it comes from. */
export function suspects(lines: readonly LedgerLine[], difference: Quantity): readonly LedgerLine[] {
  const equal = lines.filter(({ amount }) => amount.eq(difference.abs()));
  return equal.length > LONGEST_SUM ? [] : equal;
}

/** A note that says so, where there are suspects. */
export function shownSuspects(lines: readonly LedgerLine[]): readonly Shown[] {
  if (lines.length === 0) return [];
  return [
    (at) => {
      const named = lines.map(({ label, place }) => `${at(place)} ${label}`);
      return `相差的数恰好是这一笔的金额：${named.join("，或者")}`;
    },
  ];
}

const YUAN_IN_WAN = 10_000;
/** 元 either side of an amount that was rounded to 0.01 万元. */
const HALF_OF_PRINTED = 50;

/** The lines that lack the difference because they were written in 万元: as many 元 as that would be. */
export function inWrongUnit(lines: readonly LedgerLine[], difference: Quantity): readonly LedgerLine[] {
  const found = lines.filter(({ amount }) => {
    const meant = amount.times(YUAN_IN_WAN);
    return !amount.isZero() && meant.minus(amount).minus(difference.abs()).abs().lte(HALF_OF_PRINTED);
  });
  return found.length > LONGEST_SUM ? [] : found;
}

/** A note that says so, where there are any. */
export function shownInWrongUnit(lines: readonly LedgerLine[]): readonly Shown[] {
  if (lines.length === 0) return [];
  return [
    (at) => {
      const named = lines.map(({ amount, label, place }) => `${at(place)} ${label} ${yuan(amount)}`);
      return `这一笔如果是万元的数，两边就相等：${named.join("，或者")}`;
    },
  ];
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
